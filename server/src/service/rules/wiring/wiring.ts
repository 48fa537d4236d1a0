import { argvs, type Container, isWithin, type VolumeUse, volumeUses } from '../../model/index.ts';
import type { Chunk, Span } from '../../yaml/index.ts';

/** Where a path is written in the command of a container; undefined where it is not written as such. */
export function spanInCommand(container: Container, path: string, { text }: Chunk): Span | undefined {
  const words = argvs(container).flatMap((argv) => (argv.action === undefined ? argv.words : []));
  for (const { node } of words) {
    const at = text.slice(node.start, node.end).indexOf(path);
    if (at >= 0) return { start: node.start + at, end: node.start + at + path.length };
  }
  return undefined;
}

/** The innermost volume that a container has mounted at or above a path. */
export function useAt(container: Container, path: string): VolumeUse | undefined {
  return volumeUses(container.pod)
    .filter((use) => use.container === container && use.path !== undefined && isWithin(path, use.path))
    .sort((a, b) => (a.path?.length ?? 0) - (b.path?.length ?? 0))
    .at(-1);
}
