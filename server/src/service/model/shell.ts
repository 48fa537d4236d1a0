import { parse } from 'shell-quote';
import { referencesIn } from './expand.ts';

/**
 * What a command line is: words that a program can be started with, a line that only a shell understands (pipes, `$VAR`,
 * globs, loops, …), or one in which a quote is not closed.
 */
export type CommandLine = { kind: 'plain'; words: string[] } | { kind: 'shell' } | { kind: 'open' };

// what shell-quote must not see; private characters that no manifest has
const [open, close, hash, question] = ['\ue000', '\ue001', '\ue002', '\ue003'];
const unmasked: Record<string, string> = { [open]: '$(', [close]: ')', [hash]: '#', [question]: '?' };

const quotedParts = /\\[\s\S]|'[^']*'|("(?:\\[\s\S]|[^"\\])*")/g;
const shellWords = new Set(
  'if while until for case select function time { ! [ [[ : . alias break cd command continue eval exec exit export local read readonly return set shift source trap type ulimit umask unset wait'.split(
    ' ',
  ),
);

/**
 * Splits a command line as a shell would.
 * @param variables the variables of the container: `$(NAME)` of such a name is a Kubernetes reference and stays as it
 *   is, and so is one in capitals; anything else in `$( )` is a command substitution
 */
export function readCommandLine(line: string, variables: ReadonlySet<string>): CommandLine {
  const text = masked(line.trim(), variables);
  if (/['"]/.test(text.replace(quotedParts, '')) || /(?:^|[^\\])(?:\\\\)*\\$/.test(text)) return { kind: 'open' };
  if (text.includes('\n') || /(?:^|\s)~(?:\/|\s|$)/.test(text) || substitutes(text)) return { kind: 'shell' };
  const words = parseWords(text);
  const [program] = words ?? [];
  if (!words || program === undefined || shellWords.has(program) || /^[A-Za-z_]\w*\+?=/.test(program)) {
    return { kind: 'shell' };
  }
  return {
    kind: 'plain',
    words: words.map((word) => word.replace(/[\ue000-\ue003]/g, (mask) => unmasked[mask] ?? '')),
  };
}

function masked(text: string, variables: ReadonlySet<string>): string {
  let result = '';
  let at = 0;
  for (const { name, start, end } of referencesIn(text)) {
    if (!variables.has(name) && !/^[A-Z][A-Z0-9_]*$/.test(name)) continue;
    result += `${text.slice(at, start)}${open}${name}${close}`;
    at = end;
  }
  // a `#` inside a word starts no comment, and a `?` in a URL matches no file
  return (result + text.slice(at)).replace(/(?<=\S)#/g, hash).replace(/(?<=:\/\/[^\s'"]*)\?/g, question);
}

/** Whether there is a command substitution, also inside of double quotes. */
function substitutes(text: string): boolean {
  return /`|\$\(/.test(text.replace(quotedParts, (_, double: string | undefined) => double ?? ''));
}

/** The words of a line; undefined where it has operators, globs, variables or comments. */
function parseWords(text: string): string[] | undefined {
  const variable = (name: string) => (name === '' ? undefined : { name });
  try {
    const entries = parse(text, variable);
    return entries.every((entry) => typeof entry === 'string') ? entries : undefined;
  } catch {
    return undefined;
  }
}

/** Words that mean something between the words of a command, but only to a shell. */
export const shellOperators: ReadonlySet<string> = new Set(['&&', '||', '|', '>', '>>', '<', ';', '&', '2>&1']);

/** Writes words as one line for a shell; operators, `$VAR` and globs keep the meaning that they have to it. */
export function joinForShell(words: readonly string[]): string {
  return words.map(quotedForShell).join(' ');
}

function quotedForShell(word: string): string {
  const bare = shellOperators.has(word) || /^\d*[<>]/.test(word) || /^(?!#)[^\s'"\\`();|&<>]+;?$/.test(word);
  const reference = /^[^\s'"\\`;|&<>]+$/.test(word) && referencesIn(word).length > 0;
  if ((bare && !hasVariable(word)) || reference) return word;
  if (hasVariable(word) || word.includes("'")) return `"${word.replace(/["\\`]/g, '\\$&')}"`;
  return `'${word}'`;
}

function hasVariable(word: string): boolean {
  return /\$[A-Za-z_{]|\$\(\w+\s/.test(word);
}

/**
 * Whether an item that names a program holds a whole command line: blanks behind a bare word or path. A path with escaped
 * blanks or a drive letter is one program.
 */
export function isCommandLine(item: string): boolean {
  const text = item.trim();
  if (text.includes('\n')) return true;
  return /^[\w./+@=$(){}[\]:!-]+\s/.test(text) && !/^[A-Za-z]:[\\/]/.test(text) && !/\\\s/.test(text);
}
