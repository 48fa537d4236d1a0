import * as l10n from '@vscode/l10n';
import { metadataOf, type WordsOfTypes } from './words.ts';

const rollingUpdate = () => l10n.t('How the rolling update goes, where `type` is `RollingUpdate`.');

export const workloads = (): WordsOfTypes => ({
  'apps/v1.DaemonSet': {
    fields: metadataOf('apps/v1'),
  },
  'apps/v1.DaemonSetSpec': {
    fields: {
      revisionHistoryLimit: l10n.t('How many old revisions are kept to roll back to.\n\nDefaults to 10.'),
    },
  },
  'apps/v1.DaemonSetUpdateStrategy': {
    type: l10n.t('How the pods of a DaemonSet are replaced after its template was changed.'),
    fields: {
      type: l10n.t('Whether pods are replaced node by node, or only when you delete them.'),
      rollingUpdate: rollingUpdate(),
    },
    values: {
      type: {
        OnDelete: l10n.t('A pod is replaced when you delete it, and not before.'),
        RollingUpdate: l10n.t('Pods are replaced one after the other, node by node.'),
      },
    },
  },
  'apps/v1.Deployment': {
    fields: metadataOf('apps/v1'),
  },
  'apps/v1.DeploymentSpec': {
    fields: {
      paused: l10n.t('If `true`, a change of the template does not start a rollout until it is `false` again.'),
    },
  },
  'apps/v1.DeploymentStrategy': {
    fields: {
      type: l10n.t('Whether new pods replace old ones step by step, or after all old ones are gone.'),
      rollingUpdate: rollingUpdate(),
    },
    values: {
      type: {
        Recreate: l10n.t('All old pods are stopped before new ones are made, so that versions never run side by side.'),
        RollingUpdate: l10n.t('New pods are made and old ones stopped step by step, so that some are always ready.'),
      },
    },
  },
  'apps/v1.ReplicaSet': {
    fields: metadataOf('apps/v1'),
  },
  'apps/v1.RollingUpdateDaemonSet': { type: l10n.t('How the rolling update of a DaemonSet goes.') },
  'apps/v1.RollingUpdateDeployment': { type: l10n.t('How the rolling update of a Deployment goes.') },
  'apps/v1.RollingUpdateStatefulSetStrategy': {
    type: l10n.t('How the rolling update of a StatefulSet goes.'),
    fields: {
      partition: l10n.t(
        'The lowest number of the pods that are updated; those below it stay as they are.\n\nDefaults to 0. With `replicas` or more, no pod is updated.',
      ),
      maxUnavailable: l10n.t(
        'How many pods may be unavailable during the update, as a number or as a percentage of `replicas`.\n\nA percentage is rounded down, but to 1 at least. It may have no effect with the `podManagementPolicy` `OrderedReady`.',
      ),
    },
  },
  'apps/v1.StatefulSet': {
    type: l10n.t(
      'Runs pods that keep their identity: each has its own name, its own DNS name and its own storage, also after it was replaced.',
    ),
    fields: metadataOf('apps/v1'),
  },
  'apps/v1.StatefulSetOrdinals': {
    fields: {
      start: l10n.t(
        'The number of the first pod.\n\nPods are numbered from `start` to `start` + `replicas` - 1. Defaults to 0. It helps to move pods from one StatefulSet to another, one by one.',
      ),
    },
  },
  'apps/v1.StatefulSetPersistentVolumeClaimRetentionPolicy': {
    fields: {
      whenDeleted: l10n.t('What happens to the claims of the pods when the StatefulSet is deleted.'),
      whenScaled: l10n.t('What happens to the claims of pods that go when the StatefulSet is scaled down.'),
    },
    values: {
      whenDeleted: {
        Retain: l10n.t('The claims stay when the StatefulSet is deleted, with their data.'),
        Delete: l10n.t('The claims are deleted after the pods, when the StatefulSet is deleted.'),
      },
      whenScaled: {
        Retain: l10n.t('The claims stay after scaling down, and are used again after scaling up.'),
        Delete: l10n.t('The claims of pods that are no longer wanted are deleted.'),
      },
    },
  },
  'apps/v1.StatefulSetSpec': {
    fields: {
      podManagementPolicy: l10n.t('Whether pods are made and removed one after the other, or all at once.'),
      updateStrategy: l10n.t('How pods are replaced after the template was changed.'),
    },
    values: {
      podManagementPolicy: {
        OrderedReady: l10n.t(
          'Each pod is made when the one before it is ready; they are removed in the opposite order.',
        ),
        Parallel: l10n.t('All pods are made, or removed, at once.'),
      },
    },
  },
  'apps/v1.StatefulSetUpdateStrategy': {
    type: l10n.t('How the pods of a StatefulSet are replaced after its template was changed.'),
    fields: {
      type: l10n.t('Whether pods are replaced one by one, or only when you delete them.'),
      rollingUpdate: rollingUpdate(),
    },
    values: {
      type: {
        OnDelete: l10n.t('A pod is replaced when you delete it, and not before.'),
        Recreate: l10n.t('All pods are deleted before new ones are made, so that versions never run side by side.'),
        RollingUpdate: l10n.t('Pods are replaced one after the other, from the highest number to the lowest.'),
      },
    },
  },
  'core/v1.Pod': {
    fields: metadataOf('v1'),
  },
  'core/v1.PodTemplate': {
    fields: metadataOf('v1'),
  },
  'core/v1.PodTemplateSpec': {
    fields: {
      metadata: l10n.t(
        'Labels and annotations of the pods that are made.\n\nThe labels must match the `selector` of the workload.',
      ),
    },
  },
  'core/v1.ReplicationController': {
    fields: metadataOf('v1'),
  },
  'core/v1.ReplicationControllerSpec': {
    fields: {
      selector: l10n.t('Labels of the pods that belong to it.\n\nDefaults to the labels of the pod template.'),
      template: l10n.t(
        'The pods that are made, as a template.\n\nThe only `restartPolicy` that is taken there is `Always`.',
      ),
    },
  },
});
