import type { Span, YamlNode } from '../yaml/index.ts';
import type { ChunkEdit } from './edit.ts';

/** Whether edits leave, or write elsewhere, every anchor that an alias outside of what they take out needs. */
export function keepsAnchors(root: YamlNode | undefined, edits: readonly ChunkEdit[]): boolean {
  const isWritten = (anchor: string) => edits.some(({ text }) => text.includes(`&${anchor}`));
  const isGone = ({ start, end }: Span) => edits.some((edit) => edit.start < start && end <= edit.end);
  const check = (node: YamlNode): boolean => {
    if (node.kind === 'alias') {
      const isKept = !node.target || !isGone(node.target) || isWritten(node.name);
      return isKept || isGone({ start: node.start + 1, end: node.end });
    }
    if (node.kind === 'seq') return node.items.every(check);
    return node.kind !== 'map' || node.pairs.every(({ value }) => check(value));
  };
  return !root || check(root);
}
