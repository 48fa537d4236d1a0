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
const overlay = new Map<string, Map<string, Limits>>();
for (const part of parts) {
  for (const [type, fields] of Object.entries(part)) {
    overlay.set(type, new Map([...(overlay.get(type) ?? []), ...Object.entries(fields)]));
  }
}
const none: ReadonlyMap<string, Limits> = new Map();

/** What the API server asks of the fields of a type, each by itself. */
export function limitsOfType(type: string): ReadonlyMap<string, Limits> {
  return overlay.get(type) ?? none;
}

/** What the API server asks of a field by itself; undefined where nothing is written down. */
export function limitsOf(type: string, name: string): Limits | undefined {
  return overlay.get(type)?.get(name);
}

const whole = new Map(
  [...overlay].map(([type, fields]) => [type, [...fields].flatMap(([name, limits]) => (limits.whole ? [name] : []))]),
);

/** The fields of a type that take the object along where the server drops them. */
export function wholeFieldsOf(type: string): readonly string[] {
  return whole.get(type) ?? [];
}

export type { Limits, Unique } from './limits.ts';
export { type Union, unionOf } from './unions.ts';
