import { containers } from './containers.ts';
import type { Limits, Overlay } from './limits.ts';
import { metadata } from './metadata.ts';
import { pod } from './pod.ts';
import { scheduling } from './scheduling.ts';
import { security } from './security.ts';
import { selectors } from './selectors.ts';
import { volumes } from './volumes.ts';
import { workloads } from './workloads.ts';

const rows: Overlay = {
  ...containers,
  ...metadata,
  ...pod,
  ...scheduling,
  ...security,
  ...selectors,
  ...volumes,
  ...workloads,
};
const overlay = new Map(Object.entries(rows).map(([type, fields]) => [type, new Map(Object.entries(fields))]));
const none: ReadonlyMap<string, Limits> = new Map();

/** What the API server asks of the fields of a type, each by itself. */
export function limitsOfType(type: string): ReadonlyMap<string, Limits> {
  return overlay.get(type) ?? none;
}

/** What the API server asks of a field by itself; undefined where nothing is written down. */
export function limitsOf(type: string, name: string): Limits | undefined {
  return overlay.get(type)?.get(name);
}

export type { Limits, Unique } from './limits.ts';
export { type Union, unionOf } from './unions.ts';
