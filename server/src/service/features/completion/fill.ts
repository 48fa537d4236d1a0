import { scalarTypes } from '../../schema/index.ts';
import { formatOf, rangeOf } from '../../schema/limits.ts';
import { type ApiObject, blankObject } from '../../schema/object.ts';
import type { KnownField } from '../../schema/overlay/index.ts';
import { allowedValues, defaultOf, usualValues } from './allowed.ts';
import { asWritten } from './order.ts';
import { extras, fieldSamples, objectSamples } from './samples.ts';
import { anObject, aValue, Entry, type Fields, isCollection, type Skeleton, type Stop, stop } from './skeleton.ts';

/**
 * An object with what it has to have, filled in so that the API server takes it.
 * @param object the object, in which nothing is written
 * @param wanted a field that it is to have as well
 * @returns undefined where nothing right is known: a mount that nobody asked for in a pod without volumes
 */
export function filled(object: ApiObject, wanted?: string): Fields | undefined {
  const sample = objectSamples[object.type];
  const base = sample ? sample(object, wanted) : requiredOf(object);
  if (wanted === undefined) return base;
  if (!base) return needsNothing(object) ? { [wanted]: askedValue(object, wanted) } : undefined;
  const without = [...rivalsOf(object, wanted), ...(extras[object.type] ?? [])].filter((name) => name !== wanted);
  const kept = Object.entries(base).filter(([name]) => !without.includes(name));
  // of a union a member without a value is none
  const isMember = object.facts.union?.none !== undefined && object.facts.union.members.includes(wanted);
  const value = isMember ? skeletonOf(object, wanted) : askedValue(object, wanted);
  const fields: Record<string, Skeleton> = { [wanted]: value, ...Object.fromEntries(kept) };
  return Object.fromEntries(asWritten(object, Object.keys(fields)).map((name) => [name, fields[name] ?? aValue]));
}

/** The fields that may not stand beside one: the other members of a union, a value beside its source. */
function rivalsOf({ type, facts: { union } }: ApiObject, name: string): readonly string[] {
  if (type === 'core/v1.EnvVar') return name === 'valueFrom' ? ['value'] : [];
  return union?.many && union.members.includes(name) ? union.members : [];
}

function requiredOf(object: ApiObject): Fields | undefined {
  const { fields, union } = object.facts;
  const member =
    union?.none && union.default === undefined ? union.members.find((name) => fields.has(name)) : undefined;
  const names = [...fields.keys()].filter((name) => name === member || isNeeded(object, name));
  const written = asWritten(object, names).map((name) => [name, skeletonOf(object, name)] as const);
  return written.some(([, skeleton]) => skeleton === aValue) ? undefined : Object.fromEntries(written);
}

/** Whether the API server takes an object whatever is left out. */
function needsNothing(object: ApiObject): boolean {
  const { fields, union } = object.facts;
  return !union?.none && ![...fields.keys()].some((name) => isNeeded(object, name));
}

function isNeeded(object: ApiObject, name: string): boolean {
  const { field, limits } = object.facts.fields.get(name) ?? {};
  if (limits?.required) return limits.when?.(object) !== false;
  return field?.required === true;
}

/** The value of a field that somebody asks for: a scalar is theirs to type. */
export function askedValue(object: ApiObject, name: string): Skeleton {
  const field = object.facts.fields.get(name)?.field;
  const isScalar = field && !field.list && !field.map && scalarTypes.has(field.type);
  return isScalar ? stop() : skeletonOf(object, name);
}

/** The value of a field that is not written yet: scalars, and what an object has to have. */
export function skeletonOf(object: ApiObject, name: string): Skeleton {
  const known = object.facts.fields.get(name);
  const sample = fieldSamples[`${object.type}.${name}`];
  if (!known || sample) return sample?.(object) ?? aValue;
  const { field } = known;
  if (field.map) return new Entry('key', scalarSample(object, name, known).values[0] ?? '');
  const one = scalarTypes.has(field.type) ? scalarSample(object, name, known) : objectOf(object, name, field.type);
  if (one === aValue) return aValue;
  return field.list ? [one === anObject ? {} : one] : one;
}

function objectOf(object: ApiObject, name: string, type: string): Skeleton {
  const fields = filled(blankObject(type, object.minor, object, name));
  if (!fields) return aValue;
  return isCollection(fields) && Object.keys(fields).length === 0 ? (saysEnough.has(type) ? {} : anObject) : fields;
}

/** Types of which an empty object says something. */
const saysEnough = new Set(['core/v1.EmptyDirVolumeSource']);

const texts = [
  'name',
  '/data',
  'data',
  '10.0.0.1',
  'example.com/name',
  'Etc/UTC',
  'host:7861',
  'iqn.2001-04.com.example:disk',
];
const others: Readonly<Record<string, string | number>> = {
  Quantity: '1Gi',
  IntOrString: 1,
  Time: '2026-01-31T12:00:00Z',
};

/** A value that the API server takes for a scalar; several where one of them is to be chosen. */
function scalarSample(object: ApiObject, name: string, { field, limits }: KnownField): Stop {
  const place = { object, name, field, limits };
  const values = allowedValues(place);
  const given = defaultOf(place);
  if (values.length > 0) return stop(...[...values].sort((a, b) => Number(b === given) - Number(a === given)));
  const [usual] = usualValues(place);
  if (usual !== undefined || given) return stop(usual ?? given ?? '');
  if (field.type === 'boolean') return stop(true, false);
  if (field.type === 'int32' || field.type === 'int64') {
    const [least = 1] = (limits && rangeOf(limits, object)) ?? [];
    return stop(Math.max(least, 1));
  }
  const format = limits && formatOf(limits, object);
  const text = texts.find((each) => format?.problems(each).length === 0) ?? 'name';
  return stop(others[field.type] ?? text);
}
