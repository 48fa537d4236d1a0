import { columnOf } from '../../fixes/index.ts';
import { type Workload, workloadsOf } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import type { KnownField } from '../../schema/overlay/index.ts';
import { isNull, keyText, type MapNode, nodesAt, type Pair, type ScalarNode, type YamlNode } from '../../yaml/index.ts';
import { type Place, placeOf } from '../place.ts';
import type { Cursor } from './cursor.ts';

/** A field whose value is asked for. */
export interface AskedField {
  workload: Workload;
  object: ApiObject;
  name: string;
  known: KnownField;
  /** The field's key and value. */
  pair: Pair;
}

/** What can stand at a cursor. */
export type Expected =
  /** A field of an object. */
  | { kind: 'key'; workload: Workload; object: ApiObject }
  /** The value of a field: a scalar, or a whole list, map or object. */
  | ({ kind: 'value' } & AskedField)
  /** An entry of the list that a field is. */
  | ({ kind: 'item' } & AskedField)
  /** The key of an entry in the map that a field is. */
  | ({ kind: 'entryKey' } & AskedField)
  | ({ kind: 'entryValue'; entry: string } & AskedField)
  /** Something at the top of a document of which is not known what it is: its root, a key in it, the value of one. */
  | { kind: 'head'; root: MapNode | undefined; pair: Pair | undefined };

/**
 * What can stand at a cursor, by the types of the fields around it.
 * @param minor the Kubernetes version, 37 for 1.37
 * @returns undefined where there is nothing to say, as below a field that is none, and in texts of several lines
 */
export function expectedAt({ chunk, token }: Cursor, minor: number): Expected | undefined {
  const { root, text } = chunk;
  if (text.slice(token.start, token.end).includes('\n')) return undefined;
  const around = root ? nodesAt(root, token.start) : [];
  const workload = workloadsOf(chunk).find(({ root }) => around.includes(root));
  const found = workload && expectedIn(token, workload, minor);
  return found ?? (root && headOf(token, root));
}

/**
 * The list at whose end an entry may stand where a key may stand as well: that of the field above, as the dashes of a list
 * may be right below its key.
 */
export function listAbove({ token, startsLine, chunk }: Cursor, expected: Expected): Expected | undefined {
  const { parent } = token;
  if (expected.kind !== 'key' || !startsLine || parent?.kind !== 'pair' || parent.parent.flow) return undefined;
  const pair = parent.parent.pairs[parent.parent.pairs.indexOf(parent) - 1];
  const name = pair ? keyText(pair) : '';
  const known = expected.object.facts.fields.get(name);
  if (!pair?.colon || !known?.field.list || !isOpen(pair, chunk.text)) return undefined;
  return { kind: 'value', workload: expected.workload, object: expected.object, name, known, pair };
}

/** Whether a list begins at the column of its key, or may do so. */
function isOpen({ start, value }: Pair, text: string): boolean {
  if (isNull(value)) return value.start === value.end;
  return value.kind === 'seq' && !value.flow && columnOf(text, value.start) === columnOf(text, start);
}

function expectedIn(token: ScalarNode, workload: Workload, minor: number): Expected | undefined {
  const place = placeOf(token, workload, minor) ?? placeOfFirstKey(token, workload, minor);
  if (!place) return undefined;
  const { object, part, entry, known } = place;
  if (part === 'key') return { kind: 'key', workload, object };
  if (!known) return undefined;
  const field = { ...place, known };
  if (part === 'entryKey') return { kind: 'entryKey', ...field };
  if (part === 'entryValue') return entry === undefined ? undefined : { kind: 'entryValue', ...field, entry };
  return { kind: part, ...field };
}

/** The field that has a map as its value, or in its list, where it wants something else: a key that is to become that. */
function placeOfFirstKey({ parent }: ScalarNode, workload: Workload, minor: number): Place | undefined {
  const isAlone = parent?.kind === 'pair' && parent.parent.pairs.length === 1;
  return isAlone ? placeOf(parent.parent, workload, minor) : undefined;
}

function headOf({ parent }: ScalarNode, root: YamlNode): Expected | undefined {
  if (!parent) return { kind: 'head', root: undefined, pair: undefined };
  return parent.kind === 'pair' && parent.parent === root
    ? { kind: 'head', root: parent.parent, pair: parent }
    : undefined;
}
