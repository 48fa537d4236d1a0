import { argvs, type Container } from '../../model/index.ts';
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
