import { isOn } from '../gates.ts';
import { type Field, fieldsOf, isServed } from '../index.ts';
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

/** A field of a type in one version of Kubernetes, with what the API server asks of it by itself. */
export interface KnownField {
  field: Field;
  limits: Limits | undefined;
  /** Whether its feature gate is off, so that what is written is dropped. */
  isOff: boolean;
}

/** What is known of a type in one version of Kubernetes. */
export interface TypeFacts {
  fields: ReadonlyMap<string, KnownField>;
  /** The fields whose limits count where nothing is written: they have to be there, or a 0 counts that may be refused. */
  unwritten: readonly string[];
  /** The objects that are there, be they written or not. */
  there: readonly string[];
  /** The fields that take the object along where the server drops them. */
  whole: readonly string[];
  union: Union | undefined;
}

const known = new Map<number, Map<string, TypeFacts>>();

/** What is known of a type of the schema in a version, 37 for 1.37; nothing of a type that the schema does not have. */
export function factsOf(type: string, minor: number): TypeFacts {
  const ofVersion = known.get(minor) ?? new Map<string, TypeFacts>();
  const facts = ofVersion.get(type) ?? readFacts(type, minor);
  known.set(minor, ofVersion.set(type, facts));
  return facts;
}

function readFacts(type: string, minor: number): TypeFacts {
  const rows = new Map(parts.flatMap((part) => Object.entries(part[type] ?? {})));
  const served = Object.entries(fieldsOf(type) ?? {}).filter(([, field]) => isServed(field, minor));
  const fields = new Map(served.map(([name, field]) => [name, knownField(field, rows.get(name), minor)]));
  const namesWhere = (holds: (limits: Limits) => boolean) =>
    [...rows].flatMap(([name, limits]) => (fields.has(name) && holds(limits) ? [name] : []));
  return {
    fields,
    unwritten: namesWhere((each) => each.required !== undefined || each.default === 0),
    there: namesWhere(isThere),
    whole: namesWhere((each) => each.whole === true),
    union: unionOf(type),
  };
}

function knownField(field: Field, limits: Limits | undefined, minor: number): KnownField {
  const { gate } = limits ?? {};
  return { field, limits, isOff: gate !== undefined && !isOn(gate, minor) };
}

function isThere({ default: value }: Limits): boolean {
  return typeof value === 'object' && value !== null;
}

export type { Limits, Range, Unique } from './limits.ts';
export type { Union } from './unions.ts';
