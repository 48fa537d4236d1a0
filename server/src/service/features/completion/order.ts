import type { ApiObject } from '../../schema/object.ts';

/** The fields that people write, in the order in which they write them; the rest follows by the alphabet. */
const common: Readonly<Record<string, readonly string[]>> = {
  root: ['apiVersion', 'kind', 'metadata', 'spec', 'template'],
  'meta/v1.ObjectMeta': ['name', 'namespace', 'labels', 'annotations'],
  'apps/v1.DeploymentSpec': ['replicas', 'selector', 'strategy', 'template'],
  'apps/v1.ReplicaSetSpec': ['replicas', 'selector', 'template'],
  'apps/v1.DaemonSetSpec': ['selector', 'updateStrategy', 'template'],
  'apps/v1.StatefulSetSpec': ['serviceName', 'replicas', 'selector', 'template', 'volumeClaimTemplates'],
  'batch/v1.JobSpec': ['completions', 'parallelism', 'backoffLimit', 'ttlSecondsAfterFinished', 'template'],
  'batch/v1.CronJobSpec': ['schedule', 'timeZone', 'concurrencyPolicy', 'jobTemplate'],
  'core/v1.PodSpec': [
    'initContainers',
    'containers',
    'volumes',
    'restartPolicy',
    'serviceAccountName',
    'imagePullSecrets',
    'securityContext',
    'nodeSelector',
    'affinity',
    'tolerations',
    'topologySpreadConstraints',
    'terminationGracePeriodSeconds',
    'hostNetwork',
    'dnsPolicy',
    'priorityClassName',
  ],
  'core/v1.Container': [
    'name',
    'image',
    'imagePullPolicy',
    'command',
    'args',
    'workingDir',
    'ports',
    'env',
    'envFrom',
    'volumeMounts',
    'resources',
    'startupProbe',
    'livenessProbe',
    'readinessProbe',
    'lifecycle',
    'securityContext',
    'restartPolicy',
  ],
  'core/v1.ContainerPort': ['name', 'containerPort', 'protocol'],
  'core/v1.EnvVar': ['name', 'value', 'valueFrom'],
  'core/v1.EnvVarSource': ['configMapKeyRef', 'secretKeyRef', 'fieldRef', 'resourceFieldRef'],
  'core/v1.EnvFromSource': ['configMapRef', 'secretRef', 'prefix'],
  'core/v1.VolumeMount': ['name', 'mountPath', 'readOnly', 'subPath'],
  'core/v1.Volume': ['name', 'configMap', 'secret', 'emptyDir', 'persistentVolumeClaim', 'hostPath', 'projected'],
  'core/v1.ConfigMapVolumeSource': ['name', 'items', 'defaultMode', 'optional'],
  'core/v1.SecretVolumeSource': ['secretName', 'items', 'defaultMode', 'optional'],
  'core/v1.KeyToPath': ['key', 'path', 'mode'],
  'core/v1.ConfigMapKeySelector': ['name', 'key', 'optional'],
  'core/v1.SecretKeySelector': ['name', 'key', 'optional'],
  'core/v1.ResourceRequirements': ['requests', 'limits'],
  'core/v1.Probe': [
    'httpGet',
    'exec',
    'tcpSocket',
    'grpc',
    'initialDelaySeconds',
    'periodSeconds',
    'timeoutSeconds',
    'failureThreshold',
    'successThreshold',
  ],
  'core/v1.LifecycleHandler': ['exec', 'httpGet', 'sleep'],
  'core/v1.Lifecycle': ['postStart', 'preStop'],
  'core/v1.HTTPGetAction': ['path', 'port', 'scheme'],
  'core/v1.SecurityContext': [
    'runAsNonRoot',
    'runAsUser',
    'runAsGroup',
    'readOnlyRootFilesystem',
    'allowPrivilegeEscalation',
    'capabilities',
    'seccompProfile',
  ],
  'core/v1.PodSecurityContext': ['runAsNonRoot', 'runAsUser', 'runAsGroup', 'fsGroup', 'seccompProfile'],
  'core/v1.Capabilities': ['drop', 'add'],
  'core/v1.PersistentVolumeClaim': ['metadata', 'spec'],
  'core/v1.PersistentVolumeClaimSpec': ['accessModes', 'storageClassName', 'resources'],
  'core/v1.PodTemplateSpec': ['metadata', 'spec'],
  'core/v1.Toleration': ['key', 'operator', 'value', 'effect'],
  'core/v1.TopologySpreadConstraint': ['maxSkew', 'topologyKey', 'whenUnsatisfiable', 'labelSelector'],
  'core/v1.PodAffinityTerm': ['labelSelector', 'topologyKey'],
  'core/v1.WeightedPodAffinityTerm': ['weight', 'podAffinityTerm'],
  'core/v1.PreferredSchedulingTerm': ['weight', 'preference'],
  'core/v1.NodeSelectorRequirement': ['key', 'operator', 'values'],
  'meta/v1.LabelSelector': ['matchLabels', 'matchExpressions'],
  'meta/v1.LabelSelectorRequirement': ['key', 'operator', 'values'],
};

/** Fields of an object in the order in which they are offered: required ones first, then the common ones. */
export function inOrder(object: ApiObject, names: readonly string[]): string[] {
  const isRequired = (name: string) => !object.isOptional(name);
  const required = names.filter(isRequired);
  return [
    ...asWritten(object, required),
    ...asWritten(
      object,
      names.filter((name) => !isRequired(name)),
    ),
  ];
}

/** Fields of an object in the order in which they are written. */
export function asWritten(object: ApiObject, names: readonly string[]): string[] {
  const order = common[object.parent ? object.type : 'root'] ?? [];
  const [known, others] = [order.filter((name) => names.includes(name)), names.filter((name) => !order.includes(name))];
  return [...known, ...others.sort()];
}

/** The fields that people write in front of one. */
export function fieldsBefore(type: string, field: string): readonly string[] {
  const order = common[type] ?? [];
  return order.slice(0, order.indexOf(field));
}
