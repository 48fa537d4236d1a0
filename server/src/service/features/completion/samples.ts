import type { ApiObject } from '../../schema/object.ts';
import { isOfFields } from '../../schema/overlay/scheduling.ts';
import { isConflict } from './conflicts.ts';
import { anObject, Entry, type Fields, type Skeleton, stop } from './skeleton.ts';
import {
  claimNames,
  containerNames,
  firstPort,
  names,
  ownLabels,
  pathsIn,
  selectedLabels,
  selectorLabels,
  templateLabels,
  unused,
  volumesFor,
} from './surroundings.ts';

/** What people mean by an object, where that is more than the fields it has to have; undefined where none would be right. */
export const objectSamples: Readonly<Record<string, (object: ApiObject, wanted?: string) => Fields | undefined>> = {
  'core/v1.PodTemplateSpec': (template) => {
    const labels = selectedLabels(template);
    return labels && { metadata: { labels }, spec: podSpec(template) };
  },
  'core/v1.PodSpec': podSpec,
  'core/v1.Container': (container) => ({
    name: stop(unused(containerNames(container), container.field === 'initContainers' ? 'init' : 'app')),
    image: stop(container.field === 'initContainers' ? 'busybox:1.37' : 'nginx:1.27'),
  }),
  'core/v1.ContainerPort': () => ({ containerPort: stop(8080) }),
  'core/v1.EnvVar': (variable) => ({
    name: stop(unused(names(variable.parent, 'env'), 'NAME', '_')),
    value: stop('value'),
  }),
  'core/v1.EnvVarSource': () => ({ configMapKeyRef: { name: stop('config'), key: stop('key') } }),
  'core/v1.EnvFromSource': () => ({ configMapRef: { name: stop('config') } }),
  'core/v1.VolumeMount': (mount, wanted) => {
    const volumes = volumesFor(mount);
    const paths = (mount.parent?.objects('volumeMounts') ?? []).map((each) => each.string('mountPath') ?? '');
    // somebody who writes a mount before its volume types the name
    if (volumes.length === 0 && wanted === undefined) return undefined;
    return { name: stop(...volumes), mountPath: stop(unused(paths, '/data')) };
  },
  'core/v1.VolumeDevice': (device) => {
    const volumes = volumesFor(device);
    const paths = (device.parent?.objects('volumeDevices') ?? []).map((each) => each.string('devicePath') ?? '');
    if (volumes.length === 0) return undefined;
    return { name: stop(...volumes), devicePath: stop(unused(paths, '/dev/xvda')) };
  },
  'core/v1.Volume': (volume) => ({
    name: stop(unused(names(volume.parent, 'volumes').concat(claimNames(volume)), 'data')),
    emptyDir: {},
  }),
  'core/v1.FileKeySelector': (selector) => {
    const volumes = volumesFor(selector, 'volumeName');
    return volumes.length > 0
      ? { volumeName: stop(...volumes), path: stop('variables.env'), key: stop('NAME') }
      : undefined;
  },
  'core/v1.KeyToPath': (item) => ({ key: stop('key'), path: stop(unused(pathsIn(item), 'path')) }),
  'core/v1.DownwardAPIVolumeFile': (file) => ({
    path: stop(unused(pathsIn(file), 'name')),
    fieldRef: { fieldPath: stop('metadata.name') },
  }),
  'core/v1.ServiceAccountTokenProjection': (token) => ({ path: stop(unused(pathsIn(token), 'token')) }),
  'core/v1.ClusterTrustBundleProjection': (bundle) => ({
    name: stop('bundle'),
    path: stop(unused(pathsIn(bundle), 'ca.crt')),
  }),
  'core/v1.PodCertificateProjection': (certificate) => ({
    signerName: stop('example.com/signer'),
    keyType: stop('ED25519', 'ECDSAP256', 'RSA3072'),
    credentialBundlePath: stop(unused(pathsIn(certificate), 'credentials.pem')),
  }),
  'core/v1.ResourceRequirements': resources,
  'core/v1.VolumeResourceRequirements': () => ({ requests: { storage: stop('1Gi') } }),
  'core/v1.Probe': (probe) => ({ httpGet: { path: stop('/'), port: stop(firstPort(probe)) } }),
  'core/v1.HTTPGetAction': (action) => ({ path: stop('/'), port: stop(firstPort(action)) }),
  'core/v1.TCPSocketAction': (action) => ({ port: stop(firstPort(action)) }),
  'core/v1.LifecycleHandler': () => ({ exec: { command: ['sh', '-c', stop('sleep 5')] } }),
  'core/v1.LocalObjectReference': () => ({ name: stop('secret') }),
  'core/v1.PersistentVolumeClaim': (claim) => ({
    metadata: { name: stop(unused(claimNames(claim), 'data')) },
    spec: claimSpec(),
  }),
  'core/v1.PersistentVolumeClaimTemplate': () => ({ spec: claimSpec() }),
  'core/v1.PersistentVolumeClaimSpec': claimSpec,
  'core/v1.Toleration': (_, wanted) => ({
    key: stop('key'),
    operator: wanted === 'value' ? 'Equal' : 'Exists',
    effect: stop('NoSchedule', 'NoExecute'),
  }),
  'core/v1.TypedLocalObjectReference': () => ({ kind: 'PersistentVolumeClaim', name: stop('data') }),
  'core/v1.TypedObjectReference': () => ({ kind: 'PersistentVolumeClaim', name: stop('data') }),
  'core/v1.ResourceClaim': (claim) => {
    const used = names(claim.parent, 'claims');
    const claims = names(claim.around('core/v1.PodSpec'), 'resourceClaims').filter((name) => !used.includes(name));
    return claims.length > 0 ? { name: stop(...claims) } : undefined;
  },
  'batch/v1.SuccessPolicyRule': () => ({ succeededCount: stop(1) }),
  'core/v1.ResourceFieldSelector': (selector) => ({
    ...(selector.parent?.type === 'core/v1.DownwardAPIVolumeFile'
      ? { containerName: stop(...names(selector.around('core/v1.PodSpec'), 'containers')) }
      : {}),
    resource: stop('limits.memory', 'limits.cpu', 'requests.memory', 'requests.cpu'),
  }),
  'core/v1.AzureDiskVolumeSource': () => ({
    diskName: stop('disk'),
    diskURI: stop('/subscriptions/id/resourceGroups/group/providers/Microsoft.Compute/disks/disk'),
    kind: 'Managed',
  }),
  'core/v1.FCVolumeSource': () => ({ targetWWNs: [stop('50060e801049cfd1')], lun: stop(0) }),
  'core/v1.HostAlias': () => ({ ip: stop('10.0.0.1'), hostnames: [stop('example.com')] }),
  'core/v1.ContainerResizePolicy': (policy) => {
    const resources = ['cpu', 'memory'].filter((resource) => !isConflict(policy, 'resourceName', resource));
    return resources.length > 0 ? { resourceName: stop(...resources), restartPolicy: stop('NotRequired') } : undefined;
  },
  'core/v1.SeccompProfile': () => ({ type: stop('RuntimeDefault') }),
  'core/v1.AppArmorProfile': () => ({ type: stop('RuntimeDefault') }),
  'core/v1.NodeSelectorTerm': () => ({ matchExpressions: [requirement('kubernetes.io/arch', 'amd64')] }),
  'core/v1.NodeSelectorRequirement': (of) =>
    isOfFields(of) ? requirement('metadata.name', 'node') : requirement('kubernetes.io/arch', 'amd64'),
  'meta/v1.LabelSelectorRequirement': requirementOfLabel,
  'core/v1.TopologySpreadConstraint': (constraint) => ({
    maxSkew: stop(1),
    topologyKey: stop('topology.kubernetes.io/zone', 'kubernetes.io/hostname'),
    whenUnsatisfiable: stop('ScheduleAnyway', 'DoNotSchedule'),
    labelSelector: { matchLabels: ownLabels(constraint) },
  }),
  'core/v1.PodAffinityTerm': (term) => ({
    labelSelector: { matchLabels: ownLabels(term) },
    topologyKey: stop('kubernetes.io/hostname', 'topology.kubernetes.io/zone'),
  }),
  'meta/v1.LabelSelector': (selector) => {
    const labels = selectorLabels(selector);
    return labels && { matchLabels: labels };
  },
};

/** Fields that the samples have and that may be left out. */
export const extras: Readonly<Record<string, readonly string[]>> = {
  'core/v1.EnvVar': ['value'],
  'core/v1.HTTPGetAction': ['path'],
  'core/v1.ResourceRequirements': ['requests', 'limits'],
  'core/v1.Toleration': ['effect'],
  'core/v1.VolumeResourceRequirements': ['requests'],
  'meta/v1.LabelSelector': ['matchLabels'],
};

/** What people mean by a field, by type and field, as a scalar or as a whole. */
export const fieldSamples: Readonly<Record<string, (object: ApiObject) => Skeleton | undefined>> = {
  'batch/v1.SuccessPolicyRule.succeededIndexes': () => stop('0'),
  'meta/v1.ObjectMeta.labels': labelsOf,
  'meta/v1.ObjectMeta.annotations': () => new Entry('example.com/key', 'value'),
  'core/v1.ReplicationControllerSpec.selector': templateLabels,
  'meta/v1.LabelSelector.matchLabels': selectorLabels,
  'core/v1.PodSpec.nodeSelector': () => ({ 'kubernetes.io/os': stop('linux') }),
  'core/v1.PodSpec.overhead': () => ({ cpu: stop('100m') }),
  'core/v1.PodSpec.securityContext': () => anObject,
  'core/v1.Container.command': () => [stop('sh')],
  'core/v1.ResourceRequirements.requests': (requirements) => amounts(requirements, 'limits'),
  'core/v1.ResourceRequirements.limits': (requirements) => amounts(requirements, 'requests'),
  'core/v1.PodCertificateProjection.userAnnotations': () => new Entry('example.com/key', 'value'),
  'core/v1.PodAffinityTerm.matchLabelKeys': () => [stop('pod-template-hash')],
  'core/v1.PodAffinityTerm.mismatchLabelKeys': () => [stop('tenant')],
  'core/v1.TopologySpreadConstraint.matchLabelKeys': () => [stop('pod-template-hash')],
  'core/v1.Capabilities.drop': () => [stop('ALL')],
  'core/v1.Capabilities.add': () => [stop('NET_BIND_SERVICE')],
};

/** A pod that a Job makes has to end. */
function podSpec(object: ApiObject): Fields {
  const containers = [{ name: stop('app'), image: stop('nginx:1.27') }];
  const isOfJob = object.root.type === 'batch/v1.Job' || object.root.type === 'batch/v1.CronJob';
  return isOfJob ? { restartPolicy: stop('Never', 'OnFailure'), containers } : { containers };
}

function claimSpec(): Fields {
  return { accessModes: [stop('ReadWriteOnce')], resources: { requests: { storage: stop('1Gi') } } };
}

function requirement(key: string, value: string): Fields {
  return { key: stop(key), operator: 'In', values: [stop(value)] };
}

/** A requirement that the pods fulfil whose labels the selector around it has. */
function requirementOfLabel(object: ApiObject): Fields | undefined {
  const { parent } = object;
  const [label] = Object.entries((parent && selectorLabels(parent)) ?? {});
  return label && { key: stop(label[0]), operator: 'In', values: [label[1]] };
}

/** What a container asks for; nothing is offered where the amounts of the pod as a whole have to hold them all. */
function resources(requirements: ApiObject): Fields | undefined {
  const requests = amounts(requirements, 'limits');
  if (requirements.parent?.type === 'core/v1.PodSpec') return requests && { requests };
  return requests && { requests, limits: { memory: stop('128Mi') } };
}

function amounts(requirements: ApiObject, given: 'limits' | 'requests'): Fields | undefined {
  const { parent } = requirements;
  if (parent?.type === 'core/v1.PersistentVolumeClaimSpec') return { storage: stop('1Gi') };
  const pod = requirements.around('core/v1.PodSpec');
  const others =
    parent === pod ? ['initContainers', 'containers'].flatMap((list) => [...(pod?.objects(list) ?? [])]) : [pod];
  if (others.some((each) => each?.has('resources'))) return undefined;
  const known = new Map(
    requirements.values(given).map(({ key, node }) => [key, node.kind === 'scalar' ? node.text : '']),
  );
  return { cpu: stop(known.get('cpu') || '100m'), memory: stop(known.get('memory') || '128Mi') };
}

function labelsOf(metadata: ApiObject): Skeleton | undefined {
  const { parent } = metadata;
  return parent?.type === 'core/v1.PodTemplateSpec' ? selectedLabels(parent) : new Entry('app', 'app');
}
