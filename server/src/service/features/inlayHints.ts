import * as l10n from '@vscode/l10n';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { decodedOf, type PodSpec, type Workload, workloadsOf } from '../model/index.ts';
import type { ApiObject } from '../schema/object.ts';
import { type Chunk, integerOf, pairOf, valueAt } from '../yaml/index.ts';
import type { Manifest } from './manifest.ts';
import { octal, permissions } from './modes.ts';
import type { Settings } from './problems.ts';

interface Hint {
  /** Where it stands, in the chunk. */
  offset: number;
  label: string;
  tooltip: string;
}

/**
 * What a manifest does not say, for those who want to see it: defaults that matter, the order in which containers start,
 * file modes as permissions. Empty where the setting is off, as it is by default.
 * @param range the part of the file that is shown
 */
export function inlayHints(manifest: Manifest, range: Range, { inlayHints: isOn, minor }: Settings): InlayHint[] {
  if (!isOn || manifest.isTemplate) return [];
  const { document } = manifest;
  const [first, last] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const shown = manifest.chunks.filter(({ chunk, offset }) => offset <= last && first <= offset + chunk.text.length);
  return shown.flatMap(({ chunk, offset: start }) =>
    hintsOf(chunk, minor)
      .filter(({ offset }) => first <= start + offset && start + offset <= last)
      .map(({ offset, ...hint }) => ({ ...hint, position: document.positionAt(start + offset), paddingLeft: true })),
  );
}

/** The hints of a document; what is written once and used by several aliases has them once. */
function hintsOf(chunk: Chunk, minor: number): Hint[] {
  return chunk.derive(`inlay hints 1.${minor}`, () => {
    const hints = workloadsOf(chunk).flatMap((workload) => [
      ...(workload.pod ? orderHints(workload.pod) : []),
      ...fieldHints(workload, minor),
    ]);
    return [...new Map(hints.map((hint) => [`${hint.offset} ${hint.label}`, hint])).values()];
  });
}

/** In which step of the start each container is started, where there is more than one step. */
function orderHints({ initContainers, containers }: PodSpec): Hint[] {
  if (initContainers.length === 0) return [];
  const before = initContainers.map(({ node, role }, index) => ({
    node,
    label: l10n.t('step {0}', index + 1),
    tooltip:
      role === 'sidecar'
        ? l10n.t('Step {0} of the start: the next one waits only until this container has started.', index + 1)
        : l10n.t('Step {0} of the start: the next one waits until this container has succeeded.', index + 1),
  }));
  const step = initContainers.length + 1;
  const last = containers.map(({ node }) => ({
    node,
    label: containers.length === 1 ? l10n.t('step {0}', step) : l10n.t('step {0}, together', step),
    tooltip: l10n.t('Step {0} of the start: after all init containers. Containers do not wait for each other.', step),
  }));
  return [...before, ...last].flatMap(({ node, label, tooltip }) => {
    const name = valueAt(node, 'name') && pairOf(node, 'name');
    return name ? [{ offset: name.value.end, label, tooltip }] : [];
  });
}

/** The defaults that are shown, by type. */
const defaults: Readonly<Record<string, readonly string[]>> = {
  'apps/v1.DeploymentSpec': ['replicas'],
  'apps/v1.StatefulSetSpec': ['replicas', 'podManagementPolicy'],
  'batch/v1.CronJobSpec': ['concurrencyPolicy'],
  'batch/v1.JobSpec': ['backoffLimit'],
  'core/v1.ConfigMapVolumeSource': ['defaultMode'],
  'core/v1.Container': ['imagePullPolicy'],
  'core/v1.ContainerPort': ['protocol'],
  'core/v1.DownwardAPIVolumeSource': ['defaultMode'],
  'core/v1.PodSpec': ['restartPolicy', 'terminationGracePeriodSeconds'],
  'core/v1.Probe': ['periodSeconds', 'timeoutSeconds', 'failureThreshold'],
  'core/v1.ProjectedVolumeSource': ['defaultMode'],
  'core/v1.SecretVolumeSource': ['defaultMode'],
};

/** The fields behind which the defaults of their object stand, instead of behind its key. */
const behind: Readonly<Record<string, string>> = {
  'core/v1.Container': 'image',
  'core/v1.ContainerPort': 'containerPort',
};

const modes = ['mode', 'defaultMode'];

function fieldHints(workload: Workload, minor: number): Hint[] {
  return [...decodedOf(workload, minor).objects].flatMap((object) => [...defaultHints(object), ...modeHints(object)]);
}

function defaultHints(object: ApiObject): Hint[] {
  const missing = (defaults[object.type] ?? []).filter((name) => !object.pairs.has(name) && !object.isDropped(name));
  const filled = missing.flatMap((name) => {
    const value = object.integer(name) ?? object.string(name);
    return value === undefined || value === ''
      ? []
      : [`${name}: ${modes.includes(name) ? octal(Number(value)) : value}`];
  });
  const offset = offsetBehind(object);
  if (filled.length === 0 || offset === undefined) return [];
  return [{ offset, label: filled.join(', '), tooltip: l10n.t('Not written here: the API server fills it in.') }];
}

/** Where the defaults of an object stand: behind its most telling value, or behind its key. */
function offsetBehind(object: ApiObject): number | undefined {
  const { type, node } = object;
  const field = behind[type];
  if (field !== undefined) return object.has(field) ? object.pair(field)?.value.end : undefined;
  if (node?.parent?.kind !== 'pair') return undefined;
  return node.flow ? node.end : node.parent.colonEnd;
}

function modeHints(object: ApiObject): Hint[] {
  return modes.flatMap((name) => {
    const pair = object.pair(name);
    const mode = integerOf(object.value(name));
    if (pair === undefined || mode === undefined || mode < 0 || mode > 0o1777) return [];
    const label = permissions(mode);
    const [owner, group, others] = [label.slice(0, 3), label.slice(3, 6), label.slice(6)];
    const tooltip = l10n.t('{0} in octal. Owner: {1}, group: {2}, others: {3}.', octal(mode), owner, group, others);
    return [{ offset: pair.value.end, label, tooltip }];
  });
}
