import { inFlow, lineStart } from '../../fixes/index.ts';
import { Chunk, isNull, nodesAt, type Pair, type ScalarNode, type Span } from '../../yaml/index.ts';
import { type LinesAround, linesAround } from './lines.ts';

/** Stands in a text where something is being typed; no manifest has this character. */
const mark = '\ue000';

/** The place where something is completed: the scalar that it is going to be, in the document as it would be then. */
export interface Cursor {
  /** The document with the scalar in it; parsed, as what is half typed often is no YAML yet. */
  chunk: Chunk;
  token: ScalarNode;
  /** What of the scalar stands in front of the cursor, and behind it. */
  typed: string;
  rest: string;
  /** What is replaced, in the document as it is: the scalar without its quotes, and blanks that are too many. */
  replaced: Span;
  /** What has to be written in front: a blank, indentation, the dash of a list. */
  before: string;
  /** What has to be written behind: the comma before the next entry of a flow collection. */
  behind: string;
  /** The column at which the scalar starts then. */
  column: number;
  /** Whether it is the key of a pair that has its colon. */
  hasColon: boolean;
  /** Whether it is the first in its line, so that lines may follow. */
  startsLine: boolean;
}

/** What is put into a text at an offset, so that it is YAML with a scalar at the cursor. */
interface Attempt {
  at: number;
  before: string;
  after: string;
}

/**
 * What a scalar at an offset of a document would be.
 * @returns undefined in comments and longer texts, and where nothing can be put without breaking the document
 */
export function cursorAt(chunk: Chunk, offset: number): Cursor | undefined {
  for (const attempt of attemptsAt(chunk.text, offset)) {
    const result = tryOut(chunk, offset, attempt);
    if (result === 'text') return undefined;
    if (result !== 'broken') return result;
  }
  return undefined;
}

/** @returns `text` where the marker is in a comment or in a text of several lines; `broken` where it is no scalar of its own */
function tryOut(chunk: Chunk, offset: number, attempt: Attempt): Cursor | 'text' | 'broken' {
  const { at, before, after } = attempt;
  const { text, podTemplates } = chunk;
  const marked = new Chunk(text.slice(0, at) + before + mark + after + text.slice(at), podTemplates);
  const token = tokenAt(marked, at + before.length);
  if (!isNoWorse(marked, chunk, at)) return 'broken';
  if (!token || token.style === 'literal' || token.style === 'folded') return 'text';
  return isOwn(token, attempt) ? readCursor(marked, token, offset, attempt) : 'broken';
}

/** What may make YAML of the text, the likeliest first. */
function attemptsAt(text: string, offset: number): Attempt[] {
  const start = lineStart(text, offset);
  const left = text.slice(start, offset);
  const right = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const isEnd = /^\s*(?:#|$)/.test(right);
  const [plain, key, behind, entry] = [
    { at: offset, before: '', after: '' },
    { at: offset, before: '', after: ':' },
    { at: offset, before: ' ', after: '' },
    { at: offset, before: '', after: ',' },
  ];
  if (/^ *$/.test(left) && /^\s*$/.test(right)) {
    return [...blankLine(linesAround(text, offset), start, left.length), entry];
  }
  // a dash or colon is none before a blank follows it
  if (isEnd && /(?:^|[\s-])-$/.test(left)) return [{ ...key, before: ' ' }, behind];
  if (/[^\s:]:$/.test(left) && !/^[^\s,\]}]/.test(right)) return [behind, plain];
  return isEnd && /^\s*(?:- +)*[^\s#]*$/.test(left) ? [key, plain] : [plain, entry];
}

/**
 * On an empty line a key, or an item of a list: at the column of the cursor, else at that of the line below, else at the
 * next column to its left.
 */
function blankLine({ above, opens, below }: LinesAround, start: number, column: number): Attempt[] {
  const isKnown = above.some((line) => line.column === column) || (opens !== undefined && column > opens);
  const left = above.find((line) => line.column < column)?.column ?? 0;
  const columns = [...(isKnown ? [column] : []), ...(below && below.column > column ? [below.column] : []), left];
  return [...new Set(columns)].flatMap((wanted) => {
    // what stands further right below would become its value
    if (below && below.column > wanted) return [];
    const key = { at: start + Math.min(wanted, column), before: ' '.repeat(Math.max(0, wanted - column)), after: ':' };
    const item = { ...key, before: `${key.before}- ` };
    if (below?.column === wanted && below.isDash) return [item];
    return above.some((line) => line.column === wanted && line.isDash) ? [key, item] : [key];
  });
}

/** Whether what was read before the marker was put in is still read; what is fine is not compared. */
function isNoWorse(marked: Chunk, chunk: Chunk, at: number): boolean {
  if (marked.intact === Number.POSITIVE_INFINITY) return true;
  // a line that starts at a column where nothing can stand
  if (marked.intact === lineStart(marked.text, at)) return false;
  return chunk.intact < at
    ? marked.intact >= chunk.intact
    : chunk.intact < Number.POSITIVE_INFINITY && marked.intact > at;
}

function tokenAt({ root, text }: Chunk, at: number): ScalarNode | undefined {
  const [token] = root ? nodesAt(root, at) : [];
  return token?.kind === 'scalar' && token.start <= at && text.slice(token.start, token.end).includes(mark)
    ? token
    : undefined;
}

/**
 * Whether a scalar is what was tried: it does not go on from the line above, nor take the lines below as its value, nor
 * what stands behind it as a part of a key.
 */
function isOwn(token: ScalarNode, { at, before, after }: Attempt): boolean {
  if (before !== '' && token.start !== at + before.length) return false;
  if (isKey(token) && (token.style === 'plain' ? /[\s"']/ : /[\r\n]/).test(token.text)) return false;
  if (after === '') return true;
  if (after === ',')
    return (isKey(token) || token.parent?.kind === 'seq') && inFlow(token) && !token.text.includes(',');
  if (!isKey(token) || !isNull(token.parent.value)) return false;
  // a dash in the middle of an item would take its rest
  return !before.endsWith('- ') || token.parent.parent.pairs.length === 1;
}

function readCursor(chunk: Chunk, token: ScalarNode, offset: number, { at, before, after }: Attempt): Cursor {
  const { text } = chunk;
  const place = at + before.length;
  const quote = token.style === 'single' || token.style === 'double' ? 1 : 0;
  const [start, end] = [token.start + quote, token.end - quote];
  const line = lineStart(text, token.start);
  return {
    chunk,
    token,
    typed: text.slice(start, place),
    rest: text.slice(place + 1, end),
    replaced: { start: Math.min(start, at), end: Math.max(offset, end - before.length - 1) },
    before,
    behind: after === ',' ? after : '',
    column: token.start - line,
    hasColon: isKey(token) && token.parent.colon && after === '',
    startsLine: /^[\s-]*$/.test(text.slice(line, token.start)),
  };
}

/** Whether a scalar is the key of a pair. */
export function isKey(token: ScalarNode): token is ScalarNode & { parent: Pair } {
  return token.parent?.kind === 'pair' && token.parent.key === token;
}
