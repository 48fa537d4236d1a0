import { type ChunkEdit, type Editor, inFlow } from '../../fixes/index.ts';
import {
  commandFields,
  containersOf,
  readCommandLine,
  shellCall,
  startsInterpreter,
  workloadsOf,
} from '../../model/index.ts';
import type { Chunk, SeqNode, Span, Writable, YamlNode } from '../../yaml/index.ts';

/** A list that a command line can be written as. */
export interface Form {
  words: string[];
  /** Whether it starts a shell that the line did not name. */
  addsShell: boolean;
  /** Whether nothing else can be meant. */
  sure: boolean;
}

/** Where a command line stands. */
export interface Place {
  field: 'command' | 'args';
  /** The words in front of it: of `command`, where it is in `args`. */
  before: readonly string[];
  /** Names of the container's variables. */
  variables: ReadonlySet<string>;
  windows: boolean;
}

/** The lists that a command line may stand for, the best first; none where there is nothing sensible. */
export function formsOf(line: string, place: Place): Form[] {
  const text = line
    .replace(/[“”„]/g, '"')
    .replace(/^"([^"]*)"$/, '$1')
    .trim();
  const list = (words: string[], sure = false): Form => ({ words, addsShell: false, sure });
  if (text === '') return [];
  const shell = shellCall(place.before);
  if (shell && shell.flag === undefined && shell.script === undefined) return [list(['-c', line])];
  const wantsScript = shell
    ? shell.script === undefined
    : startsInterpreter(place.before) && endsInOption(place.before);
  if (wantsScript) return [list([line], true)];
  const written = writtenList(text);
  if (written) return [list(written, true)];
  const script = scriptAfterShell(text, place.variables);
  if (script) return [list(script)];
  // a backslash is part of a path there
  if (place.windows || /^[A-Za-z]:\\/.test(text)) return /["'\n]/.test(text) ? [] : [list(text.split(/\s+/))];
  return posixForms(line, text, place);
}

function posixForms(line: string, text: string, { field, before, variables }: Place): Form[] {
  const read = readCommandLine(text, variables);
  const withShell: Form = { words: ['sh', '-c', text.includes('\n') ? line : text], addsShell: true, sure: false };
  if (read.kind === 'plain') {
    const array: Form = { words: read.words, addsShell: false, sure: true };
    const onlyArray = field === 'args' || read.words.length === 1 || shellCall(read.words);
    return onlyArray ? [array] : [array, withShell];
  }
  const arrays = atBlanks(text).map((words): Form => ({ words, addsShell: false, sure: false }));
  if (read.kind === 'open') return arrays;
  // what only follows a program that is named elsewhere cannot start a shell
  if (field === 'args' && (before.length > 0 || text.startsWith('-'))) return arrays;
  return isMeantForShell(text) ? [withShell] : [withShell, ...arrays];
}

/** Whether words of a line would be wrong without a shell: operators, variables, keywords; not so globs, which may be meant. */
function isMeantForShell(text: string): boolean {
  return /[|&;<>$`(){}#!]|^\s*(?:[A-Za-z_]\w*=|(?:cd|exec|export|set|source|\.|if|for|while|until|case)\s)/.test(text);
}

/** Whether the last word is an option that a script follows: `python -c`, `perl -e`, `cmd /c`. */
function endsInOption(words: readonly string[]): boolean {
  return /^(?:-[ce]|-command|\/c)$/i.test(words.at(-1) ?? '');
}

/** `'["sleep", "1000"]'`: the list is there, in quotes. */
function writtenList(text: string): string[] | undefined {
  if (!/^\[.*\]$/s.test(text)) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

/** `sh -c echo hi && ls`: what follows `-c` without quotes was meant to be the script as a whole. */
function scriptAfterShell(text: string, variables: ReadonlySet<string>): string[] | undefined {
  const match = /^(\S+)\s+(-[a-z]*c)\s+(.*)$/s.exec(text);
  const [, shell = '', flag = '', script = ''] = match ?? [];
  if (!shellCall([shell])) return undefined;
  const read = readCommandLine(script, variables);
  return read.kind === 'plain' && read.words.length === 1 ? undefined : [shell, flag, script];
}

/** Split at blanks, where no quote or backslash says otherwise; an apostrophe in a word is no quote. */
function atBlanks(text: string): string[][] {
  return /["'\\\n]/.test(text.replace(/(?<=\w)'(?=\w)/g, '')) ? [] : [text.split(/\s+/)];
}

/**
 * Puts a list in place of a node, in the style in which the document's other commands are written.
 * @param keys keys that the list goes below: `exec: x` becomes `exec: {command: [x]}`
 */
export function replaceByList(
  editor: Editor,
  chunk: Chunk,
  node: YamlNode,
  words: readonly string[],
  keys: readonly string[] = [],
): ChunkEdit[] {
  const like = chunk.derive(firstList, () => firstList(chunk));
  const asBlock = words.some((word) => word.includes('\n')) || like?.flow === false;
  if (asBlock && !inFlow(node)) {
    return editor.replaceNode(
      node,
      keys.reduceRight<Writable>((value, key) => ({ [key]: value }), [...words]),
    );
  }
  const list = editor.replace(node, editor.flowList(words, like));
  return keys.length > 0 && node.parent?.kind === 'pair' ? [...editor.nest(node.parent, keys), list] : [list];
}

function firstList(chunk: Chunk): SeqNode | undefined {
  return workloadsOf(chunk)
    .flatMap(({ pod }) => (pod ? containersOf(pod) : []))
    .flatMap(commandFields)
    .flatMap(({ node }) => (node.kind === 'seq' && node.items.length > 0 ? [node] : []))
    .at(0);
}

/** A list as it is shown in messages and titles. */
export function shown(words: readonly string[]): string {
  const text = JSON.stringify(words, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/^\[ | \]$/g, (bracket) => bracket.trim());
  return text.length > 80 ? `${text.slice(0, 76)}…"]` : text;
}

/** What is underlined of a node: of a text of several lines the first only. */
export function firstLine(node: Span, { text }: Chunk): Span {
  const [line = ''] = text.slice(node.start, node.end).split(/\r?\n/, 1);
  return { start: node.start, end: node.start + line.length };
}
