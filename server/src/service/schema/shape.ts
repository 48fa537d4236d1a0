import { deref, isNull, type YamlNode } from '../yaml/index.ts';
import { type Field, scalarTypes } from './index.ts';

/** Whether a value has the shape that a field wants: a list, a map, or a scalar. A value that is not written has any. */
export function hasShapeOf(value: YamlNode, field: Field): boolean {
  const node = deref(value);
  if (!node || isNull(node)) return true;
  if (field.list) return node.kind === 'seq';
  return field.map || !scalarTypes.has(field.type) ? node.kind === 'map' : node.kind === 'scalar';
}
