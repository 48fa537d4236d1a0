import { cronSchedule, domainPath, timeZone } from '../formats/index.ts';
import { type Gate, isOn } from '../gates.ts';
import type { ApiObject } from '../object.ts';
import { type Limits, nonNegative, type Overlay, there } from './limits.ts';
import { labelKey } from './selectors.ts';

/** A field that the server drops from a Job, but keeps in a CronJob (PrepareForCreate of jobStrategy). */
function droppedFromJobs(gate: Gate): Limits {
  return { gate, dropped: ({ root, minor }) => root.type === 'batch/v1.Job' && !isOn(gate, minor) };
}

/** Defaults that SetDefaults_Job sets, which is not called for the jobs of a CronJob. */
function inJob(value: unknown): Limits {
  return { default: ({ root }: ApiObject) => (root.type === 'batch/v1.Job' ? value : undefined) };
}

function retries(spec: ApiObject): number {
  return spec.has('backoffLimitPerIndex') ? 2147483647 : 6;
}

function replacement(spec: ApiObject): string {
  return spec.has('podFailurePolicy') ? 'Failed' : 'TerminatingOrFailed';
}

const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const operators = ['In', 'NotIn'];
const statuses = ['False', 'True', 'Unknown'];

export const jobs: Overlay = {
  'batch/v1.Job': { metadata: there, spec: there },
  'batch/v1.CronJob': { metadata: there, spec: there },
  // validateCronJobSpec
  'batch/v1.CronJobSpec': {
    schedule: { required: true, format: cronSchedule, usual: ['0 3 * * *'] },
    timeZone: { format: timeZone, pointer: true },
    startingDeadlineSeconds: nonNegative,
    concurrencyPolicy: { values: ['Allow', 'Forbid', 'Replace'], default: 'Allow' },
    successfulJobsHistoryLimit: nonNegative,
    failedJobsHistoryLimit: nonNegative,
    jobTemplate: there,
  },
  'batch/v1.JobTemplateSpec': { spec: there },
  // validateJobSpec
  'batch/v1.JobSpec': {
    template: there,
    parallelism: { ...nonNegative, ...inJob(1), pointer: true },
    completions: {
      ...nonNegative,
      pointer: true,
      default: (spec: ApiObject) => (spec.root.type === 'batch/v1.Job' && !spec.has('parallelism') ? 1 : undefined),
    },
    activeDeadlineSeconds: nonNegative,
    backoffLimit: {
      ...nonNegative,
      pointer: true,
      default: (spec: ApiObject) => (spec.root.type === 'batch/v1.Job' ? retries(spec) : undefined),
    },
    backoffLimitPerIndex: { ...nonNegative, pointer: true },
    maxFailedIndexes: { ...nonNegative, pointer: true },
    ttlSecondsAfterFinished: nonNegative,
    completionMode: { values: ['NonIndexed', 'Indexed'], default: 'NonIndexed', pointer: true },
    // validatePodReplacementPolicy
    podReplacementPolicy: {
      values: (_, spec) => (spec.has('podFailurePolicy') ? ['Failed'] : ['Failed', 'TerminatingOrFailed']),
      pointer: true,
      default: (spec: ApiObject) => (spec.root.type === 'batch/v1.Job' ? replacement(spec) : undefined),
    },
    manualSelector: inJob(false),
    suspend: inJob(false),
    managedBy: {
      required: true,
      when: (spec) => spec.has('managedBy'),
      format: domainPath,
      longest: [63],
      ...droppedFromJobs('JobManagedBy'),
    },
    successPolicy: {
      ...droppedFromJobs('JobSuccessPolicy'),
      ignored: (spec) => spec.string('completionMode') !== 'Indexed',
    },
    scheduling: { gate: 'WorkloadWithJob' },
  },
  // validatePodFailurePolicy
  'batch/v1.PodFailurePolicy': { rules: { most: [20] } },
  'batch/v1.PodFailurePolicyRule': {
    action: { required: `valid values: ${quoted(actions)}`, values: actions },
    onPodConditions: { most: [20] },
  },
  'batch/v1.PodFailurePolicyOnPodConditionsPattern': {
    type: labelKey,
    // the jobs of a CronJob did not get the default at first
    status: {
      required: `valid values: ${quoted(statuses)}`,
      values: statuses,
      default: ({ root, minor }: ApiObject) => (root.type === 'batch/v1.CronJob' && minor < 33 ? undefined : 'True'),
      usual: ['True', 'False', 'Unknown'],
    },
  },
  'batch/v1.PodFailurePolicyOnExitCodesRequirement': {
    operator: { required: `valid values: ${quoted(operators)}`, values: operators },
    values: { required: true, invalid: ['at least one value is required'], most: [255], unique: {} },
  },
  // validateSuccessPolicy
  'batch/v1.SuccessPolicy': {
    rules: {
      required: 'at least one rules must be specified when the successPolicy is specified',
      most: [20],
    },
  },
  'batch/v1.SuccessPolicyRule': {
    succeededIndexes: { longest: [64 * 1024], pointer: true },
    succeededCount: { ...nonNegative, pointer: true },
  },
};

/** A list as Go prints it: `["In" "NotIn"]`. */
function quoted(values: readonly string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(' ')}]`;
}
