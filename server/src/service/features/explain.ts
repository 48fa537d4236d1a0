import * as l10n from '@vscode/l10n';
import { nearest, workloadKinds } from '../model/index.ts';
import { fieldOf, fieldsOf, newestMinor, oldestMinor, workloadTypes } from '../schema/index.ts';
import { type ApiObject, blankObject } from '../schema/object.ts';
import { describeType } from '../schema/prose.ts';
import { fieldCard, fieldPlace, pageLink, purpose } from './field/card.ts';
import { type FieldPlace, isRequired, shortType, typeText } from './field/facts.ts';
import { paragraphs } from './markdown.ts';

/** What there is to know about a field, without a manifest. */
export interface Explanation {
  /** Markdown: what a hover says of the field. */
  text: string;
  /** The fields below it, in the order of the schema; none of what is no object. */
  fields: ExplainedField[];
}

export interface ExplainedField {
  name: string;
  /** `list of Container` */
  type: string;
  required: boolean;
  /** A sentence of Markdown; '' where there is no description. */
  summary: string;
}

/** There is no such field; the message tells the user what is wrong with the path. */
export class ExplainError extends Error {}

/** The names that kubectl has for kinds besides their own and the plural. */
const shortNames: Readonly<Record<string, string>> = {
  cj: 'CronJob',
  deploy: 'Deployment',
  ds: 'DaemonSet',
  po: 'Pod',
  rc: 'ReplicationController',
  rs: 'ReplicaSet',
  sts: 'StatefulSet',
};

/**
 * Explains a kind, or a field by its path: `spec.containers.command` of a Pod, `deployment.spec.replicas`; indices of lists
 * may be there.
 * @param minor the Kubernetes version, 37 for 1.37
 * @throws ExplainError where there is no such field in that version
 */
export function explain(path: string, minor: number): Explanation {
  const [first = '', ...rest] = path.replace(/\[[^\]]*\]|^\.|\.$/g, '').split('.');
  const kind = kindOf(first);
  const names = kind === undefined ? [first, ...rest] : rest;
  let object = blankObject(typeOfKind(kind ?? 'Pod'), minor);
  let place: FieldPlace | undefined;
  for (const name of names) {
    if (place) object = objectBelow(place, name);
    place = placeOf(object, name, kind === undefined);
  }
  return place ? explainField(place) : explainKind(object);
}

/** The kind of a name as kubectl takes it: `deployment`, `Deployments`, `deploy`. */
function kindOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  return (
    shortNames[lower] ?? workloadKinds.find((kind) => [kind, `${kind}s`].some((each) => each.toLowerCase() === lower))
  );
}

function typeOfKind(kind: string): string {
  return Object.entries(workloadTypes).find(([head]) => head.endsWith(` ${kind}`))?.[1] ?? '';
}

function explainKind(object: ApiObject): Explanation {
  const { type } = object;
  const text = paragraphs(`**\`${shortType(type)}\`**`, describeType(type), pageLink(type));
  return { text, fields: fieldsBelow(object) };
}

function explainField(place: FieldPlace): Explanation {
  const { object, name, field } = place;
  const below = fieldsOf(field.type) ? fieldsBelow(blankObject(field.type, object.minor, object, name)) : [];
  return { text: fieldCard(place), fields: below };
}

function fieldsBelow(object: ApiObject): ExplainedField[] {
  return [...object.facts.fields.keys()].flatMap((name) => {
    const place = fieldPlace(object, name);
    if (!place) return [];
    return [{ name, type: typeText(place.field), required: isRequired(place), summary: summary(place) }];
  });
}

/** The first sentence of a description. */
function summary(place: FieldPlace): string {
  const [paragraph = ''] = purpose(place)?.split('\n\n') ?? [];
  return /^.*?[.!?](?= [A-Z`*]|$)/s.exec(paragraph)?.[0] ?? paragraph;
}

function objectBelow({ object, name, field }: FieldPlace, wanted: string): ApiObject {
  if (fieldsOf(field.type)) return blankObject(field.type, object.minor, object, name);
  throw new ExplainError(
    l10n.t('`{0}` has the type {1}, so it has no field `{2}`.', object.at(name), typeText(field), wanted),
  );
}

/** @param orKind whether a kind could stand there as well */
function placeOf(object: ApiObject, name: string, orKind: boolean): FieldPlace {
  const place = fieldPlace(object, name);
  if (place && object.facts.fields.has(name)) return place;
  if (place) throw new ExplainError(otherVersion(object, name));
  const candidates = [
    ...object.facts.fields.keys(),
    ...(orKind && !object.parent ? workloadKinds.map((kind) => kind.toLowerCase()) : []),
  ];
  const [near] = nearest(name, candidates);
  const where = object.path || shortType(object.type);
  throw new ExplainError(
    near === undefined
      ? l10n.t('`{0}` has no field `{1}`.', where, name)
      : l10n.t('`{0}` has no field `{1}`: did you mean `{2}`?', where, name, near),
  );
}

function otherVersion(object: ApiObject, name: string): string {
  const { since = oldestMinor, until = newestMinor } = fieldOf(object.type, name) ?? {};
  const path = object.at(name);
  return object.minor < since
    ? l10n.t('`{0}` is not in Kubernetes 1.{1}: it came with 1.{2}.', path, object.minor, since)
    : l10n.t('`{0}` is not in Kubernetes 1.{1}: it was last in 1.{2}.', path, object.minor, until);
}
