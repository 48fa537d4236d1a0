import type { ChunkEdit } from '../fixes/index.ts';
import type { Chunk, Span } from '../yaml/index.ts';
import { isComment } from './suppressions.ts';

/**
 * Whether the comments in what edits replace are written again, wherever they stand then.
 * @param kept the edits of which comments may not go with what is taken out
 */
export function keepsComments(chunk: Chunk, edits: readonly ChunkEdit[], kept = edits): boolean {
  const written = edits.flatMap(({ text }) => commentsIn(text).map(([comment]) => comment.trimEnd()));
  return areAllIn(
    kept.flatMap((edit) => commentsOf(chunk, edit)),
    written,
  );
}

/** The comments of a document, or of a part of it. */
export function commentsOf(chunk: Chunk, { start, end }: Span = { start: 0, end: chunk.text.length }): string[] {
  return commentsIn(chunk.text.slice(start, end)).flatMap(({ 0: comment, index }) =>
    isComment(chunk, start + index) ? comment.trimEnd() : [],
  );
}

function commentsIn(text: string) {
  return [...text.matchAll(/(?<=^|\s)#[^\r\n]*/g)];
}

/** Whether texts are in a list, each as often as it is among them. */
export function areAllIn(texts: readonly string[], list: readonly string[]): boolean {
  const left = new Map<string, number>();
  for (const text of list) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.every((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  });
}
