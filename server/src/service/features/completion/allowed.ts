import { forFiles, forVariables } from '../../rules/env/field-path.ts';
import { owned } from '../../rules/metadata/server-owned-field.ts';
import { isForOtherSystem } from '../../rules/windows/field-not-for-os.ts';
import { usualOf, valuesOf } from '../../schema/limits.ts';
import type { ApiObject } from '../../schema/object.ts';
import type { FieldPlace } from '../field/facts.ts';
import { isConflict } from './conflicts.ts';

/** Written by Kubernetes, whatever a manifest says, and how an object is deleted. */
const ofServer = [...owned, 'deletionGracePeriodSeconds', 'deletionTimestamp'];

/** Where fields have no place because of what is around them. Facts: the rules that tell of each. */
const misplaced: Readonly<Record<string, (object: ApiObject, name: string) => boolean>> = {
  'meta/v1.ObjectMeta': isRefusedInMetadata,
  'meta/v1.LabelSelectorRequirement': hasNoValues,
  'core/v1.NodeSelectorRequirement': hasNoValues,
  'core/v1.PodAffinityTerm': lacksSelector,
  'core/v1.PodSpec': isRefusedInPod,
  'core/v1.TopologySpreadConstraint': lacksSelector,
  'core/v1.PersistentVolumeClaimSpec': (claim, name) => isEitherOr(claim, name, ['dataSource', 'dataSourceRef']),
  'core/v1.Container': isRefusedInContainer,
  'core/v1.SecurityContext': isForOtherSystem,
  'core/v1.PodSecurityContext': isForOtherSystem,
  'apps/v1.DeploymentStrategy': (strategy, name) => name === 'rollingUpdate' && strategy.string('type') === 'Recreate',
  'apps/v1.StatefulSetUpdateStrategy': (strategy, name) =>
    name === 'rollingUpdate' && strategy.string('type') === 'OnDelete',
  'batch/v1.JobSpec': isRefusedInJob,
  'core/v1.EnvVar': (variable, name) => isEitherOr(variable, name, ['value', 'valueFrom']),
};

/**
 * Whether a field can be added to an object: the version serves it, what is written there counts, and the API server does
 * not refuse it whatever its value.
 */
export function isOffered(object: ApiObject, name: string): boolean {
  const limits = object.facts.fields.get(name)?.limits;
  if (name === 'status' || object.pairs.has(name)) return false;
  if (limits?.ignored?.(object) || (object.isDropped(name) && !isSidecarPolicy(object, name))) return false;
  return !isExcluded(object, name) && misplaced[object.type]?.(object, name) !== true;
}

/** Whether another member of the union is written, of which there may be only one. */
function isExcluded(object: ApiObject, name: string): boolean {
  const { members = [], many } = object.facts.union ?? {};
  return many !== undefined && members.includes(name) && members.some((member) => object.pairs.has(member));
}

/** 1.34 drops every policy of an init container but the one that makes it a sidecar. */
function isSidecarPolicy({ field }: ApiObject, name: string): boolean {
  return field === 'initContainers' && name === 'restartPolicy';
}

function isEitherOr(object: ApiObject, name: string, group: readonly string[]): boolean {
  return group.includes(name) && group.some((other) => other !== name && object.pairs.has(other));
}

function isRefusedInMetadata({ parent }: ApiObject, name: string): boolean {
  if (parent?.type === 'core/v1.PersistentVolumeClaimTemplate') return name !== 'labels' && name !== 'annotations';
  return ofServer.includes(name);
}

function isRefusedInPod(pod: ApiObject, name: string): boolean {
  if (name === 'schedulingGates') return pod.root.type === 'core/v1.Pod' && !pod.isEmpty('nodeName');
  return name === 'ephemeralContainers';
}

/** A new object gets the selector together with the keys. */
function lacksSelector(term: ApiObject, name: string): boolean {
  return /matchLabelKeys$/i.test(name) && term.node !== undefined && !term.has('labelSelector');
}

function hasNoValues(requirement: ApiObject, name: string): boolean {
  return name === 'values' && ['Exists', 'DoesNotExist'].includes(requirement.string('operator') ?? '');
}

function isRefusedInContainer(container: ApiObject, name: string): boolean {
  const { field, minor } = container;
  if (name === 'restartPolicy') return field !== 'initContainers' && minor < 35;
  if (name === 'volumeDevices') return minor >= 34 && container.parent?.boolean('hostUsers') === false;
  return name === 'restartPolicyRules' && !container.has('restartPolicy');
}

function isRefusedInJob(job: ApiObject, name: string): boolean {
  const policy = job.object('template')?.object('spec')?.string('restartPolicy');
  if (name === 'podFailurePolicy') return policy === 'OnFailure';
  if (job.root.type === 'batch/v1.CronJob') return name === 'selector' || name === 'manualSelector';
  return name === 'selector' && job.boolean('manualSelector') !== true;
}

/** The texts that a field can have here, where no others are taken; none where any are. */
export function allowedValues(place: FieldPlace): readonly string[] {
  const { object, name, field, limits } = place;
  const values = (limits && valuesOf(limits, object)) ?? field.enum ?? [];
  return values.filter((value) => value !== '' && !isConflict(object, name, value));
}

/** The texts most often meant where any are taken. */
export function usualValues({ object, name, limits }: FieldPlace): readonly string[] {
  if (object.type === 'core/v1.ObjectFieldSelector' && name === 'fieldPath') {
    return object.parent?.type === 'core/v1.DownwardAPIVolumeFile' ? forFiles : forVariables;
  }
  return (limits && usualOf(limits, object)) ?? [];
}

/** What counts where a field is not written, if it is a text, a number or a boolean. */
export function defaultOf({ object, name }: FieldPlace): string | number | boolean | undefined {
  const value = object.default(name);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
