import { type ConcreteNode, integerOf, isNull, type Pair, type Span, stringOf, type YamlNode } from '../yaml/index.ts';
import { byteLength } from './formats/format.ts';
import type { Format } from './formats/index.ts';
import { firstOn, type Gate } from './gates.ts';
import type { Field } from './index.ts';
import type { ApiObject } from './object.ts';
import type { Limits, Range, Unique } from './overlay/index.ts';
import { invalid, unsupported } from './serverWords.ts';
import { checkUnion } from './unions.ts';

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
  const { facts, pairs } = object;
  const found = checkUnion(object);
  const check = (name: string) => {
    const known = facts.fields.get(name);
    if (!known?.limits) return;
    for (const each of checkField(object, name, known.field, known.limits)) found.push(each);
  };
  for (const name of pairs.keys()) check(name);
  for (const name of facts.unwritten) if (!pairs.has(name)) check(name);
  return found;
}

/** Why the API server drops an object as a whole. */
export function checkGone(object: ApiObject): LimitFinding[] {
  return object.facts.whole.flatMap((name) => {
    const limits = object.facts.fields.get(name)?.limits;
    return limits?.gate ? dropped(object, name, limits) : [];
  });
}

/** Where a limit is checked: a field, or an entry of a list or map in it. */
interface Place {
  object: ApiObject;
  name: string;
  limits: Limits;
  entry?: { path: string; node: Span };
}

const none: readonly LimitFinding[] = [];

/** What a finding says of its place; the nearest token is looked for only where there is something to tell. */
function at({ object, name, limits, entry }: Place, whole = false): Pick<Broken, 'path' | 'node' | 'object' | 'name'> {
  const own = limits.path?.(object);
  return {
    path: own ?? entry?.path ?? object.at(name),
    node: entry?.node ?? (whole ? object.keyOf(name) : object.valueOf(name)),
    object,
    name,
  };
}

function checkField(object: ApiObject, name: string, field: Field, limits: Limits): readonly LimitFinding[] {
  if (object.isDropped(name)) return dropped(object, name, limits);
  if (object.isIgnored(name) || limits.when?.(object) === false) return none;
  const place = { object, name, limits };
  if (limits.required && object.isEmpty(name)) {
    const values = usualOf(limits, object) ?? valuesOf(limits, object) ?? [];
    return [{ kind: 'required', ...at(place, true), values, server: requiredWords(limits, object) }];
  }
  const value = object.value(name);
  if (!field.list && !field.map) return value || limits.default !== undefined ? checkValue(place, value) : none;
  const many = tooMany(place, value);
  return many.length > 0 ? many : [...tooLarge(place), ...checkEntries(place), ...checkUnique(place)];
}

function checkEntries(place: Place): readonly LimitFinding[] {
  const { object, name, limits } = place;
  const { keys, values, range, format, longest } = limits;
  if (!(keys || values || range || format || longest)) return none;
  return object
    .values(name)
    .flatMap(({ key, node, span, path, pair }) => [
      ...(pair ? checkKey({ ...place, entry: { path, node: pair.key } }, key, pair) : none),
      ...checkValue({ ...place, entry: { path, node: span } }, node),
    ]);
}

/** What two entries of a list may not share; what is empty is not compared. */
function checkUnique(place: Place): readonly LimitFinding[] {
  const { unique } = place.limits;
  if (!unique) return none;
  const first = new Map<string, Span>();
  return entries(place, unique).flatMap(({ text, span, path, entry }): LimitFinding[] => {
    const before = first.get(text);
    if (!before) first.set(text, span);
    if (!before || text === '') return [];
    const server = unique.server ?? `Duplicate value: ${JSON.stringify(text)}`;
    return [{ kind: 'duplicate', ...at(place), path, node: span, value: text, entry, first: before, server: [server] }];
  });
}

function entries(
  { object, name }: Place,
  { by }: Unique,
): { text: string; span: Span; path: string; entry: YamlNode }[] {
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

function checkKey(place: Place, text: string, written: Pair): readonly LimitFinding[] {
  const { keys } = place.limits;
  const problems = keys?.problems(text) ?? [];
  if (!keys || problems.length === 0) return none;
  return [{ kind: 'bad-format', ...at(place), text, format: keys, written, server: invalid(text, problems) }];
}

/** The limits of a single value; of its default where nothing is written. */
function checkValue(place: Place, written: ConcreteNode | undefined): readonly LimitFinding[] {
  const { object, limits, entry } = place;
  // a null in a list is a zero value
  const value = written && !isNull(written) ? (integerOf(written) ?? stringOf(written)) : unwritten(place);
  const isUnset = !entry && !(limits.pointer && written) && (value === '' || (value === 0 && limits.default !== 0));
  if (value === undefined || isUnset) return none;
  if (typeof value === 'number') return outOfBounds(place, value);
  const values = valuesOf(limits, object);
  if (values && !values.includes(value)) {
    const words = invalidWords(limits, object);
    const server = words ? invalid(value, words) : [unsupported(value, values)];
    return [{ kind: 'unsupported-value', ...at(place), value, values, written, server }];
  }
  const format = formatOf(limits, object);
  const problems = format?.problems(value) ?? [];
  if (format && problems.length > 0 && written) {
    return [{ kind: 'bad-format', ...at(place), text: value, format, written, server: invalid(value, problems) }];
  }
  return limits.longest ? tooLong(place, limits.longest, byteLength(value)) : none;
}

/** The values that a field takes in an object, where no others are taken. */
export function valuesOf({ values }: Limits, object: ApiObject): readonly string[] | undefined {
  return typeof values === 'function' ? values(object.minor, object) : values;
}

/** The values most often meant where any are taken. */
export function usualOf({ usual }: Limits, object: ApiObject): readonly string[] | undefined {
  return typeof usual === 'function' ? usual(object) : usual;
}

/** The form that the text of a field has in an object. */
export function formatOf({ format }: Limits, object: ApiObject): Format | undefined {
  return typeof format === 'function' ? format(object.minor, object) : format;
}

/** The least and the most that the number of a field is in an object. */
export function rangeOf({ range }: Limits, object: ApiObject): Range | undefined {
  return typeof range === 'function' ? range(object) : range;
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

function unwritten({ object, name, entry }: Place): string | number | undefined {
  return entry ? '' : (object.integer(name) ?? object.string(name));
}

function outOfBounds(place: Place, value: number): readonly LimitFinding[] {
  const range = rangeOf(place.limits, place.object);
  if (!range) return none;
  const [least, most, words] = range;
  if (value >= least && value <= most) return none;
  const bounds = Number.isFinite(most)
    ? `must be between ${least} and ${most}, inclusive`
    : `must be greater than or equal to ${least}`;
  const own = typeof words === 'function' ? words(value) : words;
  const server = [`Invalid value: ${value}: ${own ?? bounds}`];
  return [{ kind: 'out-of-bounds', ...at(place), value, least, most, server }];
}

function tooLong(place: Place, limit: NonNullable<Limits['longest']>, length: number): readonly LimitFinding[] {
  const [most, words = `Too long: may not be more than ${most} bytes`] = limit;
  return length > most ? [{ kind: 'too-long', ...at(place), length, most, server: [words] }] : none;
}

function tooLarge(place: Place): readonly LimitFinding[] {
  const { object, name, limits } = place;
  if (!limits.total) return none;
  const sizes = object.values(name).map(({ key, node }) => byteLength(key) + byteLength(stringOf(node) ?? ''));
  const length = sizes.reduce((sum, each) => sum + each, 0);
  return tooLong(place, [limits.total], length);
}

function tooMany(place: Place, list: ConcreteNode | undefined): readonly LimitFinding[] {
  const limit = place.limits.most;
  const length = list?.kind === 'seq' ? list.items.length : 0;
  if (!limit || length <= limit[0]) return none;
  const [most, words = `Too many: ${length}: must have at most ${most} items`] = limit;
  return [{ kind: 'too-many', ...at(place, true), length, most, server: [words] }];
}

function dropped(object: ApiObject, name: string, { gate }: Limits): LimitFinding[] {
  const pair = object.pair(name);
  if (!pair || isNull(pair.value)) return [];
  const since = gate && firstOn(gate);
  const at = { path: object.at(name), node: pair.key, object, name };
  return [{ kind: 'dropped-field', ...at, pair, gate, since, server: [] }];
}
