import {
  completeArgvs,
  type PodSpec,
  type ScriptError,
  scriptErrorOf,
  shellCall,
  type Word,
} from '../../model/index.ts';
import { type Chunk, type ConcreteNode, once, type ScalarNode, type Span } from '../../yaml/index.ts';
import { unfolded, writtenSpan } from './written.ts';

/** A script that a manifest gives a shell with `-c`. */
export interface Script {
  word: Word;
  node: ScalarNode;
  /** The shell's name without its path. */
  shell: string;
  /** The options that the shell is started with: `-ec`. */
  options: readonly string[];
  /** What the shell reads, at the offsets of the scalar's value: `$$`, which the kubelet makes one `$`, is ` $`. */
  text: string;
}

/** The scripts of a pod, those of exec actions included, in shells that follow POSIX; none behind a mistake in the YAML. */
export const scriptsOf = once((pod: PodSpec): readonly Script[] =>
  completeArgvs(pod).flatMap(({ words, action }) => {
    const texts = words.map(({ text }) => text);
    const call = shellCall(texts);
    const word = words[call?.script ?? -1];
    if (!call || !word || call.flag === undefined || call.shell === 'zsh' || word.node.kind !== 'scalar') return [];
    if (word.node.end > pod.workload.chunk.intact) return [];
    const isExpanded = action !== 'preStop' && action !== 'postStart';
    const text = isExpanded ? word.text.replaceAll('$$', ' $') : word.text;
    const options = texts.slice(call.at + 1, call.script);
    return [{ word, node: word.node, shell: call.shell, options, text }];
  }),
);

/** Where a part of a script is written. */
export function spanIn({ node }: Script, part: Span, chunk: Chunk): Span {
  return writtenSpan(node, part, chunk);
}

/**
 * What the shell of a script does not understand in it; undefined also where the script hands over or ends before, and where
 * `[[` is a command like any other to the shell.
 */
export function errorOf({ shell, text }: Script): ScriptError | undefined {
  const error = scriptErrorOf(text);
  if (!error || (error.closer === ']]' && shell !== 'bash')) return undefined;
  const before = text.slice(0, (error.opener ?? error.at).start);
  return /^(?:exec|exit)\b.*\n/m.test(before) ? undefined : error;
}

/**
 * The script as it is written, where YAML made blanks of its line breaks and a shell understands it only with them.
 * @returns a text at the same offsets
 */
export function brokenFold(script: Script, chunk: Chunk): string | undefined {
  if (!scriptErrorOf(script.text)) return undefined;
  const lines = unfolded(script.node, chunk);
  return lines !== undefined && !scriptErrorOf(lines) ? lines : undefined;
}

const comment = /[ \t]+#[^\r\n]*/y;

/** A comment behind a text without quotes, with the blanks before it. */
export function commentBehind(node: ConcreteNode, { text }: Chunk): Span | undefined {
  if (node.kind !== 'scalar' || node.style !== 'plain' || !/[ \t]/.test(text.charAt(node.end))) return undefined;
  comment.lastIndex = node.end;
  const written = comment.exec(text)?.[0].trimEnd();
  return written === undefined ? undefined : { start: node.end, end: node.end + written.length };
}

/** The comment that has cut a script, where the shell understands the script only with what stands in it. */
export function cutComment({ node, text }: Script, chunk: Chunk): Span | undefined {
  const cut = scriptErrorOf(text) && commentBehind(node, chunk);
  return cut && !scriptErrorOf(text + chunk.text.slice(cut.start, cut.end)) ? cut : undefined;
}

const namedTokens = /^(?:[;&|()]+|if|then|elif|else|fi|do|done|case|esac|while|until|for|in|[{}!])$/;

/** What the shell says of a script that it does not understand. */
export function complaintOf({ shell, text }: Script, { at, closer = '' }: ScriptError): string {
  const found = text.slice(at.start, at.end);
  const isQuote = closer === '"' || closer === "'";
  const expecting = closer === 'esac' || closer === '' ? '' : ` (expecting "${closer}")`;
  const what =
    found === '' ? 'end of file' : found === '\n' ? 'newline' : namedTokens.test(found) ? `"${found}"` : 'word';
  switch (shell) {
    case 'bash':
      if (isQuote || closer === '`') return `bash: unexpected EOF while looking for matching \`${closer}'`;
      return found
        ? `bash: syntax error near unexpected token \`${found === '\n' ? what : found}'`
        : 'bash: syntax error: unexpected end of file';
    case 'dash':
      if (isQuote) return 'dash: Syntax error: Unterminated quoted string';
      return `dash: Syntax error: ${what} unexpected${expecting}`;
    default:
      if (isQuote) return `${shell}: syntax error: unterminated quoted string`;
      return `${shell}: syntax error: unexpected ${what}${expecting}`;
  }
}
