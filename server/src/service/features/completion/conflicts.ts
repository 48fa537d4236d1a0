import { containersIn } from '../../rules/containers/containers.ts';
import { takesDivisor } from '../../rules/env/downward-api-divisor.ts';
import { hostUsersConflicts } from '../../rules/security/host-users-conflict.ts';
import { matches, podLabels } from '../../rules/selectors/requirements.ts';
import { isRefusedBySystem } from '../../rules/windows/field-not-for-os.ts';
import { hostProcessesOf } from '../../rules/windows/windows.ts';
import type { ApiObject } from '../../schema/object.ts';
import { whileRunning } from '../../schema/overlay/containers.ts';
import type { ConcreteNode } from '../../yaml/index.ts';

type Value = string | number | boolean;

/**
 * Values that the API server refuses beside what else is written, by type and field. One that only lacks what is to be
 * written next is none of them: `dnsPolicy: None` without name servers, `Localhost` without a profile, `In` without
 * values, `Equal` without a key, `Indexed` without completions. Facts: the rules that tell of each.
 */
const conflicts: Readonly<Record<string, (value: Value, object: ApiObject) => boolean>> = {
  'apps/v1.DeploymentStrategy.type': (value, strategy) => value === 'Recreate' && strategy.has('rollingUpdate'),
  'apps/v1.StatefulSetUpdateStrategy.type': (value, strategy) => value === 'OnDelete' && strategy.has('rollingUpdate'),
  // the indexes of the policy have to be among them
  'batch/v1.JobSpec.completions': (_, job) => job.has('successPolicy'),
  'batch/v1.JobSpec.completionMode': (value, job) =>
    value === 'NonIndexed' &&
    ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'].some((name) => job.has(name)),
  'batch/v1.JobSpec.manualSelector': (value, job) => value === false && job.has('selector'),
  'core/v1.AppArmorProfile.type': hasOtherProfile,
  'core/v1.AzureDiskVolumeSource.kind': (value, disk) =>
    !disk.isEmpty('diskURI') && disk.string('diskURI')?.startsWith('/') !== (value === 'Managed'),
  'core/v1.Container.restartPolicy': (value, container) =>
    container.field === 'initContainers' ? value !== 'Always' && isSidecarOnly(container) : container.minor < 35,
  'core/v1.ContainerPort.containerPort': (value, port) =>
    port.has('hostPort') &&
    port.integer('hostPort') !== value &&
    port.around('core/v1.PodSpec')?.boolean('hostNetwork') === true,
  'core/v1.ContainerResizePolicy.resourceName': (value, policy) =>
    policy.parent?.objects('resizePolicy').some((each) => each.string('resourceName') === value) === true,
  'core/v1.ContainerResizePolicy.restartPolicy': (value, policy) => value === 'RestartContainer' && !mayRestart(policy),
  'core/v1.FileKeySelector.volumeName': (value, selector) => volumeAround(selector, value)?.has('emptyDir') !== true,
  'core/v1.NodeSelectorRequirement.operator': hasOtherValues,
  'core/v1.PersistentVolumeClaimSpec.accessModes': (value, claim) => {
    const others = claim.strings('accessModes').filter((mode) => accessModes.includes(mode));
    return value === forOnePod ? others.length > 0 : others.includes(forOnePod);
  },
  'core/v1.PodOS.name': (value, os) => os.parent !== undefined && isRefusedBySystem(os.parent, String(value)),
  'core/v1.PodSpec.hostIPC': (value, pod) => value === true && pod.boolean('hostUsers') === false,
  'core/v1.PodSpec.hostNetwork': (value, pod) =>
    value === true
      ? pod.boolean('hostUsers') === false || pod.has('hostnameOverride')
      : hostProcessesOf(pod).some(({ isHost }) => isHost),
  'core/v1.PodSpec.hostPID': (value, pod) =>
    value === true && (pod.boolean('hostUsers') === false || pod.boolean('shareProcessNamespace') === true),
  'core/v1.PodSpec.hostUsers': (value, pod) =>
    value === false ? hostUsersConflicts(pod).length > 0 : hasUnmasked(pod),
  'core/v1.PodSpec.restartPolicy': (value, pod) =>
    value === 'OnFailure'
      ? pod.around('batch/v1.JobSpec')?.has('podFailurePolicy') === true
      : value === 'Never' && containersIn(pod).some(hasToRestart),
  'core/v1.PodSpec.setHostnameAsFQDN': (value, pod) => value === true && pod.has('hostnameOverride'),
  'core/v1.PodSpec.shareProcessNamespace': (value, pod) => value === true && pod.boolean('hostPID') === true,
  'core/v1.ResourceFieldSelector.resource': (value, selector) => !takesDivisor(selector, String(value)),
  'core/v1.SeccompProfile.type': hasOtherProfile,
  'core/v1.SecurityContext.allowPrivilegeEscalation': (value, context) => value === false && isPrivileged(context),
  'core/v1.SecurityContext.privileged': (value, context) =>
    value === true ? context.boolean('allowPrivilegeEscalation') === false : isMountedBothWays(context),
  'core/v1.SecurityContext.procMount': (value, context) =>
    value === 'Unmasked' && context.around('core/v1.PodSpec')?.boolean('hostUsers') !== false,
  'core/v1.Toleration.effect': (value, toleration) => value !== 'NoExecute' && toleration.has('tolerationSeconds'),
  'core/v1.Toleration.operator': (value, toleration) => value === 'Exists' && !toleration.isEmpty('value'),
  'core/v1.TopologySpreadConstraint.whenUnsatisfiable': (value, constraint) =>
    value === 'ScheduleAnyway' && constraint.has('minDomains'),
  'core/v1.VolumeDevice.name': (value, device) =>
    !isDevice(device, value) || uses(device, 'volumeMounts', value) || uses(device, 'volumeDevices', value),
  'core/v1.VolumeMount.name': (value, mount) => uses(mount, 'volumeDevices', value),
  'core/v1.VolumeMount.mountPropagation': (value, mount) =>
    value === 'Bidirectional' ? !isOfPrivileged(mount) : value !== 'None' && isReadOnlyBelow(mount),
  'core/v1.VolumeMount.readOnly': (value, mount) => value === false && isReadOnlyBelow(mount),
  'core/v1.VolumeMount.recursiveReadOnly': (value, mount) =>
    value !== 'Disabled' && !['', 'None'].includes(mount.string('mountPropagation') ?? ''),
  'meta/v1.LabelSelectorRequirement.operator': (value, requirement) =>
    hasOtherValues(value, requirement) || losesPods(requirement, requirement.string('key') ?? '', String(value)),
  'meta/v1.LabelSelectorRequirement.key': (value, requirement) =>
    losesPods(requirement, String(value), requirement.string('operator') ?? ''),
};

/** Whether the API server refuses a value of a field because of what is written around it. */
export function isConflict(object: ApiObject, name: string, value: Value): boolean {
  return conflicts[`${object.type}.${name}`]?.(value, object) === true;
}

/** An access mode that stands alone, and the others. */
const forOnePod = 'ReadWriteOncePod';
const accessModes = [forOnePod, 'ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'];

/** Whether a container uses a volume as files, or as a raw device. */
function uses({ parent }: ApiObject, list: 'volumeMounts' | 'volumeDevices', volume: Value): boolean {
  return parent?.objects(list).some((each) => each.string('name') === volume) === true;
}

function volumeAround(object: ApiObject, name: Value): ApiObject | undefined {
  return object
    .around('core/v1.PodSpec')
    ?.objects('volumes')
    .find((each) => each.string('name') === name);
}

/** Whether a volume may be a raw device: that of a claim. */
function isDevice(device: ApiObject, name: Value): boolean {
  const volume = volumeAround(device, name);
  return !volume || volume.has('persistentVolumeClaim') || volume.has('ephemeral');
}

/** Whether an init container has what only a sidecar may have; 1.34 drops every other policy. */
function isSidecarOnly(container: ApiObject): boolean {
  return container.minor === 34 || whileRunning.some((field) => container.has(field));
}

function hasOtherProfile(value: Value, profile: ApiObject): boolean {
  return value !== 'Localhost' && profile.has('localhostProfile');
}

function hasOtherValues(value: Value, requirement: ApiObject): boolean {
  const values = requirement.values('values');
  if (values.length === 0) return false;
  if (value === 'Gt' || value === 'Lt') return values.length > 1 || values.some(({ node }) => !isNumber(node));
  return value === 'Exists' || value === 'DoesNotExist';
}

function isNumber(node: ConcreteNode): boolean {
  return node.kind === 'scalar' && /^-?\d+$/.test(node.text);
}

/** Whether the selector of a workload would not select its own pods any more. */
function losesPods(requirement: ApiObject, key: string, operator: string): boolean {
  const spec = requirement.parent?.field === 'selector' ? requirement.parent.parent : undefined;
  const labels = spec?.has('template') ? podLabels(spec) : undefined;
  const values = requirement.strings('values');
  const isUnfinished = !key || !operator || (values.length === 0 && (operator === 'In' || operator === 'NotIn'));
  if (!labels || isUnfinished) return false;
  return !matches({ key, operator, values, span: requirement.start }, labels);
}

function mayRestart(policy: ApiObject): boolean {
  const isInit = policy.parent?.field === 'initContainers' && policy.parent.string('restartPolicy') !== 'Always';
  if (isInit && policy.minor >= 36) return false;
  return policy.around('core/v1.PodSpec')?.string('restartPolicy') !== 'Never';
}

/** Whether a container is to be restarted where its resources change. */
function hasToRestart(container: ApiObject): boolean {
  return container.objects('resizePolicy').some((each) => each.string('restartPolicy') === 'RestartContainer');
}

/** Whether mounts of a container show up on its node. */
function isMountedBothWays({ parent }: ApiObject): boolean {
  return parent?.objects('volumeMounts').some((each) => each.string('mountPropagation') === 'Bidirectional') === true;
}

function isPrivileged(context: ApiObject): boolean {
  const added = context.object('capabilities')?.strings('add') ?? [];
  return context.boolean('privileged') === true || added.some((each) => /^(?:CAP_)?SYS_ADMIN$/.test(each));
}

/** Whether a container sees all of `/proc`, which it may in a pod with users of its own only. */
function hasUnmasked(pod: ApiObject): boolean {
  return containersIn(pod).some((each) => each.object('securityContext')?.string('procMount') === 'Unmasked');
}

function isOfPrivileged(mount: ApiObject): boolean {
  return mount.parent?.object('securityContext')?.boolean('privileged') === true;
}

function isReadOnlyBelow(mount: ApiObject): boolean {
  return ['Enabled', 'IfPossible'].includes(mount.string('recursiveReadOnly') ?? '');
}
