import { Chunk, isNull, nodesAt, type Pair, type ScalarNode, type Span } from '../../yaml/index.ts';

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
  /** What is replaced, in the document as it is: the scalar without its quotes. */
  replaced: Span;
  /** What has to be written in front: a blank, indentation, the dash of a list. */
  before: string;
  /** The column at which the scalar starts then. */
  column: number;
  /** Whether the colon of a key is there already. */
  hasColon: boolean;
  /** Whether it is the first in its line, so that lines may follow. */
  startsLine: boolean;
}

/** What has to be put around a scalar at the cursor for the text to be YAML. */
interface Attempt {
  before: string;
  after: string;
}

/** @returns undefined in comments, and where nothing can be put without breaking the document */
export function cursorAt(chunk: Chunk, offset: number): Cursor | undefined {
  for (const attempt of attemptsAt(chunk.text, offset)) {
    const marked = new Chunk(insert(chunk.text, offset, attempt));
    const isSound = isNoWorse(marked, chunk, offset);
    const token = tokenAt(marked, offset + attempt.before.length);
    if (isSound && token && isOwn(token, offset, attempt)) return readCursor(marked, token, offset, attempt);
    if (isSound && !token) return undefined;
  }
  return undefined;
}

function insert(text: string, offset: number, { before, after }: Attempt): string {
  return text.slice(0, offset) + before + mark + after + text.slice(offset);
}

/** What may make YAML of the text, the likeliest first. */
function attemptsAt(text: string, offset: number): Attempt[] {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const left = text.slice(start, offset);
  const right = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const [plain, key] = [
    { before: '', after: '' },
    { before: '', after: ':' },
  ];
  if (/^[ \t]*$/.test(left + right)) return blankLine(text, offset, left.length);
  // a colon or a dash is none before a blank follows it
  if (/(?:^|[\s-])-$|[^\s:]:$/.test(left) && !/^\S/.test(right)) return [{ before: ' ', after: '' }, plain];
  const isWhole = /^\s*(?:#|$)/.test(right);
  if (!isWhole) return [plain];
  return /^\s*(?:- +)*[^\s#]*$/.test(left) ? [key, plain] : [plain];
}

/** On an empty line a key, or an item of a list, at the column of the cursor or at that of the line below. */
function blankLine(text: string, offset: number, column: number): Attempt[] {
  const below = /\n([ ]*)[^\s#]/.exec(text.slice(offset))?.[1]?.length ?? 0;
  const columns = below > column ? [column, below] : [column];
  return columns.flatMap((wanted) => {
    const before = ' '.repeat(wanted - column);
    return [
      { before, after: ':' },
      { before: `${before}- `, after: '' },
    ];
  });
}

/** Whether what was read before the marker was put in is still read. */
function isNoWorse(marked: Chunk, { intact }: Chunk, offset: number): boolean {
  return (
    marked.intact === Number.POSITIVE_INFINITY || (intact < offset ? marked.intact >= intact : marked.intact > offset)
  );
}

function tokenAt({ root, text }: Chunk, at: number): ScalarNode | undefined {
  const [token] = root ? nodesAt(root, at) : [];
  return token?.kind === 'scalar' && token.start <= at && text.slice(token.start, token.end).includes(mark)
    ? token
    : undefined;
}

/** Whether a scalar is what was tried: it does not go on from the line above, nor take the lines below as its value. */
function isOwn({ start, parent }: ScalarNode, offset: number, { before, after }: Attempt): boolean {
  if (before !== '' && start !== offset + before.length) return false;
  return after === '' || parent?.kind !== 'pair' || isNull(parent.value);
}

function readCursor(chunk: Chunk, token: ScalarNode, offset: number, { before, after }: Attempt): Cursor {
  const { text } = chunk;
  const at = offset + before.length;
  const quote = token.style === 'single' || token.style === 'double' ? 1 : 0;
  const [start, end] = [token.start + quote, token.end - quote];
  const line = text.lastIndexOf('\n', token.start - 1) + 1;
  return {
    chunk,
    token,
    typed: text.slice(start, at),
    rest: text.slice(at + 1, end),
    replaced: { start: Math.min(start, offset), end: Math.max(offset, end - before.length - 1) },
    before,
    column: token.start - line,
    hasColon: isKey(token) && token.parent.colon && after === '',
    startsLine: /^[\s-]*$/.test(text.slice(line, token.start)),
  };
}

function isKey(token: ScalarNode): token is ScalarNode & { parent: Pair } {
  return token.parent?.kind === 'pair' && token.parent.key === token;
}
