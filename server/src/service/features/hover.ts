import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import {
  type CommandField,
  type Container,
  commandFields,
  containersOf,
  type PodSpec,
  volumeUses,
  workloadsOf,
} from '../model/index.ts';
import { keyText, nodesAt, type Pair, type ScalarNode, type YamlNode } from '../yaml/index.ts';
import { describeCommand } from './hover/command.ts';
import { describeContainer } from './hover/container.ts';
import { describeInitContainers } from './hover/init.ts';
import { describeAt } from './hover/place.ts';
import { describePod } from './hover/pod.ts';
import { describeVolume } from './hover/volume.ts';
import { chunkAt, type Manifest, rangeOf } from './manifest.ts';
import { withoutLinksOf } from './markdown.ts';
import { placeAt, type TokenPlace } from './place.ts';
import type { Settings } from './problems.ts';

/**
 * What there is to know about the place the mouse rests on; undefined where we know nothing.
 * @param now when the next runs of a schedule are counted from
 */
export function hover(manifest: Manifest, position: Position, { minor }: Settings, now: Date): Hover | undefined {
  if (manifest.isTemplate) return undefined;
  const offset = manifest.document.offsetAt(position);
  const placed = chunkAt(manifest, offset);
  if (!placed?.chunk.root) return undefined;
  const around = nodesAt(placed.chunk.root, offset - placed.offset);
  const pod = workloadsOf(placed.chunk).find(({ root }) => around.includes(root))?.pod;
  const [token] = around;
  if (token?.kind !== 'scalar') return undefined;
  const role = pod && describe(pod, token, around);
  const place = placeAt(placed.chunk, offset - placed.offset, minor);
  const value = place ? withField(role, place, now) : role;
  if (!value) return undefined;
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(manifest, placed, token) };
}

/** What a token does in the pod, and below it what its field is; a value whose role is clear needs no more. */
function withField(role: string | undefined, place: TokenPlace, now: Date): string | undefined {
  if (role && place.part !== 'key') return role;
  const field = describeAt(place, now);
  return role && field ? `${role}\n\n---\n\n${withoutLinksOf(role, field)}` : (role ?? field);
}

function describe(pod: PodSpec, token: ScalarNode, around: readonly YamlNode[]): string | undefined {
  const pair = token.parent?.kind === 'pair' ? token.parent : undefined;
  if (pair?.parent === pod.node && pair.key === token) {
    const key = keyText(pair);
    if (key === 'containers') return describePod(pod);
    return key === 'initContainers' ? describeInitContainers(pod) : undefined;
  }
  const container = containersOf(pod).find(({ node }) => around.includes(node));
  if (container) return describeIn(container, token, pair, around);
  const volume = pod.volumes.find(({ node }) => around.includes(node));
  if (volume?.name === undefined) return undefined;
  const isName = pair !== undefined && pair.value === volume.nameNode;
  return isName || isFirstKey(token, volume.node) ? describeVolume(pod, volume.name) : undefined;
}

function describeIn(
  container: Container,
  token: ScalarNode,
  pair: Pair | undefined,
  around: readonly YamlNode[],
): string | undefined {
  const field = commandFields(container).find((candidate) => isOn(candidate, token, around));
  if (field) return describeCommand(field);
  const use = volumeUses(container.pod).find(({ node }) => node === pair?.parent);
  if (use) {
    const isUse = pair && ['name', 'mountPath', 'devicePath'].includes(keyText(pair));
    return isUse && use.volume ? describeVolume(container.pod, use.volume) : undefined;
  }
  const isName = pair?.parent === container.node && keyText(pair) === 'name';
  return isName || isFirstKey(token, container.node) ? describeContainer(container) : undefined;
}

/** Whether a token is the key of a command, or in its list. */
function isOn({ pair, node }: CommandField, token: ScalarNode, around: readonly YamlNode[]): boolean {
  return pair.key === token || (node.kind === 'seq' && around.includes(node));
}

function isFirstKey(token: ScalarNode, node: YamlNode): boolean {
  return node.kind === 'map' && node.pairs[0]?.key === token;
}
