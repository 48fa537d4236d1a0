import { decodedOf, type Workload, workloadsOf } from '../model/index.ts';
import type { Decoded } from '../schema/decode.ts';
import type { ApiObject } from '../schema/object.ts';
import type { KnownField } from '../schema/overlay/index.ts';
import { type Chunk, keyText, nodesAt, type Pair, type ScalarNode, type YamlNode } from '../yaml/index.ts';

/** A field of a workload, of which something stands at a place of the text. */
export interface Place {
  workload: Workload;
  /** The object that has the field. */
  object: ApiObject;
  /** The name of the field as it is written, be it one or not. */
  name: string;
  /** What is known of the field; undefined where the version has none of this name. */
  known: KnownField | undefined;
  /** Field path, that of the entry in a list or map: `spec.containers[0].command[1]`, `metadata.labels[app]`. */
  path: string;
  /** What of the field it is: its key, its value, an entry of its list, the key or the value of an entry of its map. */
  part: 'key' | 'value' | 'item' | 'entryKey' | 'entryValue';
  /** The key of the entry in a map. */
  entry?: string;
  /** The field's key and value. */
  pair: Pair;
}

/** A place at which a scalar stands. */
export interface TokenPlace extends Place {
  token: ScalarNode;
}

/**
 * The field whose key or scalar value is at an offset of a document; undefined where that is none, or of no workload.
 * @param minor the Kubernetes version, 37 for 1.37
 */
export function placeAt(chunk: Chunk, offset: number, minor: number): TokenPlace | undefined {
  const [token, ...around] = chunk.root ? nodesAt(chunk.root, offset) : [];
  if (token?.kind !== 'scalar') return undefined;
  const workload = workloadsOf(chunk).find(({ root }) => around.includes(root));
  const place = workload && placeOf(token, workload, minor);
  return place && { ...place, token };
}

/** The field of a workload of which a node is the key, the value, or a part of it. */
export function placeOf(node: YamlNode, workload: Workload, minor: number): Place | undefined {
  const decoded = decodedOf(workload, minor);
  const { parent } = node;
  if (parent?.kind === 'pair') return inPair(node, parent, workload, decoded);
  const index = parent?.items.indexOf(node) ?? -1;
  const list = index >= 0 ? parent?.parent : undefined;
  const place = list?.kind === 'pair' ? fieldOf(list, workload, decoded) : undefined;
  return place && { ...place, part: 'item', path: `${place.path}[${index}]` };
}

function inPair(node: YamlNode, pair: Pair, workload: Workload, decoded: Decoded): Place | undefined {
  const isKey = pair.key === node;
  const field = fieldOf(pair, workload, decoded);
  if (field) return { ...field, part: isKey ? 'key' : 'value' };
  const outer = pair.parent.parent;
  const map = outer?.kind === 'pair' ? fieldOf(outer, workload, decoded) : undefined;
  if (!map?.known?.field.map) return undefined;
  const entry = keyText(pair);
  return { ...map, part: isKey ? 'entryKey' : 'entryValue', entry, path: `${map.path}[${entry}]` };
}

function fieldOf(pair: Pair, workload: Workload, { objects }: Decoded): Omit<Place, 'part'> | undefined {
  const object = objects.get(pair.parent);
  if (!object) return undefined;
  const name = keyText(pair);
  return { workload, object, name, known: object.facts.fields.get(name), path: object.at(name), pair };
}
