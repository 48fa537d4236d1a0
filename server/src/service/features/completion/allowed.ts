import { forFiles, forVariables } from '../../rules/env/field-path.ts';
import type { ApiObject } from '../../schema/object.ts';
import { type FieldPlace, takenValues } from '../hover/facts.ts';

/** Written by Kubernetes, whatever a manifest says. */
const ofServer = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** Where fields have no place because of what is around them. Facts: the rules that tell of each. */
const misplaced: Readonly<Record<string, (object: ApiObject, name: string) => boolean>> = {
  'meta/v1.ObjectMeta': (_, name) => ofServer.includes(name),
  'core/v1.PodSpec': (_, name) => name === 'ephemeralContainers',
  'core/v1.Container': isRefusedInContainer,
  'core/v1.SecurityContext': isOfOtherSystem,
  'core/v1.PodSecurityContext': isOfOtherSystem,
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

function isRefusedInContainer(container: ApiObject, name: string): boolean {
  const { field, minor } = container;
  if (name === 'restartPolicy') return field !== 'initContainers' && minor < 35;
  return name === 'restartPolicyRules' && !container.has('restartPolicy');
}

function isOfOtherSystem(context: ApiObject, name: string): boolean {
  const system = context.around('core/v1.PodSpec')?.object('os')?.string('name');
  return system === 'linux' && name === 'windowsOptions';
}

function isRefusedInJob(job: ApiObject, name: string): boolean {
  if (job.root.type === 'batch/v1.CronJob') return name === 'selector' || name === 'manualSelector';
  return name === 'selector' && job.boolean('manualSelector') !== true;
}

const whileRunning = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

/** The texts that a field can have here, where no others are taken; none where any are. */
export function allowedValues(place: FieldPlace): readonly string[] {
  const { object, name } = place;
  const values = takenValues(place).filter((value) => value !== '');
  if (object.type === 'core/v1.Container' && name === 'restartPolicy') {
    const staysSidecar = object.field === 'initContainers' && whileRunning.some((field) => object.pairs.has(field));
    return staysSidecar || object.minor === 34 ? values.filter((value) => value === 'Always') : values;
  }
  return values;
}

/** The texts most often meant where any are taken. */
export function usualValues({ object, name, limits }: FieldPlace): readonly string[] {
  if (object.type === 'core/v1.ObjectFieldSelector' && name === 'fieldPath') {
    return object.parent?.type === 'core/v1.DownwardAPIVolumeFile' ? forFiles : forVariables;
  }
  return (typeof limits?.usual === 'function' ? limits.usual(object) : limits?.usual) ?? [];
}

/** What counts where a field is not written, if it is a text, a number or a boolean. */
export function defaultOf({ object, limits }: FieldPlace): string | number | boolean | undefined {
  const value = typeof limits?.default === 'function' ? limits.default(object) : limits?.default;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
