import { type ConcreteNode, integerOf, isNull, type Pair, type Span, stringOf } from '../yaml/index.ts';
import { byteLength } from './formats/format.ts';
import type { Format } from './formats/index.ts';
import { firstOn, type Gate } from './gates.ts';
import { fieldOf, isServed } from './index.ts';
import type { ApiObject } from './object.ts';
import { type Limits, limitsOfType } from './overlay/index.ts';

interface Broken {
  /** Field path of the value. */
  path: string;
  /** What is underlined. */
  node: Span;
  object: ApiObject;
  /** The field of the object. */
  name: string;
  /** What the API server says, an entry for each of its errors. */
  server: string[];
}

/** A limit of the overlay that a field breaks, or a field that the server drops. */
export type LimitFinding = Broken &
  (
    | { kind: 'required' }
    | { kind: 'unsupported-value'; value: string; values: readonly string[]; written: ConcreteNode | undefined }
    | { kind: 'out-of-bounds'; value: number; least: number; most: number }
    | { kind: 'bad-format'; text: string; format: Format; written: ConcreteNode | Pair }
    | { kind: 'too-long'; length: number; most: number; list: boolean }
    | { kind: 'dropped-field'; pair: Pair; gate: Gate | undefined; since: number | undefined }
  );

/** What the API server finds wrong with the fields of an object, each by itself. */
export function checkLimits(object: ApiObject): LimitFinding[] {
  return Object.entries(limitsOfType(object.type)).flatMap(([name, limits]) => checkField(object, name, limits));
}

function checkField(object: ApiObject, name: string, limits: Limits): LimitFinding[] {
  const field = fieldOf(object.type, name);
  if (!field || !isServed(field, object.minor)) return [];
  if (object.isDropped(name)) return dropped(object, name, limits);
  if (limits.ignored?.(object) || limits.when?.(object) === false) return [];
  const at = { path: object.at(name), node: object.valueOf(name), object, name };
  if (limits.required && object.isEmpty(name)) {
    const server = limits.required === true ? 'Required value' : `Required value: ${limits.required}`;
    return [{ kind: 'required', ...at, node: object.keyOf(name), server: [server] }];
  }
  const value = object.value(name);
  if (field.list || field.map) {
    const length = field.list && value?.kind === 'seq' ? value.items.length : 0;
    const long = tooLong({ ...at, node: object.keyOf(name) }, limits, length, true);
    if (long.length > 0) return long;
    return object
      .values(name)
      .flatMap(({ key, node, span, path, pair }) => [
        ...(pair ? checkKey({ ...at, path, node: pair.key }, limits, key, pair) : []),
        ...checkValue({ ...at, path, node: span }, limits, node),
      ]);
  }
  return value || limits.default !== undefined ? checkValue(at, limits, value) : [];
}

type At = Pick<Broken, 'path' | 'node' | 'object' | 'name'>;

function checkKey(at: At, { keys }: Limits, text: string, written: Pair): LimitFinding[] {
  const problems = keys?.problems(text) ?? [];
  if (!keys || problems.length === 0) return [];
  return [{ kind: 'bad-format', ...at, text, format: keys, written, server: invalid(text, problems) }];
}

/** The limits of a single value; of its default where nothing is written. */
function checkValue(at: At, limits: Limits, written: ConcreteNode | undefined): LimitFinding[] {
  const { object, name } = at;
  const isItem = written !== object.value(name);
  // a null in a list is a zero value
  const value = written && !isNull(written) ? (integerOf(written) ?? stringOf(written)) : unwritten(at, isItem);
  const isUnset = !isItem && !(limits.pointer && written) && (value === '' || (value === 0 && limits.default !== 0));
  if (value === undefined || isUnset) return [];
  if (typeof value === 'number') return outOfBounds(at, limits, value);
  const values = typeof limits.values === 'function' ? limits.values(object.minor) : limits.values;
  if (values && !values.includes(value)) {
    const listed = values.map((each) => JSON.stringify(each)).join(', ');
    const server = [`Unsupported value: ${JSON.stringify(value)}: supported values: ${listed}`];
    return [{ kind: 'unsupported-value', ...at, value, values, written, server }];
  }
  const format = typeof limits.format === 'function' ? limits.format(object.minor) : limits.format;
  const problems = format?.problems(value) ?? [];
  if (format && problems.length > 0 && written) {
    return [{ kind: 'bad-format', ...at, text: value, format, written, server: invalid(value, problems) }];
  }
  return tooLong(at, limits, byteLength(value), false);
}

function unwritten({ object, name }: At, isItem: boolean): string | number | undefined {
  return isItem ? '' : (object.integer(name) ?? object.string(name));
}

function outOfBounds(at: At, { range }: Limits, value: number): LimitFinding[] {
  if (!range) return [];
  const [least, most, words] = range;
  if (value >= least && value <= most) return [];
  const bounds = Number.isFinite(most)
    ? `must be between ${least} and ${most}, inclusive`
    : `must be greater than or equal to ${least}`;
  return [
    { kind: 'out-of-bounds', ...at, value, least, most, server: [`Invalid value: ${value}: ${words ?? bounds}`] },
  ];
}

function tooLong(at: At, { longest }: Limits, length: number, list: boolean): LimitFinding[] {
  if (!longest || length <= longest[0]) return [];
  const [most, words] = longest;
  const server =
    words ??
    (list ? `Too many: ${length}: must have at most ${most} items` : `Too long: may not be more than ${most} bytes`);
  return [{ kind: 'too-long', ...at, length, most, list, server: [server] }];
}

function dropped(object: ApiObject, name: string, { gate }: Limits): LimitFinding[] {
  const pair = object.pair(name);
  if (!pair || isNull(pair.value)) return [];
  const since = gate && firstOn(gate);
  return [
    { kind: 'dropped-field', path: object.at(name), node: pair.key, object, name, pair, gate, since, server: [] },
  ];
}

function invalid(text: string, problems: readonly string[]): string[] {
  return problems.map((words) => `Invalid value: ${JSON.stringify(text)}: ${words}`);
}
