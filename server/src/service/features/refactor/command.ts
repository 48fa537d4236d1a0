import * as l10n from '@vscode/l10n';
import { type ChunkEdit, type Editor, inFlow, isShared } from '../../fixes/index.ts';
import {
  type Argv,
  type CommandField,
  commandFields,
  environmentOf,
  isCommandLine,
  isWindows,
  readCommandLine,
  referencesIn,
  type Word,
  wordsOf,
} from '../../model/index.ts';
import { strayOperator } from '../../rules/command/exec-form.ts';
import { shown } from '../../rules/command/forms.ts';
import type { YamlNode } from '../../yaml/index.ts';
import { scriptLine, scriptLines } from './layout.ts';
import type { RefactorContext, Refactoring } from './refactoring.ts';
import { forShell } from './shellWords.ts';
import { type WrittenCommand, writtenCommand } from './written.ts';

/** The other forms of the `command` or `args` at the cursor: a list on one line or not, with a shell or without. */
export function commandForms({ container, offset, editor }: RefactorContext): Refactoring[] {
  const fields = container ? commandFields(container) : [];
  const field = fields.find(({ pair }) => pair.start <= offset && offset <= pair.end);
  const command = container && field && writtenCommand(container, field.action);
  if (!command || command.lists.some(({ list }) => isShared(list))) return [];
  const forms = [...listForms(field, command, editor), ...scriptForms(command, editor)];
  return isWindows(container.pod) ? forms : [...forms, ...withShell(command, editor), ...withoutShell(command, editor)];
}

/** On one line, or one word below the other. */
function listForms(field: CommandField, command: WrittenCommand, editor: Editor): Refactoring[] {
  const list = field.node;
  if (list.kind !== 'seq' || inFlow(list)) return [];
  const words = wordsOf(field);
  if (list.flow) {
    const texts = words.map(({ text }) => text);
    return rewriting(l10n.t('Write {0} as a block list', field.name), editor.replaceNode(list, texts));
  }
  const lines = words.flatMap((word) => (isScript(word, command) ? scriptLine(word.text) : word.text) ?? '\n');
  if (lines.some((line) => line.includes('\n'))) return [];
  return rewriting(l10n.t('Write {0} on one line', field.name), editor.replaceWithList(list, lines));
}

function isScript({ node }: Word, { argv, shell }: WrittenCommand): boolean {
  return argv.words[shell?.script ?? -1]?.node === node;
}

/** The script of a shell as the lines of a literal block. */
function scriptForms({ argv, shell, lists }: WrittenCommand, editor: Editor): Refactoring[] {
  const word = argv.words[shell?.script ?? -1];
  const list = lists.find(({ field }) => field === word?.field)?.list;
  if (!word || !list || inFlow(list) || isBlockScalar(word.node)) return [];
  const script = scriptLines(word.text, ' '.repeat(editor.style.indent));
  if (!list.flow) {
    return rewriting(
      l10n.t('Write the script line by line'),
      editor.replaceItems(list, word.index, word.index, [script]),
    );
  }
  // as a block list it has its lines anyway
  if (word.text.includes('\n')) return [];
  const words = wordsOf(word.field).map(({ index, text }) => (index === word.index ? script : text));
  return rewriting(l10n.t('Write the script line by line'), editor.replaceNode(list, words));
}

function isBlockScalar(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}

function withShell(command: WrittenCommand, editor: Editor): Refactoring[] {
  const { argv, texts, shell } = command;
  const [program = ''] = texts;
  if (argv.entrypoint || shell || program === '' || program.startsWith('-')) return [];
  // a whole command line as the program, or an operator among the words, is a mistake with a fix of its own
  if (isCommandLine(program) || strayOperator(argv)) return [];
  const script = hasReferences(argv) && argv.action ? undefined : forShell(texts, environmentOf(argv.container));
  if (script === undefined) return [];
  const words = ['sh', '-c', script];
  return rewriting(l10n.t('Run it with a shell: {0}', shown(words)), replaced(command, words, 2, editor));
}

/** For a script of one command, in which nothing is left to a shell. */
function withoutShell(command: WrittenCommand, editor: Editor): Refactoring[] {
  const { argv, texts, shell } = command;
  if (shell?.at !== 0 || texts[1] !== '-c' || texts.length !== 3) return [];
  const script = (texts[2] ?? '').trim().replace(/^exec\s+(?!-)/, '');
  const variables = environmentOf(argv.container);
  const isPlain = ({ name }: { name: string }) => /^[\w.:/@%+=,-]+$/.test(variables.get(name) ?? '');
  if (script.includes('$$') || !referencesIn(script).every(isPlain) || (hasReferences(argv) && argv.action)) return [];
  const line = readCommandLine(script, new Set(variables.keys()));
  if (line.kind !== 'plain') return [];
  const title = l10n.t('Run it without a shell: {0}', shown(line.words));
  return rewriting(title, replaced(command, line.words, 1, editor));
}

/** Whether the kubelet replaces something in the words of a command, or would if it were not in an action. */
function hasReferences({ words }: Argv): boolean {
  return words.some(({ text }) => /\$[$(]/.test(text));
}

/**
 * Puts words in place of those of a command.
 * @param first how many of them belong into `command` where there are `args` as well
 * @returns undefined where a list would be empty, or lose a comment
 */
function replaced(
  { lists }: WrittenCommand,
  words: readonly string[],
  first: number,
  editor: Editor,
): ChunkEdit[] | undefined {
  const parts = lists.length > 1 ? [words.slice(0, first), words.slice(first)] : [words];
  const edits = lists.map(({ list }, index) => {
    const part = parts[index] ?? [];
    return part.length > 0 ? editor.replaceItems(list, 0, list.items.length - 1, part) : undefined;
  });
  return edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []);
}

function rewriting(title: string, edits: ChunkEdit[] | undefined): Refactoring[] {
  return edits ? [{ title, kind: 'refactor.rewrite', edits }] : [];
}
