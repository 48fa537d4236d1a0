import { type AliasNode, once, type Span, type YamlNode } from '../yaml/index.ts';
import type { ChunkEdit } from './edit.ts';

/** Whether after edits every alias still stands behind its anchor. */
export function keepsAnchors(root: YamlNode | undefined, edits: readonly ChunkEdit[]): boolean {
  const isGone = ({ start, end }: Span) => edits.some((edit) => edit.start < start && end <= edit.end);
  const writesFrom = (text: string) => edits.filter((edit) => edit.text.includes(text)).map(({ start }) => start);
  const keeps = ({ name, target, start, end }: AliasNode): boolean => {
    if (!target) return true;
    const aliases = writesFrom(`*${name}`);
    // of an alias the edits may begin right at its start
    if (!isGone({ start: start + 1, end })) aliases.push(start);
    // within what it stands for an alias would lead into itself
    if (!isGone(target)) return aliases.every((at) => target.end < at);
    const anchor = Math.min(...writesFrom(`&${name}`));
    return aliases.every((at) => anchor <= at);
  };
  return !root || aliasesIn(root).every(keeps);
}

/** The nodes that aliases stand for: they are read in several places, as several types. */
export const sharedNodes = once((root: YamlNode): ReadonlySet<YamlNode | undefined> => {
  return new Set(aliasesIn(root).map(({ target }) => target));
});

/** Whether a node, or one around it, is read in another place as well. */
export function isShared(node: YamlNode): boolean {
  const around = [node, ...ancestorsOf(node)];
  const shared = sharedNodes(around.at(-1) ?? node);
  return node.kind === 'alias' || around.some((each) => shared.has(each));
}

function ancestorsOf({ parent }: YamlNode): YamlNode[] {
  const owner = parent?.kind === 'pair' ? parent.parent : parent;
  return owner ? [owner, ...ancestorsOf(owner)] : [];
}

const aliasesIn = once((root: YamlNode): readonly AliasNode[] => {
  const found: AliasNode[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'alias') found.push(node);
    else if (node.kind === 'seq') for (const item of node.items) visit(item);
    else if (node.kind === 'map') for (const { value } of node.pairs) visit(value);
  };
  visit(root);
  return found;
});
