import type { Span } from '../yaml/index.ts';

/** Replaces a part of a chunk; offsets as in its nodes. */
export interface ChunkEdit extends Span {
  text: string;
}

/** Applies edits that do not overlap; of two at one place the first comes first. */
export function apply(text: string, edits: readonly ChunkEdit[]): string {
  let result = '';
  let at = 0;
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  for (const { edit } of ordered) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** One edit that turns a text into another, without their common beginning and end. */
export function difference(before: string, after: string): ChunkEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}
