import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../fixes/index.ts';
import type { ApiObject } from '../schema/object.ts';
import type { Pair, Writable } from '../yaml/index.ts';
import { type Fix, suggestion } from './rule.ts';

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

/** Writes an entry of a map: a label. */
export function setEntry(object: ApiObject, name: string, key: string, value: string, editor: Editor): ChunkEdit[] {
  const map = object.value(name);
  if (map?.kind !== 'map' || map.pairs.length === 0) return setField(object, name, { [key]: value }, editor);
  const entry = object.values(name).find((each) => each.key === key)?.pair;
  return entry ? editor.replaceNode(entry.value, value) : editor.insertPair(map, key, value);
}

/** Takes an object out of the list it is in; no edits where the list is an alias. */
export function removeEntry({ path, parent, field }: ApiObject, editor: Editor): ChunkEdit[] {
  const list = parent?.pair(field)?.value;
  const index = Number(/\[(\d+)\]$/.exec(path)?.[1]);
  return list?.kind === 'seq' ? editor.removeItem(list, index) : [];
}

/** The fix that takes a field out; none where it is not written. */
export function removeFix(pair: Pair | undefined, editor: Editor): Fix[] {
  return pair ? [suggestion(l10n.t('Remove {0}', pair.key.text), editor.removePair(pair))] : [];
}

/** The fix that takes two fields of an object out, or the one of them that is written. */
export function removeBothFix(object: ApiObject, name: string, other: string, editor: Editor): Fix[] {
  const [pair, beside] = [object.pair(name), object.pair(other)];
  if (!pair || !beside || pair.parent !== beside.parent) return removeFix(pair ?? beside, editor);
  return [suggestion(l10n.t('Remove {0} and {1}', name, other), editor.removePairs([pair, beside]))];
}

/** The fix that writes another value where the wrong one is underlined. */
export function changeFix(object: ApiObject, name: string, value: string | number, editor: Editor): Fix {
  return suggestion(l10n.t('Change to {0}', value), setField(object, name, value, editor));
}

/** The fix that gives a field a value, be it written or not, where something else is underlined. */
export function setFix(
  object: ApiObject,
  name: string,
  value: string | number | boolean,
  editor: Editor,
  after: readonly string[] = [],
): Fix {
  const text = String(value);
  const title = object.pair(name) ? l10n.t('Change {0} to {1}', name, text) : l10n.t('Add {0}: {1}', name, text);
  return suggestion(title, setField(object, name, value, editor, after));
}
