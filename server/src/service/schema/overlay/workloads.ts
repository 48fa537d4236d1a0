import { dnsLabel, percent, percentOfPods } from '../formats/index.ts';
import type { ApiObject } from '../object.ts';
import { type Limits, nonNegative, type Overlay, required, there } from './limits.ts';

const object = { metadata: there, spec: there };

/** The type of a strategy, of which the server names the strategy (ValidateDeploymentStrategy and its likes). */
function strategyType(values: readonly string[]): Limits {
  return { values, default: 'RollingUpdate', path: ({ path }) => path };
}

/** A number of pods, or a percentage of them (ValidatePositiveIntOrPercent). */
const numberOrPercent: Limits = { ...nonNegative, format: percent, pointer: true };

/** The same, where more than 100 % are too many (IsNotMoreThan100Percent). */
const numberOrHundredPercent: Limits = { ...numberOrPercent, format: percentOfPods };

const isRolling = ({ parent }: ApiObject) => parent?.string('type') === 'RollingUpdate';

function rolling(limits: Limits, value?: unknown): Limits {
  return { ...limits, when: isRolling, ...(value === undefined ? {} : { default: value }) };
}

const replicas: Limits = { ...nonNegative, default: 1, pointer: true };
const revisionHistoryLimit: Limits = { ...nonNegative, default: 10, pointer: true };
const retention: Limits = { values: ['Retain', 'Delete'], default: 'Retain' };

export const workloads: Overlay = {
  'core/v1.Pod': object,
  'core/v1.PodTemplate': { metadata: there, template: there },
  'core/v1.PodTemplateSpec': object,
  'core/v1.ReplicationController': object,
  // ValidateReplicationControllerSpec
  'core/v1.ReplicationControllerSpec': {
    replicas,
    minReadySeconds: nonNegative,
    template: required,
  },
  'apps/v1.Deployment': object,
  // ValidateDeploymentSpec
  'apps/v1.DeploymentSpec': {
    template: there,
    strategy: there,
    replicas,
    minReadySeconds: nonNegative,
    revisionHistoryLimit,
    progressDeadlineSeconds: { ...nonNegative, default: 600, pointer: true },
  },
  'apps/v1.DeploymentStrategy': { type: strategyType(['Recreate', 'RollingUpdate']) },
  // ValidateRollingUpdateDeployment
  'apps/v1.RollingUpdateDeployment': {
    maxUnavailable: rolling(numberOrHundredPercent, '25%'),
    maxSurge: rolling(numberOrPercent, '25%'),
  },
  'apps/v1.ReplicaSet': object,
  // ValidateReplicaSetSpec
  'apps/v1.ReplicaSetSpec': { template: there, replicas, minReadySeconds: nonNegative },
  'apps/v1.DaemonSet': object,
  // ValidateDaemonSetSpec
  'apps/v1.DaemonSetSpec': {
    template: there,
    updateStrategy: there,
    minReadySeconds: nonNegative,
    revisionHistoryLimit,
  },
  'apps/v1.DaemonSetUpdateStrategy': { type: strategyType(['RollingUpdate', 'OnDelete']) },
  // ValidateRollingUpdateDaemonSet
  'apps/v1.RollingUpdateDaemonSet': {
    maxUnavailable: rolling(numberOrHundredPercent, 1),
    maxSurge: rolling(numberOrHundredPercent, 0),
  },
  'apps/v1.StatefulSet': object,
  // ValidateStatefulSetSpec
  'apps/v1.StatefulSetSpec': {
    template: there,
    updateStrategy: there,
    replicas,
    minReadySeconds: nonNegative,
    revisionHistoryLimit: { default: 10, pointer: true },
    podManagementPolicy: {
      values: ['OrderedReady', 'Parallel'],
      invalid: ["must be 'OrderedReady' or 'Parallel'"],
      default: 'OrderedReady',
    },
    serviceName: { format: dnsLabel, when: ({ minor }) => minor >= 34 },
  },
  'apps/v1.StatefulSetUpdateStrategy': {
    type: { ...strategyType(['RollingUpdate', 'OnDelete']), invalid: ["must be 'RollingUpdate' or 'OnDelete'"] },
  },
  // validateRollingUpdateStatefulSet
  'apps/v1.RollingUpdateStatefulSetStrategy': {
    partition: rolling(nonNegative),
    maxUnavailable: { ...rolling(numberOrHundredPercent, 1), gate: 'MaxUnavailableStatefulSet' },
  },
  'apps/v1.StatefulSetOrdinals': { start: nonNegative },
  // ValidatePersistentVolumeClaimRetentionPolicy
  'apps/v1.StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: retention, whenScaled: retention },
};
