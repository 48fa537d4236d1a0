import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { type Field, fieldsOf, isServed, workloadTypes } from '../../server/src/service/schema/index.ts';

export type Tree = string | number | boolean | Tree[] | { [key: string]: Tree };

/** A field as it is written in a manifest that sets all fields. */
export interface WrittenField {
  type: string;
  name: string;
  field: Field;
  path: string;
  /** Where its key begins in the text, and where its value does. */
  key: number;
  value: number;
}

const samples: Record<string, Tree> = {
  string: 'app',
  boolean: true,
  int32: 1,
  int64: 1,
  Quantity: '1Gi',
  IntOrString: 80,
  Time: '2026-01-31T12:00:00Z',
};

/** A manifest of a kind in which every field that the version has is set; lists and maps have one entry. */
export function everyField(kind: string, minor: number): Record<string, Tree> {
  const [head = '', type = ''] = Object.entries(workloadTypes).find(([key]) => key.endsWith(` ${kind}`)) ?? [];
  const [apiVersion = ''] = head.split(' ');
  return { ...treeOf(type, minor, []), apiVersion, kind };
}

/** An object of a type; within an object of the same type it is empty. */
function treeOf(type: string, minor: number, around: readonly string[]): Record<string, Tree> {
  if (around.includes(type)) return {};
  const served = Object.entries(fieldsOf(type) ?? {}).filter(([, field]) => isServed(field, minor));
  return Object.fromEntries(
    served.map(([name, field]) => {
      const value = field.enum?.[0] ?? samples[field.type] ?? treeOf(field.type, minor, [...around, type]);
      return [name, field.list ? [value] : field.map ? { [field.type === 'Quantity' ? 'cpu' : 'app']: value } : value];
    }),
  );
}

/** A manifest in block style. */
export function inBlock(tree: Tree): string {
  return stringify(tree, { lineWidth: 0 });
}

/** A manifest in flow style. */
export function inFlow(tree: Tree): string {
  return stringify(tree, { lineWidth: 0, collectionStyle: 'flow' });
}

/** The fields of a manifest in the order of the text, by what the `yaml` package says of the places. */
export function writtenFields(text: string, kind: string): WrittenField[] {
  const type = Object.entries(workloadTypes).find(([key]) => key.endsWith(` ${kind}`))?.[1] ?? '';
  return fieldsBelow(parseDocument(text).contents, type, '');
}

function fieldsBelow(node: unknown, type: string, at: string): WrittenField[] {
  const fields = fieldsOf(type);
  if (!isMap(node) || !fields) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const field = fields[name];
    if (!isScalar(key) || !field) return [];
    const path = at ? `${at}.${name}` : name;
    const start = isMap(value) || isSeq(value) || isScalar(value) ? value.range?.[0] : undefined;
    const written = { type, name, field, path, key: key.range?.[0] ?? 0, value: start ?? 0 };
    const below = isSeq(value)
      ? value.items.flatMap((item, index) => fieldsBelow(item, field.type, `${path}[${index}]`))
      : fieldsBelow(value, field.type, path);
    return [written, ...below];
  });
}
