import * as l10n from '@vscode/l10n';
import {
  argvs,
  type CommandField,
  type Container,
  commandFields,
  environmentOf,
  expand,
  referencesIn,
  shellCall,
} from '../../model/index.ts';
import { itemsOf, pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { bullets, code, fenced, link, named, paragraphs } from './markdown.ts';

/** `command` and `args`: the words as the program gets them, and who puts them there. */
export function describeCommand({ container, action, pair }: CommandField): string | undefined {
  const fields = commandFields(container).filter((other) =>
    action === undefined ? !other.action : other.pair === pair,
  );
  const written = fields
    .flatMap(({ node }) => itemsOf(node))
    .flatMap((node) => (node.kind === 'scalar' ? [stringOf(node) ?? node.text] : []));
  if (written.length === 0) return undefined;
  const variables = variablesOf(container, action);
  const argv = written.map((word) => expand(word, (name) => variables.get(name)));
  const hasEntrypoint =
    argvs(container).some((own) => own.action === undefined && own.entrypoint) && action === undefined;
  return paragraphs(
    action === undefined
      ? l10n.t('**What {0} runs**, word by word:', named(container))
      : l10n.t('**What the {0} of {1} runs**, word by word:', code(action), named(container)),
    fenced([...(hasEntrypoint ? [l10n.t('   ENTRYPOINT of the image, then')] : []), ...argv.map(wordText)].join('\n')),
    bullets([
      ...sourceNotes(action, hasEntrypoint),
      ...shellNotes(argv, hasEntrypoint),
      ...variableNotes(container, action, written),
    ]),
    link(
      l10n.t('Command and arguments of a container'),
      'tasks/inject-data-application/define-command-argument-container/',
    ),
  );
}

/**
 * The variables that the kubelet resolves in a command: in a probe those with `valueFrom` are empty, in a hook there are
 * none. Sources: pkg/kubelet/prober/prober.go, pkg/kubelet/lifecycle/handlers.go.
 */
function variablesOf(container: Container, action: string | undefined): Map<string, string | undefined> {
  if (isHook(action)) return new Map();
  const environment = environmentOf(container);
  return action === undefined ? environment : new Map([...environment].map(([name, value]) => [name, value ?? '']));
}

function isHook(action: string | undefined): boolean {
  return action === 'postStart' || action === 'preStop';
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

function variableNotes(container: Container, action: string | undefined, words: readonly string[]): string[] {
  const environment = environmentOf(container);
  const names = new Set(words.flatMap(referencesIn).map(({ name }) => name));
  // anything else is a command substitution of the shell
  const variables = [...names].filter((name) => environment.has(name) || /^[A-Z_][A-Z0-9_]*$/.test(name));
  return variables.map((name) => variableNote(container, action, name, environment));
}

function variableNote(
  container: Container,
  action: string | undefined,
  name: string,
  environment: ReadonlyMap<string, string | undefined>,
): string {
  const reference = code(`$(${name})`);
  const value = environment.get(name);
  if (isHook(action)) return l10n.t('{0} stays as it is written: in a hook nothing is resolved.', reference);
  if (value !== undefined) return l10n.t('{0} is {1}, from `env`.', reference, code(value, 60));
  if (environment.has(name)) {
    return action === undefined
      ? l10n.t('{0} is filled in when the container starts, from {1}.', reference, origin(container, name))
      : l10n.t('{0} is empty here: a probe knows only variables that have a `value`.', reference);
  }
  return action === undefined && pairOf(container.node, 'envFrom')
    ? l10n.t('{0} is not in `env`. If `envFrom` does not bring it, it stays as it is written.', reference)
    : l10n.t('{0} is not in `env`: it stays as it is written.', reference);
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
  return code(stringOf(valueAt(valueAt(from, 'fieldRef'), 'fieldPath')) ?? 'valueFrom');
}
