import * as l10n from '@vscode/l10n';
import { metadataOf, type WordsOfTypes } from './words.ts';

const single = () => l10n.t('Each pod can be disrupted by itself.');
const all = () => l10n.t('All pods of the group are disrupted together, or none.');

export const jobs = (): WordsOfTypes => ({
  'batch/v1.CronJob': {
    fields: metadataOf('batch/v1'),
  },
  'batch/v1.CronJobSpec': {
    type: l10n.t('When Jobs are made, and what they look like.'),
    fields: {
      schedule: l10n.t(
        'When a Job is made, in cron format: minute, hour, day of month, month, day of week.\n\n`0 3 * * *` is each day at 3:00; `@hourly`, `@daily`, `@weekly`, `@monthly` and `@yearly` are taken as well.',
      ),
      timeZone: l10n.t(
        'The time zone of the schedule, by its name in the IANA database, such as `Asia/Seoul`.\n\nWithout it the schedule is in the time zone of the kube-controller-manager.',
      ),
      concurrencyPolicy: l10n.t('What happens when a Job is due while the one before it still runs.'),
    },
    values: {
      concurrencyPolicy: {
        Allow: l10n.t('Jobs may run side by side.'),
        Forbid: l10n.t('The new Job is skipped while the one before it runs.'),
        Replace: l10n.t('The Job that runs is stopped, and the new one takes its place.'),
      },
    },
  },
  'batch/v1.Job': {
    fields: metadataOf('batch/v1'),
  },
  'batch/v1.JobSchedulingConfiguration': {
    type: l10n.t('How the pods of a Job are scheduled as a group.'),
    fields: {
      schedulingPolicy: l10n.t(
        'Whether the pods are scheduled one by one, or only all together.\n\nOf `basic` and `gang` exactly one is written. Once the Job is there, only `gang.minCount` can be changed.',
      ),
      schedulingConstraints: l10n.t(
        'Where the pods may be placed: all in one domain of a topology, for example.\n\nThis field is immutable.',
      ),
      disruptionMode: l10n.t(
        'Whether the pods can be disrupted one by one, or only all together.\n\nOf `single` and `all` exactly one is written. This field is immutable.',
      ),
      resourceClaims: l10n.t(
        'Claims for devices that the pods of the Job share, at most 4.\n\nA pod takes part by a claim of the same name, for the same ResourceClaim or ResourceClaimTemplate, in its own `resourceClaims`. This field is immutable.',
      ),
    },
  },
  'batch/v1.JobSpec': {
    type: l10n.t('How often, and how, the pods of a Job are run.'),
    fields: {
      parallelism: l10n.t(
        'How many pods run at the same time, at most.\n\nFewer run where less is left to do. Defaults to 1.',
      ),
      activeDeadlineSeconds: l10n.t(
        'How many seconds the Job may run, with all retries. Then its pods are stopped, and it has failed.\n\nThe time starts anew when a suspended Job is resumed.',
      ),
      backoffLimit: l10n.t(
        'How many retries there are before the Job has failed.\n\nDefaults to 6, but with `backoffLimitPerIndex` to 2147483647, which is as good as no limit.',
      ),
      podFailurePolicy: l10n.t(
        'What follows when a pod fails, by exit code or by condition.\n\nWithout it, each failure counts towards `backoffLimit`. It asks for the `restartPolicy` `Never`.',
      ),
      successPolicy: l10n.t(
        'When the Job has succeeded, though not all indexes have.\n\nIt is for Jobs with the `completionMode` `Indexed`. The pods that still run are stopped. It cannot be changed.',
      ),
      maxFailedIndexes: l10n.t(
        'How many indexes may fail before the whole Job fails.\n\nOnly together with `backoffLimitPerIndex`. Without it the Job goes on with all other indexes. It is at most `completions`, and needed where these are more than 100000.',
      ),
      completionMode: l10n.t(
        'Whether the pods are alike, or each has a number and its own share of the work.\n\nThis field is immutable.',
      ),
      podReplacementPolicy: l10n.t(
        'When a pod that is being deleted is replaced: at once, or after it has ended.\n\nDefaults to `TerminatingOrFailed`, but with a `podFailurePolicy` to `Failed`, the only value that is taken then.',
      ),
      scheduling: l10n.t(
        'How the pods of the Job are scheduled as a group.\n\nWithout it they are scheduled one by one. Once the Job is there, only `schedulingPolicy.gang.minCount` can be changed.',
      ),
    },
    values: {
      completionMode: {
        Indexed: l10n.t(
          'Each pod has an index from 0 to `completions` - 1, also in the variable `JOB_COMPLETION_INDEX`; the Job is done when a pod for each index has succeeded.',
        ),
        NonIndexed: l10n.t('All pods are alike; the Job is done when `completions` of them have succeeded.'),
      },
      podReplacementPolicy: {
        Failed: l10n.t('A pod is replaced only after it has ended.'),
        TerminatingOrFailed: l10n.t('A pod is replaced as soon as it is being deleted, or has failed.'),
      },
    },
  },
  'batch/v1.JobTemplateSpec': {
    fields: {
      metadata: l10n.t('Labels and annotations of the Jobs that are made.'),
    },
  },
  'batch/v1.PodFailurePolicyOnExitCodesRequirement': {
    type: l10n.t('Exit codes that a rule is about. Containers that ended with 0 are not looked at.'),
    fields: {
      containerName: l10n.t('The container, or init container, whose exit code is looked at.\n\nWithout it all are.'),
      operator: l10n.t('Whether the exit code has to be one of the `values`, or none of them.'),
      values: l10n.t('The exit codes, in ascending order.\n\nWith `In`, 0 is not taken.'),
    },
    values: {
      operator: {
        In: l10n.t('A container ended with one of the `values`.'),
        NotIn: l10n.t('A container ended with an exit code that is none of the `values`.'),
      },
    },
  },
  'batch/v1.PodFailurePolicyOnPodConditionsPattern': {
    values: {
      status: {
        True: l10n.t('The condition holds.'),
        False: l10n.t('The condition does not hold.'),
        Unknown: l10n.t('It is not known whether the condition holds.'),
      },
    },
  },
  'batch/v1.PodFailurePolicyRule': {
    fields: {
      action: l10n.t('What follows when the rule matches.'),
    },
    values: {
      action: {
        Count: l10n.t('The failure counts towards `backoffLimit`, as it does without a rule.'),
        FailIndex: l10n.t('The index of the pod has failed, and is not tried again; only with `backoffLimitPerIndex`.'),
        FailJob: l10n.t('The whole Job has failed; all its pods are stopped.'),
        Ignore: l10n.t('The failure does not count towards `backoffLimit`, and the pod is replaced.'),
      },
    },
  },
  'batch/v1.SuccessPolicy': {
    fields: {
      rules: l10n.t(
        'The rules, of which one has to be met.\n\nThe pods that still run are then stopped, and the Job is complete.',
      ),
    },
  },
  'batch/v1.SuccessPolicyRule': {
    fields: {
      succeededIndexes: l10n.t(
        'The indexes that have to succeed, such as `1,3-5,7`.\n\nWith `succeededCount`, that many of them are enough.',
      ),
      succeededCount: l10n.t('How many indexes have to succeed.\n\nWith `succeededIndexes`, only those are counted.'),
    },
  },
  'scheduling/v1alpha3.TopologyConstraint': {
    type: l10n.t('A part of the cluster in which the pods of a group have to be together.'),
    fields: {
      key: l10n.t(
        'The label of nodes that tells the parts apart, such as `topology.kubernetes.io/rack`.\n\nAll pods of the group run on nodes that have the same value of it.',
      ),
    },
  },
  'scheduling/v1alpha3.WorkloadPodGroupAllDisruptionMode': { type: all() },
  'scheduling/v1alpha3.WorkloadPodGroupBasicSchedulingPolicy': { type: l10n.t('The pods are scheduled one by one.') },
  'scheduling/v1alpha3.WorkloadPodGroupDisruptionMode': {
    type: l10n.t('Whether the pods of a group can be disrupted one by one.'),
    fields: { single: single(), all: all() },
  },
  'scheduling/v1alpha3.WorkloadPodGroupGangSchedulingPolicy': {
    type: l10n.t('Pods are scheduled only when enough of the group can be at the same time.'),
    fields: {
      minCount: l10n.t(
        'How many pods have to be schedulable at the same time before any of them is.\n\nWithout it the controller chooses a number: the `parallelism` of a Job, for example.',
      ),
    },
  },
  'scheduling/v1alpha3.WorkloadPodGroupResourceClaim': {
    type: l10n.t('A claim for devices that the pods of a group share.'),
    fields: {
      name: l10n.t('The name of the claim within the group, by which pods refer to it.'),
      resourceClaimName: l10n.t('A ResourceClaim of the same namespace that the pods share.'),
      resourceClaimTemplateName: l10n.t(
        'A ResourceClaimTemplate of the same namespace, from which one claim is made for the group.',
      ),
    },
  },
  'scheduling/v1alpha3.WorkloadPodGroupSchedulingConstraints': {
    type: l10n.t('Where the pods of a group may be placed.'),
    fields: { topology: l10n.t('Parts of the cluster in which all pods of the group have to be together.') },
  },
  'scheduling/v1alpha3.WorkloadPodGroupSchedulingPolicy': {
    type: l10n.t('How the pods of a group are scheduled.\n\nOf `basic` and `gang` exactly one is written.'),
    fields: {
      basic: l10n.t('The pods are scheduled one by one, as they are without a group.'),
      gang: l10n.t('The pods are scheduled only when enough of them can be at the same time.'),
    },
  },
  'scheduling/v1alpha3.WorkloadPodGroupSingleDisruptionMode': { type: single() },
});
