import { describe, expect, it } from 'vitest';
import { codes, find, fixed, fixTitles } from '../../helpers/manifests.ts';
import { cronJobWith, deploymentWith, jobWith, workload } from '../../helpers/workloads.ts';

const selector = 'selector: {matchLabels: {app: web}}';
const daemonSet = (lines: string) => workload('apps/v1', 'DaemonSet', `${selector}\n${lines}`);
const statefulSet = (lines: string) => workload('apps/v1', 'StatefulSet', `${selector}\n${lines}`);
const controller = (lines: string) => workload('v1', 'ReplicationController', lines);

/** Manifests with the paths of the errors, and the version where it matters. */
const cases: [name: string, text: string, paths: string[], minor?: number][] = [
  ['replicas', deploymentWith('replicas: -1'), ['spec.replicas']],
  ['no replicas', deploymentWith('replicas: 0'), []],
  ['minReadySeconds', daemonSet('minReadySeconds: -1'), ['spec.minReadySeconds']],
  ['revisions', daemonSet('revisionHistoryLimit: -1'), ['spec.revisionHistoryLimit']],
  ['revisions of a StatefulSet', statefulSet('revisionHistoryLimit: -1'), []],
  ['strategy', deploymentWith('strategy: {type: recreate}'), ['spec.strategy']],
  ['empty strategy', deploymentWith('strategy: {type: ""}'), []],
  ['strategy of a DaemonSet', daemonSet('updateStrategy: {type: Recreate}'), ['spec.updateStrategy']],
  ['strategy of a StatefulSet', statefulSet('updateStrategy: {type: Recreate}'), ['spec.updateStrategy']],
  [
    'percentage',
    deploymentWith('strategy: {rollingUpdate: {maxSurge: "1"}}'),
    ['spec.strategy.rollingUpdate.maxSurge'],
  ],
  [
    'empty percentage',
    deploymentWith('strategy: {rollingUpdate: {maxSurge: ""}}'),
    ['spec.strategy.rollingUpdate.maxSurge'],
  ],
  [
    'percentage beside an empty strategy',
    deploymentWith('strategy: {type: "", rollingUpdate: {maxSurge: x}}'),
    ['spec.strategy.rollingUpdate.maxSurge'],
  ],
  ['surge', deploymentWith('strategy: {rollingUpdate: {maxSurge: 200%}}'), []],
  [
    'unavailable',
    deploymentWith('strategy: {rollingUpdate: {maxUnavailable: 101%}}'),
    ['spec.strategy.rollingUpdate.maxUnavailable'],
  ],
  [
    'surge of a DaemonSet',
    daemonSet('updateStrategy: {rollingUpdate: {maxSurge: 101%, maxUnavailable: 0}}'),
    ['spec.updateStrategy.rollingUpdate.maxSurge'],
  ],
  ['a strategy without steps', daemonSet('updateStrategy: {type: OnDelete, rollingUpdate: {maxSurge: x}}'), []],
  [
    'partition',
    statefulSet('updateStrategy: {rollingUpdate: {partition: -1}}'),
    ['spec.updateStrategy.rollingUpdate.partition'],
  ],
  ['maxUnavailable before its time', statefulSet('updateStrategy: {rollingUpdate: {maxUnavailable: x}}'), [], 34],
  ['podManagementPolicy', statefulSet('podManagementPolicy: parallel'), ['spec.podManagementPolicy']],
  [
    'retention',
    statefulSet('persistentVolumeClaimRetentionPolicy: {whenScaled: Keep}'),
    ['spec.persistentVolumeClaimRetentionPolicy.whenScaled'],
  ],
  ['no retention', statefulSet('persistentVolumeClaimRetentionPolicy: {whenScaled: ""}'), []],
  ['ordinals', statefulSet('ordinals: {start: -1}'), ['spec.ordinals.start']],
  ['serviceName', statefulSet('serviceName: A_b'), ['spec.serviceName']],
  ['serviceName before 1.34', statefulSet('serviceName: A_b'), [], 32],
  [
    'a controller without template',
    'apiVersion: v1\nkind: ReplicationController\nmetadata: {name: a}\n',
    ['spec.template', 'spec.selector'],
  ],
  ['a controller without selector', controller(''), []],
  ['completionMode', jobWith('completionMode: ""'), ['spec.completionMode']],
  ['parallelism', jobWith('parallelism: -1'), ['spec.parallelism']],
  ['ttl', jobWith('ttlSecondsAfterFinished: -1'), ['spec.ttlSecondsAfterFinished']],
  ['managedBy', jobWith('managedBy: me'), ['spec.managedBy']],
  ['managedBy too long', jobWith(`managedBy: a.b/${'x'.repeat(60)}`), ['spec.managedBy']],
  ['managedBy before its time', jobWith('managedBy: me'), [], 30],
  [
    'managedBy in a CronJob',
    cronJobWith('schedule: 0 3 * * *', 'managedBy: me'),
    ['spec.jobTemplate.spec.managedBy'],
    30,
  ],
  ['podReplacementPolicy', jobWith('podReplacementPolicy: Never'), ['spec.podReplacementPolicy']],
  [
    'podReplacementPolicy beside a failure policy',
    jobWith('podFailurePolicy: {rules: []}\npodReplacementPolicy: TerminatingOrFailed'),
    ['spec.podReplacementPolicy'],
  ],
  [
    'action',
    jobWith('podFailurePolicy: {rules: [{onPodConditions: [{type: X}]}]}'),
    ['spec.podFailurePolicy.rules[0].action'],
  ],
  [
    'an empty rule',
    jobWith('podFailurePolicy: {rules: [{action: Count, onPodConditions: []}]}'),
    ['spec.podFailurePolicy.rules[0]'],
  ],
  [
    'status and type',
    jobWith('podFailurePolicy: {rules: [{action: Count, onPodConditions: [{type: "a b", status: yes it is}]}]}'),
    [
      'spec.podFailurePolicy.rules[0].onPodConditions[0].type',
      'spec.podFailurePolicy.rules[0].onPodConditions[0].status',
    ],
  ],
  [
    'exit codes',
    jobWith('podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: in, values: [1, 1]}}]}'),
    ['spec.podFailurePolicy.rules[0].onExitCodes.operator', 'spec.podFailurePolicy.rules[0].onExitCodes.values[1]'],
  ],
  [
    'a condition without status',
    cronJobWith('schedule: 0 3 * * *', 'podFailurePolicy: {rules: [{action: Count, onPodConditions: [{type: A}]}]}'),
    ['spec.jobTemplate.spec.podFailurePolicy.rules[0].onPodConditions[0].status'],
    32,
  ],
  [
    'a condition with the default status',
    cronJobWith('schedule: 0 3 * * *', 'podFailurePolicy: {rules: [{action: Count, onPodConditions: [{type: A}]}]}'),
    [],
  ],
  ['success rules', jobWith('completionMode: Indexed\nsuccessPolicy: {rules: []}'), ['spec.successPolicy.rules']],
  ['a success rule', jobWith('completionMode: Indexed\nsuccessPolicy: {rules: [{}]}'), ['spec.successPolicy.rules[0]']],
  [
    'a success rule of null',
    jobWith('completionMode: Indexed\nsuccessPolicy: {rules: [null]}'),
    ['spec.successPolicy.rules[0]'],
  ],
  ['a count of 0', jobWith('completionMode: Indexed\nsuccessPolicy: {rules: [{succeededCount: 0}]}'), []],
  ['a success policy before its time', jobWith('successPolicy: {rules: []}'), [], 30],
  ['concurrencyPolicy', cronJobWith('schedule: 0 3 * * *\nconcurrencyPolicy: allow'), ['spec.concurrencyPolicy']],
  [
    'startingDeadlineSeconds',
    cronJobWith('schedule: 0 3 * * *\nstartingDeadlineSeconds: -1'),
    ['spec.startingDeadlineSeconds'],
  ],
  ['history', cronJobWith('schedule: 0 3 * * *\nfailedJobsHistoryLimit: -1'), ['spec.failedJobsHistoryLimit']],
];

it.each(cases)('%s', (_, text, paths, minor = 37) => {
  const errors = find(text, { minor }).filter(({ problem }) => problem.severity === 'error');
  expect(errors.map(({ problem }) => problem.path)).toEqual(paths);
});

describe('percentages', () => {
  it('are mended', () => {
    const withSurge = (surge: string) => deploymentWith(`strategy: {rollingUpdate: {maxSurge: ${surge}}}`);
    expect(fixed(withSurge('"1"'), 'percent-invalid')).toBe(withSurge('1'));
    expect(fixed(withSurge('"1"'), 'percent-invalid', 1)).toBe(withSurge('1%'));
    expect(fixTitles(withSurge('a lot'), 'percent-invalid')).toEqual([]);
    expect(fixTitles(deploymentWith('strategy: {rollingUpdate: {maxUnavailable: 120%}}'), 'percent-invalid')).toEqual([
      'Change to 100%',
    ]);
  });
});

it('says what is dropped from a Job', () => {
  expect(codes(jobWith('managedBy: example.com/me'), { minor: 30 })).toEqual(['dropped-field']);
});
