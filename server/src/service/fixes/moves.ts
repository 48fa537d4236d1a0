import { deref, indented, type Pair, pairOf, type SeqNode } from '../yaml/index.ts';
import { apply, type ChunkEdit } from './edit.ts';
import type { Editor } from './editor.ts';
import { inFlow, intoFlow } from './flow.ts';
import { breakAt, columnOf, lineEnd, lineStart, withComments } from './lines.ts';

/**
 * Moves an item of a list, comments and all, to the end of the list at another key, which is made in front of the list's
 * own key where it is missing. With its only item a list goes as well, if there is a list to go to.
 * @param changes edits within the item, made on the way
 * @returns undefined where it cannot be done without a loss: anchors and aliases, mixed styles
 */
export function moveItem(
  editor: Editor,
  list: SeqNode,
  index: number,
  key: string,
  changes: readonly ChunkEdit[] = [],
): ChunkEdit[] | undefined {
  const owner = list.parent;
  if (owner?.kind !== 'pair') return undefined;
  const target = pairOf(owner.parent, key);
  if (list.items.length < 2 && !target) return undefined;
  const into = deref(target?.value);
  if (target && (into?.kind !== 'seq' || into !== target.value || into.items.length === 0)) return undefined;
  if (into?.kind === 'seq' && (into.flow || inFlow(into)) !== (list.flow || inFlow(list))) return undefined;
  if (list.flow) return moveInFlow(editor, list, index, key, changes);
  const item = blockItem(editor, list, index, changes);
  if (!item) return undefined;
  if (into?.kind === 'seq') {
    if (keepsBlankLines(editor.text.slice(into.start, into.end))) return undefined;
    const lines = isSpaced(editor.text, into) ? ['', ...item.lines] : item.lines;
    const text = below(editor, lines, columnOf(editor.text, into.start));
    const at = lineEnd(editor.text, into.end);
    return [{ start: at, end: at, text }, item.removed];
  }
  return [inFront(editor, owner, [`${key}:`, ...nested(item.lines, list, owner, editor)]), item.removed];
}

interface BlockItem {
  /** Its lines from the dash on, the comments above them included. */
  lines: string[];
  removed: ChunkEdit;
}

function blockItem(
  { text }: Editor,
  list: SeqNode,
  index: number,
  changes: readonly ChunkEdit[],
): BlockItem | undefined {
  const { items, dashes } = list;
  const [item, dash] = [items[index], dashes[index]];
  if (!item || dash === undefined || text.slice(lineStart(text, dash), dash).trim() !== '') return undefined;
  const first = withComments(text, dash);
  const keyStart = keyLine(text, list);
  const gone = items.length > 1 ? first : keyStart && withComments(text, keyStart);
  const column = columnOf(text, dash);
  const end = withCommentsBelow(text, lineEnd(text, item.end), column);
  if (hasAnchors(text.slice(first, end)) || keepsBlankLines(text.slice(first, end))) return undefined;
  if (gone === undefined) return undefined;
  const changed = apply(text.slice(dash, end), shifted(changes, -dash)).replace(/\r?\n$/, '');
  // with the only item goes what is said of its list
  const comments = keyStart && items.length === 1 ? text.slice(gone, keyStart) : '';
  const moved = comments + text.slice(first, dash) + changed;
  const lines = moved.split(/\r?\n/).map((line) => line.slice(Math.min(column, line.search(/\S|$/))));
  const isFirst = items.length > 1 && index === 0;
  const gap = breakAt(text, end).length && linesBehind(text, end, isFirst || isBlankBefore(text, gone));
  // the last line of the text has no break behind it
  const from = gap ? gone : gone - (/\r?\n$/.exec(text.slice(0, gone))?.[0].length ?? 0);
  return { lines, removed: { start: from, end: end + gap, text: '' } };
}

/** How much a line break and, where the blank lines around would add up, those behind it are. */
function linesBehind(text: string, end: number, withBlank: boolean): number {
  const behind = withBlank ? /^(?:[^\S\n]*\n)+/ : /^\r?\n/;
  return behind.exec(text.slice(end))?.[0].length ?? 0;
}

function isBlankBefore(text: string, offset: number): boolean {
  return /(?:^|\n)[^\S\n]*\n$/.test(text.slice(0, offset));
}

/** Whether the items of a list have blank lines between them. */
function isSpaced(text: string, { items, dashes }: SeqNode): boolean {
  return /\n[^\S\n]*\n/.test(text.slice(items.at(-2)?.end ?? Infinity, dashes.at(-1)));
}

/** Start of the line of a list's key, where nothing is before it. */
function keyLine(text: string, { parent }: SeqNode): number | undefined {
  const start = parent && lineStart(text, parent.start);
  return parent && text.slice(start, parent.start).trim() === '' ? start : undefined;
}

function moveInFlow(
  editor: Editor,
  list: SeqNode,
  index: number,
  key: string,
  changes: readonly ChunkEdit[],
): ChunkEdit[] | undefined {
  const { text, style } = editor;
  const [item, owner] = [list.items[index], list.parent];
  if (!item || owner?.kind !== 'pair') return undefined;
  const written = text.slice(item.start, item.end);
  if (hasAnchors(written) || /(?:^|\s)#/.test(text.slice(list.start, list.end))) return undefined;
  const moved = apply(written, shifted(changes, -item.start));
  const removed = list.items.length > 1 ? editor.removeItem(list, index) : editor.removePair(owner);
  const into = deref(pairOf(owner.parent, key)?.value);
  if (into?.kind === 'seq') return [...removed, intoFlow(text, into, into.items, moved, style.eol)];
  if (owner.parent.flow) {
    const { start } = owner;
    const [first = item, last = item] = [list.items[0], list.items.at(-1)];
    const inner = text.slice(list.start + 1, first.start) + moved + text.slice(last.end, list.end - 1);
    const gap = /\s*$/.exec(text.slice(0, start))?.[0] || ' ';
    return [...removed, { start, end: start, text: `${editor.key(key)}: [${inner}],${gap}` }];
  }
  return moved.includes('\n') ? undefined : [...removed, inFront(editor, owner, [`${key}: [${moved}]`])];
}

/** Lines put in front of a key of a block map. */
function inFront({ text, style }: Editor, { start }: Pair, lines: readonly string[]): ChunkEdit {
  const column = columnOf(text, start);
  const all = lines.map((line, index) => (index ? indented(line, column) : line) + style.eol).join('');
  return { start, end: start, text: all + ' '.repeat(column) };
}

/** The lines of an item, as deep below a key as those of its list are. */
function nested(lines: readonly string[], list: SeqNode, owner: Pair, { text }: Editor): string[] {
  const depth = columnOf(text, list.start) - columnOf(text, owner.start);
  return lines.map((line) => indented(line, depth));
}

function below({ style }: Editor, lines: readonly string[], column: number): string {
  return lines.map((line) => style.eol + indented(line, column)).join('');
}

/** End of a line, or of the comment lines right below it that stand deeper than a column. */
function withCommentsBelow(text: string, end: number, column: number): number {
  const below = new RegExp(`^(?:\\r?\\n {${column + 1},}#[^\\r\\n]*)*`);
  return end + (below.exec(text.slice(end))?.[0].length ?? 0);
}

function hasAnchors(text: string): boolean {
  return /(?:^|[\s,[{])(?:[&*][\w-]|<<)/.test(text);
}

/** Whether a text has a block scalar to which the blank lines behind it belong. */
function keepsBlankLines(text: string): boolean {
  return /[|>]\d?\+\d?[^\S\n]*(?:#.*)?$/m.test(text);
}

function shifted(edits: readonly ChunkEdit[], by: number): ChunkEdit[] {
  return edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}
