import { containers } from './containers.ts';
import type { Limits, Overlay } from './limits.ts';
import { metadata } from './metadata.ts';
import { pod } from './pod.ts';
import { security } from './security.ts';
import { volumes } from './volumes.ts';
import { workloads } from './workloads.ts';

const overlay: Overlay = { ...containers, ...metadata, ...pod, ...security, ...volumes, ...workloads };
const none = {};

/** What the API server asks of the fields of a type, each by itself. */
export function limitsOfType(type: string): Readonly<Record<string, Limits>> {
  return overlay[type] ?? none;
}

/** What the API server asks of a field by itself; undefined where nothing is written down. */
export function limitsOf(type: string, name: string): Limits | undefined {
  const limits = limitsOfType(type);
  return Object.hasOwn(limits, name) ? limits[name] : undefined;
}

export type { Limits } from './limits.ts';
