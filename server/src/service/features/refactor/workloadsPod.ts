import * as l10n from '@vscode/l10n';
import { type ChunkEdit, columnOf, type Editor, lineEnd } from '../../fixes/index.ts';
import { containersOf, type PodSpec, podPath } from '../../model/index.ts';
import {
  type deref,
  effectivePairs,
  isBlock,
  isNull,
  type MapNode,
  type Pair,
  pairOf,
  valueAt,
} from '../../yaml/index.ts';
import type { RefactorContext, Refactoring } from './refactoring.ts';
import { linesBelow, ownPair, textsAt, withHead, withoutStatus } from './specs.ts';

/** The pod template of a workload as a Pod, without what makes pods of it. */
export function intoPod({ workload, pod, onHead, editor }: RefactorContext): Refactoring[] {
  const { root, kind, head, template } = workload;
  if (!kind || head || template || !onHead || kind === 'Pod' || kind === 'PodTemplate') return [];
  if (mountsClaims(pod)) return [];
  const path = podPath(kind);
  const spec = ownPair(root, 'spec');
  const inner = pairAt(root, path);
  const edits = spec && inner && editsFor(root, spec, inner, valueAt(root, ...path.slice(0, -1), 'metadata'), editor);
  if (!edits) return [];
  const lost = lostFields(root, path);
  const title = lost.length > 0 ? l10n.t('Convert to a Pod without {0}', lost.join(', ')) : l10n.t('Convert to a Pod');
  return [{ title, kind: 'refactor.rewrite', edits }];
}

/** Whether a container mounts what a StatefulSet claims for its pods. */
function mountsClaims(pod: PodSpec): boolean {
  const claims = pod.volumes.filter(({ source }) => source === 'volumeClaimTemplate').map(({ name }) => name);
  return containersOf(pod).some(({ mounts }) => mounts.some(({ name }) => claims.includes(name)));
}

/** The pair that a path leads to through pairs that are written where they stand. */
function pairAt(root: MapNode, [key = '', ...rest]: readonly string[]): Pair | undefined {
  const pair = ownPair(root, key);
  if (rest.length === 0 || !pair) return pair;
  return pair.value.kind === 'map' ? pairAt(pair.value, rest) : undefined;
}

function editsFor(
  root: MapNode,
  spec: Pair,
  inner: Pair,
  template: ReturnType<typeof deref>,
  editor: Editor,
): ChunkEdit[] | undefined {
  const head = withHead(root, 'v1', 'Pod', editor);
  const status = withoutStatus(root, editor);
  const metadata = ownPair(root, 'metadata')?.value;
  if (!head || !status || metadata?.kind !== 'map' || inner.value.kind !== 'map') return undefined;
  const added = ['labels', 'annotations'].map((key) => {
    const texts = textsAt(template?.kind === 'map' ? template : undefined, key);
    return texts && withTexts(metadata, key, texts, editor);
  });
  if (added.some((edits) => !edits)) return undefined;
  return [...head, ...status, ...added.flatMap((edits) => edits ?? []), ...unnested(spec, inner, editor)];
}

/** The edits that write texts into a map, over those that are there; undefined where that map is not its own. */
function withTexts(
  metadata: MapNode,
  key: string,
  texts: Readonly<Record<string, string>>,
  editor: Editor,
): ChunkEdit[] | undefined {
  const entries = Object.entries(texts);
  if (entries.length === 0) return [];
  const pair = pairOf(metadata, key);
  if (!pair) return editor.insertPair(metadata, key, { ...texts }, ['name', 'generateName', 'namespace', 'labels']);
  const own = ownPair(metadata, key)?.value;
  if (own && isNull(own)) return editor.replaceNode(own, { ...texts });
  if (own?.kind !== 'map') return undefined;
  const written = textsAt(metadata, key) ?? {};
  const others = entries.filter(([name, text]) => written[name] !== text);
  const isThere = ([name]: [string, string]) => ownPair(own, name) !== undefined;
  const added = others.filter((entry) => !isThere(entry));
  return [
    ...others.filter(isThere).flatMap(([name, text]) => editor.setAt(own, [name], text)),
    ...(added.length > 0 ? editor.insertPairs(own, Object.fromEntries(added)) : []),
  ];
}

/** Puts the pod spec in place of the spec that it stands in, its lines less deep. */
function unnested(spec: Pair, inner: Pair, editor: Editor): ChunkEdit[] {
  const { value: body } = inner;
  if (!isBlock(spec.value)) {
    return [
      { start: spec.value.start, end: body.start, text: '' },
      { start: body.end, end: spec.value.end, text: '' },
    ];
  }
  const { text } = editor;
  const by = columnOf(text, spec.start) - columnOf(text, inner.start);
  const lines = linesBelow(inner, text);
  const last = Math.max(lines.end, lineEnd(text, spec.value.end));
  return [
    { start: spec.colonEnd, end: inner.colonEnd, text: '' },
    ...(isBlock(body) ? editor.shiftLines(lines, by) : editor.shiftRest(body, by)),
    ...(lines.end < last ? [{ start: lines.end, end: last, text: '' }] : []),
  ];
}

/** What a workload says besides its pods, but for how it knows them. */
function lostFields(root: MapNode, path: readonly string[]): string[] {
  return path.slice(0, -1).flatMap((next, depth) => {
    const map = valueAt(root, ...path.slice(0, depth));
    if (map?.kind !== 'map' || next === 'spec') return [];
    return [...effectivePairs(map).keys()].filter((key) => key !== next && key !== 'selector');
  });
}
