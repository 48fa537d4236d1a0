import { fieldsOf, scalarTypes } from '../../schema/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { hasShapeOf } from '../../schema/shape.ts';
import { deref, effectivePairs, isNull, itemsOf, typeOf, type YamlNode } from '../../yaml/index.ts';
import { allowedValues } from './allowed.ts';

const scalars: Readonly<Record<string, readonly string[]>> = {
  string: ['string', 'Quantity', 'IntOrString', 'Time'],
  number: ['int32', 'int64', 'Quantity', 'IntOrString'],
  boolean: ['boolean'],
};

/** Whether a value that is written could be that of a field. */
export function fits(object: ApiObject, name: string, value: YamlNode): boolean {
  const known = object.facts.fields.get(name);
  const node = deref(value);
  if (!known || !node || !hasShapeOf(node, known.field)) return false;
  if (isNull(node)) return true;
  const { field, limits } = known;
  const parts = field.list ? itemsOf(node) : field.map ? [] : [node];
  return parts.every((part) => {
    if (!scalarTypes.has(field.type)) {
      const fields = fieldsOf(field.type) ?? {};
      return part.kind === 'map' && [...effectivePairs(part).keys()].every((key) => Object.hasOwn(fields, key));
    }
    const values = allowedValues({ object, name, field, limits });
    const isTaken = values.length === 0 || (part.kind === 'scalar' && values.includes(part.text));
    return isTaken && scalars[typeOf(part)]?.includes(field.type) === true;
  });
}
