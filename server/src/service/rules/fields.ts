import type { ChunkEdit, Editor } from '../fixes/index.ts';
import type { ApiObject } from '../schema/object.ts';
import type { Writable } from '../yaml/index.ts';

/**
 * Writes a value into a field, in place of what is there; what is around it is made where it is not written yet.
 * @param after the keys to stand behind, the last that is there counts
 */
export function setField(
  object: ApiObject,
  name: string,
  value: Writable,
  editor: Editor,
  after: readonly string[] = [],
): ChunkEdit[] {
  const pair = object.pair(name);
  if (pair) return editor.replaceNode(pair.value, value);
  if (object.node) return editor.insertPair(object.node, name, value, after);
  return object.parent ? setField(object.parent, object.field, { [name]: value }, editor) : [];
}

/** Takes a field out; no edits where it is not written. */
export function removeField(object: ApiObject, name: string, editor: Editor): ChunkEdit[] {
  const pair = object.pair(name);
  return pair ? editor.removePair(pair) : [];
}

/** Writes an entry of a map: a label. */
export function setEntry(object: ApiObject, name: string, key: string, value: string, editor: Editor): ChunkEdit[] {
  const map = object.value(name);
  if (map?.kind !== 'map' || map.pairs.length === 0) return setField(object, name, { [key]: value }, editor);
  const entry = object.values(name).find((each) => each.key === key)?.pair;
  return entry ? editor.replaceNode(entry.value, value) : editor.insertPair(map, key, value);
}
