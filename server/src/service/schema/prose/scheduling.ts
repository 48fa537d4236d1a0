import * as l10n from '@vscode/l10n';
import type { WordsOfTypes } from './words.ts';

export const scheduling = (): WordsOfTypes => ({
  'core/v1.NodeAffinity': {
    type: l10n.t('Which nodes the pod may or should run on, by their labels.'),
    fields: {
      preferredDuringSchedulingIgnoredDuringExecution: l10n.t(
        'What nodes should have, where the scheduler can choose.\n\nIt adds up the weights of what a node has, and prefers the highest sum.',
      ),
    },
  },
  'core/v1.NodeSelector': {
    type: l10n.t('Selects nodes: those for which one of the terms holds.'),
  },
  'core/v1.NodeSelectorTerm': {
    type: l10n.t('Requirements on a node, all of which have to hold. A term without any selects nothing.'),
  },
  'core/v1.PreferredSchedulingTerm': {
    type: l10n.t('What nodes should have, and how much that counts.'),
  },
  'core/v1.PodAffinity': {
    type: l10n.t('Which pods the pod must or should run beside.'),
    fields: {
      preferredDuringSchedulingIgnoredDuringExecution: l10n.t(
        'Pods that should run in the same place, where the scheduler can choose.\n\nIt adds up the weights of what holds for a node, and prefers the highest sum.',
      ),
    },
  },
  'core/v1.PodAntiAffinity': {
    type: l10n.t('Which pods the pod must not or should not run beside.'),
    fields: {
      preferredDuringSchedulingIgnoredDuringExecution: l10n.t(
        'Pods that should not run in the same place, where the scheduler can choose.\n\nIt subtracts the weights of what holds for a node, and prefers the highest sum.',
      ),
    },
  },
  'core/v1.PodAffinityTerm': {
    type: l10n.t('Pods by their labels, and how near is beside them: on the same node, in the same zone.'),
    fields: {
      topologyKey: l10n.t(
        'The label of nodes that tells what is the same place: `kubernetes.io/hostname` or `topology.kubernetes.io/zone`.\n\nNodes with the same value of it are the same place.',
      ),
      matchLabelKeys: l10n.t(
        'Labels for which the selected pods must have the same value as this pod: `pod-template-hash`, for pods of the same revision.\n\nIt needs a `labelSelector` that does not name them.',
      ),
      mismatchLabelKeys: l10n.t(
        'Labels for which the selected pods must have another value than this pod: `tenant`, to keep tenants apart.\n\nIt needs a `labelSelector` that does not name them.',
      ),
    },
  },
  'core/v1.WeightedPodAffinityTerm': {
    type: l10n.t('Pods to run beside, and how much that counts.'),
  },
  'core/v1.Toleration': {
    type: l10n.t(
      'Lets the pod run on nodes that have a certain taint.\n\nThe taint has to match in `key`, `value` and `effect`.',
    ),
    fields: {
      operator: l10n.t('How the value of the taint is compared.\n\nDefaults to `Equal`.'),
    },
    values: {
      operator: {
        Equal: l10n.t('The taint has this value.'),
        Exists: l10n.t('The taint is there, whatever its value.'),
        Gt: l10n.t('The value of the taint is a whole number greater than `value`.'),
        Lt: l10n.t('The value of the taint is a whole number less than `value`.'),
      },
      effect: {
        NoSchedule: l10n.t('Pods that do not tolerate the taint are not scheduled there; those that run there stay.'),
        PreferNoSchedule: l10n.t('Pods that do not tolerate the taint are scheduled elsewhere, if possible.'),
        NoExecute: l10n.t(
          'Pods that do not tolerate the taint are not scheduled there, and those that run there have to go.',
        ),
      },
    },
  },
  'core/v1.TopologySpreadConstraint': {
    fields: {
      maxSkew: l10n.t(
        'How many more pods one part may have than the one with the fewest.\n\nWith 1 and three zones, pods are 2/2/1 but never 3/1/1. With `ScheduleAnyway` it is only a preference.',
      ),
      topologyKey: l10n.t(
        'The label of nodes that tells the parts apart: `kubernetes.io/hostname` or `topology.kubernetes.io/zone`.\n\nNodes with the same value of it are the same part.',
      ),
      whenUnsatisfiable: l10n.t('What happens to a pod that cannot be placed without breaking `maxSkew`.'),
      minDomains: l10n.t(
        'How many parts there have to be.\n\nWhile there are fewer, the fewest pods count as 0, so that no part gets more than `maxSkew`. Only with `DoNotSchedule`. Without it one is enough.',
      ),
      nodeAffinityPolicy: l10n.t(
        'Whether nodes count on which the pod may not run by its `nodeSelector` and `nodeAffinity`.\n\nDefaults to `Honor`.',
      ),
      nodeTaintsPolicy: l10n.t(
        'Whether nodes count that have taints which the pod does not tolerate.\n\nDefaults to `Ignore`.',
      ),
    },
    values: {
      whenUnsatisfiable: {
        DoNotSchedule: l10n.t('The pod waits until it can be placed.'),
        ScheduleAnyway: l10n.t('The pod is placed all the same, where it makes things least uneven.'),
      },
      nodeAffinityPolicy: {
        Honor: l10n.t('Only nodes count on which the pod may run by its `nodeSelector` and `nodeAffinity`.'),
        Ignore: l10n.t('All nodes count.'),
      },
      nodeTaintsPolicy: {
        Honor: l10n.t('Only nodes count that have no taints, or those that the pod tolerates.'),
        Ignore: l10n.t('Taints are not looked at: all nodes count.'),
      },
    },
  },
  'core/v1.PodSchedulingGate': {
    type: l10n.t('A reason why the pod is not to be scheduled yet.'),
  },
  'core/v1.WorkloadReference': {
    type: l10n.t('The Workload, and the group in it, with which the pod is scheduled.'),
    fields: {
      name: l10n.t(
        'The name of the Workload, in the namespace of the pod.\n\nUntil there is one, the pod is not scheduled.',
      ),
      podGroup: l10n.t('The name of the group within the Workload.\n\nUntil there is one, the pod is not scheduled.'),
      podGroupReplicaKey: l10n.t(
        'Tells replicas of the same group apart.\n\nThe policy of the group counts for each of them by itself.',
      ),
    },
  },
});
