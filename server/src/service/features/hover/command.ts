import * as l10n from '@vscode/l10n';
import {
  type Argv,
  argvs,
  type CommandField,
  type Container,
  environmentOf,
  expand,
  referencesIn,
  resolutionOf,
  shellCall,
} from '../../model/index.ts';
import { itemsOf, pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { bullets, code, fenced, link, named, paragraphs } from '../markdown.ts';

/** `command` and `args`: the words as the program gets them, and who puts them there. */
export function describeCommand({ container, action }: CommandField): string | undefined {
  const own = argvs(container).find((candidate) => candidate.action === action);
  if (!own || own.words.length === 0) return undefined;
  const argv = own.words.map(({ text }) => resolved(text, own));
  const hasEntrypoint = own.entrypoint;
  return paragraphs(
    action === undefined
      ? l10n.t('**What {0} runs**, word by word:', named(container))
      : l10n.t('**What the {0} of {1} runs**, word by word:', code(action), named(container)),
    fenced([...(hasEntrypoint ? [l10n.t('   ENTRYPOINT of the image, then')] : []), ...argv.map(wordText)].join('\n')),
    bullets([...sourceNotes(action, hasEntrypoint), ...shellNotes(argv, hasEntrypoint), ...variableNotes(own)]),
    link(
      l10n.t('Command and arguments of a container'),
      'tasks/inject-data-application/define-command-argument-container/',
    ),
  );
}

/** A word as the program gets it, as far as the manifest tells. */
function resolved(word: string, { container, action }: Argv): string {
  return expand(word, (name) => {
    const resolution = resolutionOf(container, action, name);
    if (resolution.kind === 'value') return resolution.value;
    return resolution.kind === 'empty' ? '' : undefined;
  });
}

/** A word with its number; the lines of a script stand below each other. */
function wordText(word: string, index: number): string {
  const text = word === '' ? '""' : word.replace(/\n$/, '');
  return `${String(index + 1).padStart(2)} ${text.replaceAll('\n', '\n   ')}`;
}

function sourceNotes(action: string | undefined, hasEntrypoint: boolean): string[] {
  if (action !== undefined) return [];
  return hasEntrypoint
    ? [l10n.t('There is only `args`: it replaces the CMD of the image, the ENTRYPOINT stays.')]
    : [l10n.t('`command` replaces both the ENTRYPOINT and the CMD of the image.')];
}

function shellNotes(argv: readonly string[], hasEntrypoint: boolean): string[] {
  const shell = shellCall(argv);
  if (!shell)
    return hasEntrypoint
      ? []
      : [l10n.t('No shell is involved: `&&`, `|`, `>` and `$NAME` would reach the program as they are.')];
  if (shell.flag === undefined) return [];
  if (shell.script === undefined) return [l10n.t('The script after `-c` is missing.')];
  const script = l10n.t('{0} runs word {1} as a script.', code(shell.shell), shell.script + 1);
  const hasMore = argv.length > shell.script + 1;
  return [hasMore ? `${script} ${l10n.t('The words after it become `$0`, `$1`, … in it.')}` : script];
}

function variableNotes({ container, action, words }: Argv): string[] {
  const environment = environmentOf(container);
  const names = new Set(words.flatMap(({ text }) => referencesIn(text)).map(({ name }) => name));
  // anything else is a command substitution of the shell
  const variables = [...names].filter((name) => environment.has(name) || /^[A-Z_][A-Z0-9_]*$/.test(name));
  return variables.map((name) => variableNote(container, action, name));
}

function variableNote(container: Container, action: string | undefined, name: string): string {
  const reference = code(`$(${name})`);
  const resolution = resolutionOf(container, action, name);
  switch (resolution.kind) {
    case 'never':
      return l10n.t('{0} stays as it is written: in a hook nothing is resolved.', reference);
    case 'value':
      return l10n.t('{0} is {1}, from `env`.', reference, code(resolution.value, 60));
    case 'at-start':
      return l10n.t('{0} is filled in when the container starts, from {1}.', reference, origin(container, name));
    case 'empty':
      return l10n.t('{0} is empty here: a probe knows only variables that have a `value`.', reference);
    case 'missing':
      return action === undefined && pairOf(container.node, 'envFrom')
        ? l10n.t('{0} is not in `env`. If `envFrom` does not bring it, it stays as it is written.', reference)
        : l10n.t('{0} is not in `env`: it stays as it is written.', reference);
  }
}

/** Where a variable with `valueFrom` comes from. */
function origin(container: Container, name: string): string {
  const item = itemsOf(valueAt(container.node, 'env')).findLast(
    (variable) => stringOf(valueAt(variable, 'name')) === name,
  );
  const from = valueAt(item, 'valueFrom');
  for (const [kind, title] of Object.entries({ secretKeyRef: 'Secret', configMapKeyRef: 'ConfigMap' })) {
    const reference = valueAt(from, kind);
    if (reference) return `${title} ${code(stringOf(valueAt(reference, 'name')) ?? '?')}`;
  }
  return code(stringOf(valueAt(from, 'fieldRef', 'fieldPath')) ?? 'valueFrom');
}
