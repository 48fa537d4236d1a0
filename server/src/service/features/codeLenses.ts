import * as l10n from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import { earliestStart, type PodSpec, titleOf } from '../model/index.ts';
import { duration } from '../rules/describe.ts';
import { pairOf } from '../yaml/index.ts';
import { type Manifest, rangeOf } from './manifest.ts';
import { podsOf } from './ours.ts';

/**
 * How each pod with more than one container starts, above its lists of containers: how many come first, how many then,
 * and the least it takes. The command of a lens is empty: it is only there to be read.
 */
export function codeLenses(manifest: Manifest): CodeLens[] {
  if (manifest.isTemplate) return [];
  return manifest.chunks.flatMap((placed) =>
    podsOf(placed.chunk).flatMap((pod) => {
      const title = startText(pod);
      const [key] = ['initContainers', 'containers']
        .flatMap((list) => pairOf(pod.node, list)?.key ?? [])
        .sort((a, b) => a.start - b.start);
      return title && key ? [{ range: rangeOf(manifest, placed, key), command: { title, command: '' } }] : [];
    }),
  );
}

/** `2 init containers, then 3 containers, ready after at least 30 minutes`; undefined where one container starts alone. */
function startText(pod: PodSpec): string | undefined {
  const { initContainers, containers } = pod;
  if (initContainers.length + containers.length < 2) return undefined;
  const { atLeast, endlessAt } = earliestStart(pod);
  const order = orderText(pod);
  if (endlessAt) return l10n.t('{0}: never ready, because {1} does not end', order, titleOf(endlessAt));
  return atLeast > 0 ? l10n.t('{0}, ready after ≥ {1}', order, duration(atLeast)) : order;
}

function orderText({ initContainers, containers }: PodSpec): string {
  const apps = containers.length === 1 ? l10n.t('1 container') : l10n.t('{0} containers', containers.length);
  const sidecars = initContainers.filter(({ role }) => role === 'sidecar').length;
  const inits = initContainers.length - sidecars;
  const [first, second] = [
    ...(inits === 0 ? [] : inits === 1 ? [l10n.t('1 init container')] : [l10n.t('{0} init containers', inits)]),
    ...(sidecars === 0
      ? []
      : sidecars === 1
        ? [l10n.t('1 native sidecar')]
        : [l10n.t('{0} native sidecars', sidecars)]),
  ];
  if (first === undefined) return l10n.t('{0}, started together', apps);
  return second === undefined
    ? l10n.t('{0}, then {1}', first, apps)
    : l10n.t('{0} and {1}, then {2}', first, second, apps);
}
