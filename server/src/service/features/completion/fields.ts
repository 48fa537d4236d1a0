import { CompletionItemKind } from 'vscode-languageserver-types';
import { scalarTypes } from '../../schema/index.ts';
import { type ApiObject, blankObject } from '../../schema/object.ts';
import { typeText } from '../field/facts.ts';
import { isOffered } from './allowed.ts';
import type { Cursor } from './cursor.ts';
import type { AskedField, Expected } from './expected.ts';
import { askedValue, filled, skeletonOf } from './fill.ts';
import { fits } from './fits.ts';
import { inOrder } from './order.ts';
import { Entry, Gap, isCollection, isList, type Skeleton, Stop, stop } from './skeleton.ts';
import { isJson, type Suggestion } from './suggestion.ts';
import { hasValues } from './values.ts';

/** The fields of an object that are not written yet, and whole objects and lists where they are the value of a field. */
export function fields(cursor: Cursor, expected: Expected): Suggestion[] {
  if (expected.kind === 'key') return keysOf(cursor, expected);
  if (cursor.hasColon) return [];
  if (expected.kind === 'value') return wholeValues(expected);
  if (expected.kind !== 'item' || scalarTypes.has(expected.known.field.type)) return [];
  return inNew(blankOf(expected), { dash: cursor.before.endsWith('- ') ? '- ' : '' });
}

function keysOf(cursor: Cursor, { object, workload }: Extract<Expected, { kind: 'key' }>): Suggestion[] {
  const { parent, node } = object;
  if (cursor.hasColon) return renamed(cursor, object);
  if (parent && node?.pairs.length === 1 && !isThere(object)) {
    const blank = blankObject(object.type, object.minor, parent, object.field);
    return inNew(blank, { dash: cursor.before.endsWith('- ') ? '- ' : '' });
  }
  return offered(object).map((name, rank) => {
    const value = askedValue(object, name);
    const isScalar = value instanceof Stop;
    const continues = isScalar && hasValues(object, name, workload);
    return {
      ...fieldSuggestion(object, name, rank),
      write: { [name]: isScalar && !continues && isJson(cursor) && mayBeEmpty(object, name) ? stop('') : value },
      continues,
    };
  });
}

/** Whether `""` is as good as nothing in a field. */
function mayBeEmpty(object: ApiObject, name: string): boolean {
  const { field, limits } = object.facts.fields.get(name) ?? {};
  return field?.type === 'string' && !limits?.pointer && (!limits?.required || limits.when?.(object) !== false);
}

/** Another name for a key that has its value already: the field that seems to be meant. */
function renamed({ token, typed, rest }: Cursor, object: ApiObject): Suggestion[] {
  const written = typed + rest;
  const value = token.parent?.kind === 'pair' ? token.parent.value : token;
  const names = object.facts.fields.has(written)
    ? [written]
    : offered(object).filter((name) => fits(object, name, value));
  return names.map((name, rank) => ({ ...fieldSuggestion(object, name, rank), write: name }));
}

/** The value of a field as a whole: fields of an object, entries of a list, an entry of a map. */
function wholeValues(expected: AskedField): Suggestion[] {
  const { object, name, known, workload } = expected;
  const { field } = known;
  if (!scalarTypes.has(field.type))
    return inNew(blankOf(expected), field.list ? { dash: '- ', isList: true } : { dash: '' });
  if (field.list ? hasValues(object, name, workload) : !field.map) return [];
  const write = skeletonOf(object, name);
  if (!isCollection(write)) return [];
  return [{ label: labelOf(write), kind: CompletionItemKind.Snippet, write, detail: typeText(field) }];
}

/** What is written in front of a new object, as the user sees it, and whether a list is made around it. */
interface Surroundings {
  dash: string;
  isList?: boolean;
}

/** An object that is not there yet: as a whole, and each of its fields together with those that it has to have. */
function inNew(blank: ApiObject, { dash, isList = false }: Surroundings): Suggestion[] {
  const put = (skeleton: Skeleton) => (isList ? [skeleton] : skeleton);
  const single = offered(blank).flatMap((name, index): Suggestion[] => {
    const write = isThere(blank) ? { [name]: askedValue(blank, name) } : filled(blank, name);
    const suggestion = fieldSuggestion(blank, name, index + 1);
    return write ? [{ ...suggestion, label: dash + name, filter: name, write: put(write) }] : [];
  });
  const whole = filled(blank);
  const names = Object.keys(whole ?? {}).join(', ');
  if (!whole || !names.includes(',')) return single;
  return [{ label: dash + names, kind: CompletionItemKind.Snippet, write: put(whole), filter: names }, ...single];
}

/** The object that the value of a field, or an entry of its list, is going to be. */
function blankOf({ object, name, known }: AskedField): ApiObject {
  return blankObject(known.field.type, object.minor, object, name);
}

/** Whether an object is there by default, so that what it has to have is missing already. */
function isThere({ parent, field }: ApiObject): boolean {
  return parent?.facts.there.includes(field) === true;
}

function offered(object: ApiObject): string[] {
  return inOrder(
    object,
    [...object.facts.fields.keys()].filter((name) => isOffered(object, name)),
  );
}

function fieldSuggestion(object: ApiObject, name: string, rank: number): Omit<Suggestion, 'write'> {
  const field = object.facts.fields.get(name)?.field;
  return {
    label: name,
    kind: CompletionItemKind.Property,
    rank,
    ...(field ? { detail: typeText(field) } : {}),
    about: { type: object.type, field: name, minor: object.minor },
  };
}

/** What is written, in short: `app: app`, `- sh`. */
function labelOf(skeleton: Skeleton): string {
  if (isList(skeleton)) return `- ${labelOf(skeleton[0] ?? '')}`;
  if (skeleton instanceof Entry) return `${skeleton.key}: ${skeleton.value}`;
  if (skeleton instanceof Stop) return String(skeleton.values[0] ?? '');
  if (skeleton instanceof Gap || !isCollection(skeleton)) return '';
  return Object.entries(skeleton)
    .map(([key, value]) => `${key}: ${labelOf(value)}`)
    .join(', ');
}
