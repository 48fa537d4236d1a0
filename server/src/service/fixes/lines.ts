import type { Span } from '../yaml/index.ts';
import type { ChunkEdit } from './edit.ts';

/** Start of the line an offset is in, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  const start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  return start === 0 && text.startsWith('\ufeff') ? 1 : start;
}

/** Start of the line of an offset, or of the comment lines right above it. */
export function withComments(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^[^\S\n]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** End of the line an offset is in, line break not included. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

/** What stands before an offset in its line. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}

/** Column of an offset, from 0; a byte order mark has none. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The lines of a part of the text, without the indentation that its first line has. */
export function linesOf(text: string, { start, end }: Span): string[] {
  const column = columnOf(text, start);
  return text
    .slice(start, end)
    .split(/\r?\n/)
    .map((line, index) => (index ? line.slice(Math.min(column, line.search(/\S|$/))) : line));
}

/** Moves the lines of a node to the right, or to the left where `by` is negative. */
export function shiftedLines(text: string, { start, end }: Span, by: number): ChunkEdit[] {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const lines = [...text.slice(first, end).matchAll(/^[^\S\n]*(?=\S)/gm)];
  return lines.map(({ index, 0: blanks }) => {
    const at = first + index;
    return by < 0
      ? { start: at, end: at + Math.min(-by, blanks.length), text: '' }
      : { start: at, end: at, text: ' '.repeat(by) };
  });
}

/**
 * Removes what stands on lines of its own with these lines, keeping a comment behind it and what stands before it.
 * @param next where what follows it in the same collection starts
 */
export function withoutLines(text: string, span: Span, next: number | undefined): ChunkEdit {
  const [first, last] = [lineStart(text, span.start), lineEnd(text, span.end)];
  const alone = text.slice(first, span.start).trim() === '';
  const comment = text.slice(span.end, last).trim() !== '';
  if (!alone) {
    const joins = next !== undefined && !comment && text.slice(span.end, next).trim() === '';
    const end = comment ? span.end + text.slice(span.end).search(/\S/) : span.end;
    return { start: span.start, end: joins ? next : end, text: '' };
  }
  if (comment) return { start: span.start, end: span.end + text.slice(span.end).search(/\S/), text: '' };
  const breakLength = breakAt(text, last).length;
  if (breakLength) return { start: first, end: last + breakLength, text: '' };
  const breakBefore = /\r?\n$/.exec(text.slice(0, first))?.[0].length ?? 0;
  return { start: first - breakBefore, end: last, text: '' };
}

/** The line break at an offset; empty where there is none. */
export function breakAt(text: string, offset: number): string {
  return /^\r?\n/.exec(text.slice(offset, offset + 2))?.[0] ?? '';
}
