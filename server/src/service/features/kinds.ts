import { workloadsOf } from '../model/index.ts';
import type { Manifest } from './manifest.ts';

/** The kinds of the workloads in a file, each once, in the order of the file. */
export function kinds(manifest: Manifest): string[] {
  if (manifest.isTemplate) return [];
  return [...new Set(manifest.chunks.flatMap(({ chunk }) => workloadsOf(chunk).map(({ likelyKind }) => likelyKind)))];
}
