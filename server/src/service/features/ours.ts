import { type PodSpec, workloadsOf } from '../model/index.ts';
import type { Chunk } from '../yaml/index.ts';
import type { Manifest } from './manifest.ts';

/** Whether a file is for us: it holds a workload, and is no template of one. */
export function isOurs({ chunks, isTemplate }: Manifest): boolean {
  return !isTemplate && chunks.some(({ chunk }) => workloadsOf(chunk).length > 0);
}

/** The pod specs of a document. */
export function podsOf(chunk: Chunk): PodSpec[] {
  return workloadsOf(chunk).flatMap(({ pod }) => pod ?? []);
}
