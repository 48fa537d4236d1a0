import { type Field, fieldOf, fieldsOf } from '../index.ts';
import { claims } from './claims.ts';
import { containers } from './containers.ts';
import { env } from './env.ts';
import { jobs } from './jobs.ts';
import type { Limits, Overlay } from './limits.ts';
import { metadata } from './metadata.ts';
import { mounts } from './mounts.ts';
import { pod } from './pod.ts';
import { probes } from './probes.ts';
import { projected } from './projected.ts';
import { resources } from './resources.ts';
import { scheduling } from './scheduling.ts';
import { security } from './security.ts';
import { selectors } from './selectors.ts';
import { type Union, unionOf } from './unions.ts';
import { volumes } from './volumes.ts';
import { workloads } from './workloads.ts';

const parts: readonly Overlay[] = [
  claims,
  containers,
  env,
  jobs,
  metadata,
  mounts,
  pod,
  probes,
  projected,
  resources,
  scheduling,
  security,
  selectors,
  volumes,
  workloads,
];

/** A field with what the API server asks of it by itself. */
export interface KnownField {
  field: Field;
  limits: Limits | undefined;
}

/** What is known of a type. */
export interface TypeFacts {
  fields: ReadonlyMap<string, KnownField>;
  /** The fields whose limits count where nothing is written: they have to be there, or have a default. */
  unwritten: readonly string[];
  /** The objects that are there, be they written or not. */
  there: readonly string[];
  /** The fields that take the object along where the server drops them. */
  whole: readonly string[];
  union: Union | undefined;
}

const known = new Map<string, TypeFacts>();

/** What is known of a type of the schema; nothing of one that it does not have. */
export function factsOf(type: string): TypeFacts {
  const before = known.get(type);
  if (before) return before;
  const facts = readFacts(type);
  known.set(type, facts);
  return facts;
}

function readFacts(type: string): TypeFacts {
  const limits = new Map(parts.flatMap((part) => Object.entries(part[type] ?? {})));
  const namesWhere = (holds: (limits: Limits) => boolean) =>
    [...limits].flatMap(([name, each]) => (fieldOf(type, name) && holds(each) ? [name] : []));
  return {
    fields: new Map(
      Object.entries(fieldsOf(type) ?? {}).map(([name, field]) => [name, { field, limits: limits.get(name) }]),
    ),
    unwritten: namesWhere((each) => each.required !== undefined || (each.default !== undefined && !isThere(each))),
    there: namesWhere(isThere),
    whole: namesWhere((each) => each.whole === true),
    union: unionOf(type),
  };
}

function isThere({ default: value }: Limits): boolean {
  return typeof value === 'object' && value !== null;
}

export type { Limits, Unique } from './limits.ts';
export type { Union } from './unions.ts';
