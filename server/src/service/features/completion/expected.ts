import { type Workload, workloadsOf } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import type { KnownField } from '../../schema/overlay/index.ts';
import { type MapNode, nodesAt, type Pair, type ScalarNode, type YamlNode } from '../../yaml/index.ts';
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
