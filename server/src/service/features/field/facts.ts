import * as l10n from '@vscode/l10n';
import { shown } from '../../rules/describe.ts';
import { firstOn } from '../../schema/gates.ts';
import { type Field, isServed, newestMinor, oldestMinor } from '../../schema/index.ts';
import { formatOf, rangeOf, valuesOf } from '../../schema/limits.ts';
import { ApiObject, blankObject } from '../../schema/object.ts';
import type { Limits } from '../../schema/overlay/index.ts';
import { keyText } from '../../yaml/index.ts';
import { code, listed } from '../markdown.ts';
import { isMode, octal } from '../modes.ts';
import { formText, keysText } from './forms.ts';

/** A field as it stands in an object, or could stand there. */
export interface FieldPlace {
  object: ApiObject;
  name: string;
  field: Field;
  /** What the API server asks of it; undefined in a version that does not have the field. */
  limits: Limits | undefined;
}

/** The type of a field: `list of Container`, `map of strings`, `integer`. */
export function typeText({ type, list, map }: Field): string {
  const scalar = scalarTexts()[type];
  const one = scalar?.[0] ?? shortType(type);
  if (list) return l10n.t('list of {0}', scalar?.[1] ?? one);
  return map ? l10n.t('map of {0}', scalar?.[1] ?? one) : one;
}

/** The name of a type without its group: `Container`. */
export function shortType(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/** One and many of them. */
function scalarTexts(): Record<string, readonly [string, string]> {
  return {
    string: [l10n.t('string'), l10n.t('strings')],
    boolean: [l10n.t('boolean'), l10n.t('booleans')],
    int32: [l10n.t('integer'), l10n.t('integers')],
    int64: [l10n.t('integer'), l10n.t('integers')],
    Quantity: [l10n.t('quantity'), l10n.t('quantities')],
    IntOrString: [l10n.t('integer or string'), l10n.t('integers or strings')],
    Time: [l10n.t('time'), l10n.t('times')],
  };
}

/** What the API server asks of a field and does by itself, a sentence each. */
export function factsOfField(place: FieldPlace): string[] {
  const { object, name } = place;
  const facts = [
    isRequired(place) ? l10n.t('Required.') : undefined,
    defaultText(place),
    ...(isCounted(place) ? limitTexts(place) : []),
    unionText(object, name),
    versionText(place),
    gateText(place),
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** Whether a field has to be written, as the object is otherwise; of one in which nothing is written, whatever it will be. */
export function isRequired(place: FieldPlace): boolean {
  const { object, name, field, limits } = place;
  if (field.required || isNeededBelow(place)) return true;
  if (!limits?.required || limits.default !== undefined) return false;
  return !limits.when || (object.node !== undefined && limits.when(withoutField(object, name)));
}

/** Whether the server looks into an object that is not written, and lacks something: the `spec` of a Pod has `containers`. */
function isNeededBelow({ object, name, field }: FieldPlace): boolean {
  if (!object.facts.there.includes(name)) return false;
  const below = blankObject(field.type, object.minor);
  return [...below.facts.fields].some(([inner, known]) => isRequired({ object: below, name: inner, ...known }));
}

/** The object as it were if a field was not written in it. */
function withoutField({ type, path, minor, node, start, parent }: ApiObject, name: string): ApiObject {
  const rest = node && { ...node, pairs: node.pairs.filter((pair) => keyText(pair) !== name) };
  return new ApiObject(type, path, minor, rest, start, parent, '', true);
}

/** Values that are taken, where no others are: as the API server lists them, else as the schema does. */
export function takenValues(place: FieldPlace): readonly string[] {
  const { object, field, limits } = place;
  if (!isCounted(place)) return [];
  return (limits && valuesOf(limits, object)) ?? field.enum ?? [];
}

/** Whether the limits count in the object; where nothing is written it could come to that. */
function isCounted({ object, limits }: FieldPlace): boolean {
  return !object.node || limits?.when?.(object) !== false;
}

/** What the API server fills in where the field is not written; undefined where it fills in nothing. */
export function defaultOf(place: FieldPlace): string | undefined {
  const { object, name, field, limits } = place;
  // a required number is 0 where it is missing, which is refused
  if (field.required || !isCounted(place)) return undefined;
  const value = object.default(name);
  if (value === undefined || typeof value === 'object') return undefined;
  return isMode(limits ?? {}) ? octal(Number(value)) : String(value);
}

function defaultText(place: FieldPlace): string | undefined {
  const value = defaultOf(place);
  if (value === undefined) return undefined;
  const written = code(shown(value));
  if (typeof place.limits?.default !== 'function') return l10n.t('Default: {0}.', written);
  return place.object.node
    ? l10n.t('Default here: {0}.', written)
    : l10n.t('Default, where nothing else is written: {0}.', written);
}

function limitTexts({ object, field, limits = {} }: FieldPlace): (string | undefined)[] {
  const form = formatOf(limits, object);
  const [most] = limits.most ?? [];
  const [longest] = limits.longest ?? [];
  return [
    rangeText(object, limits),
    limits.keys && keysText(limits.keys, object.minor),
    form && formText(form, object.minor, field),
    most === undefined ? undefined : l10n.t('At most {0} entries.', most),
    longest === undefined ? undefined : l10n.t('At most {0} bytes.', longest),
    limits.total === undefined ? undefined : l10n.t('At most {0} bytes in all.', limits.total),
    uniqueText(limits),
  ];
}

function rangeText(object: ApiObject, limits: Limits): string | undefined {
  const range = rangeOf(limits, object);
  if (!range) return undefined;
  const [least, most] = range;
  if (isMode(limits)) return l10n.t('A file mode, {0} to {1} in octal.', 0, octal(most));
  return Number.isFinite(most) ? l10n.t('{0} to {1}.', least, most) : l10n.t('{0} or more.', least);
}

function uniqueText({ unique }: Limits): string | undefined {
  if (!unique) return undefined;
  return unique.by === undefined
    ? l10n.t('No entry twice.')
    : l10n.t('No two entries with the same {0}.', code(unique.by));
}

const mostMembers = 6;

/** How many of some fields are to be written, where they are few enough to be listed. */
function unionText({ facts }: ApiObject, name: string): string | undefined {
  const { members = [], none, many, default: otherwise } = facts.union ?? {};
  const known = members.filter((member) => facts.fields.has(member));
  if (!known.includes(name) || known.length < 2 || known.length > mostMembers) return undefined;
  const names = listed(known.map((member) => code(member)));
  const isNeeded = none !== undefined && otherwise === undefined;
  if (many === undefined) return isNeeded ? l10n.t('At least one of {0}.', names) : undefined;
  return isNeeded ? l10n.t('Exactly one of {0}.', names) : l10n.t('At most one of {0}.', names);
}

function versionText({ object, field }: FieldPlace): string | undefined {
  const { since = oldestMinor, until = newestMinor } = field;
  const isGone = !isServed(field, object.minor);
  const texts = [
    ...(isGone ? [l10n.t('**Not in Kubernetes 1.{0}.**', object.minor)] : []),
    ...(since > oldestMinor ? [l10n.t('Since Kubernetes 1.{0}.', since)] : []),
    ...(until < newestMinor ? [l10n.t('Until Kubernetes 1.{0}.', until)] : []),
  ];
  return texts.length > 0 ? texts.join(' ') : undefined;
}

function gateText({ object, name, limits }: FieldPlace): string | undefined {
  const gate = limits?.gate;
  const { minor } = object;
  if (!object.isDropped(name)) {
    const since = gate && firstOn(gate);
    return since !== undefined && since > oldestMinor
      ? l10n.t('Counts since Kubernetes 1.{0}, where the feature gate {1} is on.', since, code(gate ?? ''))
      : undefined;
  }
  if (gate === undefined) {
    // that depends on the value
    return object.node && l10n.t('**Kubernetes 1.{0} drops it here**, without a word.', minor);
  }
  const since = firstOn(gate);
  return since === undefined
    ? l10n.t('**Kubernetes 1.{0} drops it**, without a word, unless the feature gate {1} is on.', minor, code(gate))
    : l10n.t(
        '**Kubernetes 1.{0} drops it**, without a word: the feature gate {1} is off before 1.{2}.',
        minor,
        code(gate),
        since,
      );
}
