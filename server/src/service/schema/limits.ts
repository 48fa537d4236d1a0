import { type ConcreteNode, integerOf, isNull, type Pair, type Span, stringOf, type YamlNode } from '../yaml/index.ts';
import { byteLength } from './formats/format.ts';
import type { Format } from './formats/index.ts';
import { firstOn, type Gate } from './gates.ts';
import { fieldOf, isServed } from './index.ts';
import type { ApiObject } from './object.ts';
import {
  type Limits,
  limitsOf,
  limitsOfType,
  type Union,
  type Unique,
  unionOf,
  wholeFieldsOf,
} from './overlay/index.ts';

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
    | { kind: 'required'; values: readonly string[] }
    | { kind: 'unsupported-value'; value: string; values: readonly string[]; written: ConcreteNode | undefined }
    | { kind: 'out-of-bounds'; value: number; least: number; most: number }
    | { kind: 'bad-format'; text: string; format: Format; written: ConcreteNode | Pair }
    | { kind: 'too-long'; length: number; most: number }
    | { kind: 'too-many'; length: number; most: number }
    | { kind: 'duplicate'; value: string; entry: YamlNode; first: Span }
    | { kind: 'none-of'; members: readonly string[] }
    | { kind: 'several-of'; members: readonly string[]; pair: Pair | undefined }
    | { kind: 'dropped-field'; pair: Pair; gate: Gate | undefined; since: number | undefined }
  );

/** What the API server finds wrong with the fields of an object, each by itself. */
export function checkLimits(object: ApiObject): LimitFinding[] {
  const found = checkUnion(object);
  for (const [name, limits] of limitsOfType(object.type)) found.push(...checkField(object, name, limits));
  return found;
}

function checkUnion(object: ApiObject): LimitFinding[] {
  const union = unionOf(object.type);
  if (!union) return [];
  const members = object.members();
  // a member that is misspelled, or too new
  const unknown = object.pair(object.unknown[0] ?? '')?.key;
  const at = { path: union.at ? object.at(union.at) : object.path, node: unknown ?? object.key, object, name: '' };
  const [none, many] = [wordsFor(union.none, object), wordsFor(union.many, object)];
  if (members.length === 0) {
    if (none === undefined) return [];
    if (union.default && !union.members.some((name) => isServedAt(object, name) && isWritten(object.pair(name))))
      return [];
    const served = union.members.filter((name) => isServedAt(object, name) && !object.isDropped(name));
    return [{ kind: 'none-of', ...at, members: served, server: [none] }];
  }
  if (members.length === 1 || many === undefined) return [];
  if (!union.each) return [{ kind: 'several-of', ...at, members, pair: undefined, server: [many] }];
  return members.slice(1).map((name) => {
    const own = { path: object.at(union.spelled?.[name] ?? name), node: object.keyOf(name), object, name };
    return { kind: 'several-of', ...own, members, pair: object.pair(name), server: [many] };
  });
}

/** Why the API server drops an object as a whole. */
export function checkGone(object: ApiObject): LimitFinding[] {
  return wholeFieldsOf(object.type).flatMap((name) => {
    const limits = limitsOf(object.type, name);
    return limits?.gate ? dropped(object, name, limits) : [];
  });
}

function wordsFor(words: Union['none'], { minor }: ApiObject): string | undefined {
  return typeof words === 'function' ? words(minor) : words;
}

function isServedAt({ type, minor }: ApiObject, name: string): boolean {
  const field = fieldOf(type, name);
  return field !== undefined && isServed(field, minor);
}

function isWritten(pair: Pair | undefined): boolean {
  return pair !== undefined && !isNull(pair.value);
}

function checkField(object: ApiObject, name: string, limits: Limits): LimitFinding[] {
  const field = fieldOf(object.type, name);
  if (!field || !isServed(field, object.minor)) return [];
  if (object.isDropped(name)) return dropped(object, name, limits);
  if (object.isIgnored(name) || limits.when?.(object) === false) return [];
  const path = limits.path?.(object) ?? object.at(name);
  const at = { path, node: object.valueOf(name), object, name };
  if (limits.required && object.isEmpty(name)) {
    const values = usualOf(limits, object) ?? valuesOf(limits, object) ?? [];
    return [{ kind: 'required', ...at, node: object.keyOf(name), values, server: requiredWords(limits, object) }];
  }
  const value = object.value(name);
  if (field.list || field.map) {
    const whole = { ...at, node: object.keyOf(name) };
    const many = tooMany(whole, limits, value);
    if (many.length > 0) return many;
    return [...tooLarge(whole, limits), ...checkValues(at, limits), ...checkUnique(at, limits)];
  }
  return value || limits.default !== undefined ? checkValue(at, limits, value) : [];
}

function checkValues(at: At, limits: Limits): LimitFinding[] {
  const { keys, values, range, format, longest } = limits;
  if (!(keys || values || range || format || longest)) return [];
  return at.object.values(at.name).flatMap(({ key, node, span, path: own, pair }) => {
    const path = limits.path ? at.path : own;
    return [
      ...(pair ? checkKey({ ...at, path, node: pair.key }, limits, key, pair) : []),
      ...checkValue({ ...at, path, node: span }, limits, node),
    ];
  });
}

/** What two entries of a list may not share; what is empty is not compared. */
function checkUnique(at: At, { unique }: Limits): LimitFinding[] {
  if (!unique) return [];
  const first = new Map<string, Span>();
  return entries(at, unique).flatMap(({ text, span, path, entry }) => {
    const before = first.get(text);
    if (!before) first.set(text, span);
    if (!before || text === '') return [];
    const server = unique.server ?? `Duplicate value: ${JSON.stringify(text)}`;
    return [{ kind: 'duplicate', ...at, path, node: span, value: text, entry, first: before, server: [server] }];
  });
}

function entries({ object, name }: At, { by }: Unique): { text: string; span: Span; path: string; entry: YamlNode }[] {
  if (by === undefined) {
    return object.values(name).map(({ node, span, path }) => ({
      text: String(integerOf(node) ?? stringOf(node) ?? ''),
      span,
      path,
      entry: node,
    }));
  }
  return object.objects(name).flatMap((each) => {
    const text = each.string(by);
    if (!each.node || text === undefined) return [];
    return [{ text, span: each.valueOf(by), path: each.at(by), entry: each.node }];
  });
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
  const values = valuesOf(limits, object);
  if (values && !values.includes(value)) {
    const words = invalidWords(limits, object);
    const server = words ? invalid(value, words) : [unsupported(value, values)];
    return [{ kind: 'unsupported-value', ...at, value, values, written, server }];
  }
  const format = typeof limits.format === 'function' ? limits.format(object.minor, object) : limits.format;
  const problems = format?.problems(value) ?? [];
  if (format && problems.length > 0 && written) {
    return [{ kind: 'bad-format', ...at, text: value, format, written, server: invalid(value, problems) }];
  }
  return tooLong(at, limits, byteLength(value));
}

function valuesOf({ values }: Limits, object: ApiObject): readonly string[] | undefined {
  return typeof values === 'function' ? values(object.minor, object) : values;
}

function usualOf({ usual }: Limits, object: ApiObject): readonly string[] | undefined {
  return typeof usual === 'function' ? usual(object) : usual;
}

function requiredWords(limits: Limits, object: ApiObject): string[] {
  const words = invalidWords(limits, object);
  if (words) return invalid('', words);
  if (limits.required === 'supported') return [unsupported('', valuesOf(limits, object) ?? [])];
  return [limits.required === true ? 'Required value' : `Required value: ${limits.required}`];
}

function invalidWords({ invalid: words }: Limits, object: ApiObject): readonly string[] | undefined {
  return typeof words === 'function' ? words(object) : words;
}

function unwritten({ object, name }: At, isItem: boolean): string | number | undefined {
  return isItem ? '' : (object.integer(name) ?? object.string(name));
}

function outOfBounds(at: At, { range }: Limits, value: number): LimitFinding[] {
  if (!range) return [];
  const [least, most, words] = typeof range === 'function' ? range(at.object) : range;
  if (value >= least && value <= most) return [];
  const bounds = Number.isFinite(most)
    ? `must be between ${least} and ${most}, inclusive`
    : `must be greater than or equal to ${least}`;
  const own = typeof words === 'function' ? words(value) : words;
  return [{ kind: 'out-of-bounds', ...at, value, least, most, server: [`Invalid value: ${value}: ${own ?? bounds}`] }];
}

function tooLong(at: At, { longest }: Limits, length: number): LimitFinding[] {
  if (!longest || length <= longest[0]) return [];
  const [most, words = `Too long: may not be more than ${most} bytes`] = longest;
  return [{ kind: 'too-long', ...at, length, most, server: [words] }];
}

function tooLarge(at: At, { total }: Limits): LimitFinding[] {
  if (!total) return [];
  const entries = at.object.values(at.name).map(({ key, node }) => byteLength(key) + byteLength(stringOf(node) ?? ''));
  const length = entries.reduce((sum, each) => sum + each, 0);
  return tooLong(at, { longest: [total] }, length);
}

function tooMany(at: At, { most: limit }: Limits, list: ConcreteNode | undefined): LimitFinding[] {
  const length = list?.kind === 'seq' ? list.items.length : 0;
  if (!limit || length <= limit[0]) return [];
  const [most, words = `Too many: ${length}: must have at most ${most} items`] = limit;
  return [{ kind: 'too-many', ...at, length, most, server: [words] }];
}

function dropped(object: ApiObject, name: string, { gate }: Limits): LimitFinding[] {
  const pair = object.pair(name);
  if (!pair || isNull(pair.value)) return [];
  const since = gate && firstOn(gate);
  const at = { path: object.at(name), node: pair.key, object, name };
  return [{ kind: 'dropped-field', ...at, pair, gate, since, server: [] }];
}

function unsupported(value: string, values: readonly string[]): string {
  const listed = values.map((each) => JSON.stringify(each)).join(', ');
  return `Unsupported value: ${JSON.stringify(value)}: supported values: ${listed}`;
}

function invalid(text: string, problems: readonly string[]): string[] {
  return problems.map((words) => `Invalid value: ${JSON.stringify(text)}: ${words}`);
}
