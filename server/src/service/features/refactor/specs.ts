import { type ChunkEdit, columnOf, type Editor, lineEnd } from '../../fixes/index.ts';
import {
  effectivePairs,
  isNull,
  type MapNode,
  type Pair,
  pairOf,
  type Span,
  stringOf,
  valueAt,
} from '../../yaml/index.ts';

/** A pair that is written in a map, with a value of its own: no merged one, and no alias. */
export function ownPair(map: MapNode | undefined, key: string): Pair | undefined {
  const pair = pairOf(map, key);
  return pair?.parent === map && pair?.value.kind !== 'alias' && pair?.colon ? pair : undefined;
}

/** The lines below the key of a block map, with the comments behind it that stand as deep as it does. */
export function linesBelow({ value, colonEnd }: Pair, text: string): Span {
  const end = lineEnd(text, value.end);
  const comments = new RegExp(`^(?:\\s*\\n {${columnOf(text, value.start)},}#[^\\r\\n]*)+`).exec(text.slice(end));
  return { start: text.indexOf('\n', colonEnd) + 1, end: end + (comments?.[0].length ?? 0) };
}

/** The edits that take out the state of an object, which is the server's; undefined where there is one. */
export function withoutStatus(root: MapNode, editor: Editor): ChunkEdit[] | undefined {
  const status = pairOf(root, 'status');
  if (!status) return [];
  const { value, parent } = status;
  const isEmpty = isNull(value) || (value.kind === 'map' && value.pairs.length === 0);
  return isEmpty && parent === root ? editor.removePair(status) : undefined;
}

/** The edits that make an object one of another kind; undefined where its head is not its own. */
export function withHead(root: MapNode, apiVersion: string, kind: string, editor: Editor): ChunkEdit[] | undefined {
  const heads = { apiVersion: ownPair(root, 'apiVersion'), kind: ownPair(root, 'kind') };
  if (!heads.apiVersion || !heads.kind) return undefined;
  return [...editor.replaceNode(heads.apiVersion.value, apiVersion), ...editor.replaceNode(heads.kind.value, kind)];
}

/** The entries of a map of texts at a key, none where it is not written; undefined where something else is in it. */
export function textsAt(map: MapNode | undefined, key: string): Record<string, string> | undefined {
  const value = valueAt(map, key);
  if (!value) return {};
  if (value.kind !== 'map') return undefined;
  const texts: Record<string, string> = {};
  for (const [name, pair] of effectivePairs(value)) {
    const text = stringOf(pair.value);
    if (text === undefined) return undefined;
    texts[name] = text;
  }
  return texts;
}
