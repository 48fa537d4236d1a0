import type { Span, YamlNode } from '../yaml/index.ts';
import type { ChunkEdit } from './edit.ts';
import { columnOf } from './lines.ts';

/** Whether a node stands inside a flow collection, where block style is not possible. */
export function inFlow(node: YamlNode): boolean {
  for (let parent = node.parent; parent; parent = parent.kind === 'pair' ? parent.parent.parent : parent.parent) {
    if (parent.kind === 'pair' ? parent.parent.flow : parent.flow) return true;
  }
  return false;
}

/**
 * Adds an entry to a flow collection, on a line of its own where the others have one.
 * @param last the entry to stand behind; the last where none is given
 */
export function intoFlow(
  text: string,
  owner: Span,
  entries: readonly Span[],
  added: string,
  eol: string,
  last: Span | undefined = entries.at(-1),
): ChunkEdit {
  const [first] = entries;
  const open = owner.start + 1;
  if (!first || !last) return { start: open, end: open, text: added };
  const ownLines = text.slice(open, first.start).includes('\n');
  const gap = ownLines ? eol + ' '.repeat(columnOf(text, first.start)) : ' ';
  return { start: last.end, end: last.end, text: `,${gap}${added}` };
}

/** Removes an entry of a flow collection with the comma before or behind it. */
export function outOfFlow(text: string, entries: readonly Span[], index: number): ChunkEdit[] {
  const entry = entries[index];
  if (!entry) return [];
  // what is behind the comma, be it an anchor or a comment, belongs to the next
  const comma = index < entries.length - 1 && /^\s*,\s*/.exec(text.slice(entry.end));
  if (comma) return [{ start: entry.start, end: entry.end + comma[0].length, text: '' }];
  return [{ start: entries[index - 1]?.end ?? entry.start, end: entry.end, text: '' }];
}
