import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, lines } from '../helpers/manifests.ts';
import { deploymentWith, jobWith, workload } from '../helpers/workloads.ts';

const selector = 'selector: {matchLabels: {app: web}}';

function paths(text: string, code: string, minor = 37): string[] {
  return find(text, { minor }).flatMap(({ problem }) => (problem.code === code ? problem.path : []));
}

describe('a selector', () => {
  it.each(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'])('is missing in a %s', (kind) => {
    const text = workload('apps/v1', kind, 'minReadySeconds: 1');
    const marked = text.replace('minReadySeconds', '«selector-missing|minReadySeconds»');
    expectMarked(kind === 'DaemonSet' ? marked : marked.replace('labels:', '«selector-missing|labels»:'));
    expect(paths(text, 'selector-missing')).toEqual(
      kind === 'DaemonSet' ? ['spec.template.metadata.labels'] : ['spec.selector', 'spec.template.metadata.labels'],
    );
    expect(codes(workload('apps/v1', kind, selector))).toEqual([]);
  });

  it('is empty', () => {
    expectMarked(deploymentWith('«selector-missing|selector»: {}', 'app: web', ''));
    expectMarked(
      deploymentWith('«selector-missing|selector»: {matchLabels: {}, matchExpressions: []}', 'app: web', ''),
    );
    expect(find(deploymentWith('selector: {}', 'app: web', ''))[0]?.problem.server).toEqual([
      'Invalid value: {}: empty selector is invalid for deployment',
    ]);
  });

  it('is missing where it is misspelled, and not where it is of another type', () => {
    expect(codes(deploymentWith('selectors: {matchLabels: {app: web}}', 'app: web', ''))).toEqual([
      'unknown-field',
      'selector-missing',
      'selector-missing',
    ]);
    expect(codes(deploymentWith('selector: web', 'app: web', ''))).toEqual(['wrong-type']);
  });

  it("is made of the template's labels", () => {
    expect(fixed(deploymentWith('replicas: 2', 'app: web, tier: "1"', ''), 'selector-missing')).toBe(
      deploymentWith('replicas: 2\nselector:\n  matchLabels:\n    app: web\n    tier: "1"', 'app: web, tier: "1"', ''),
    );
    expect(fixed(deploymentWith('selector: {}', 'app: web', ''), 'selector-missing')).toBe(
      deploymentWith('selector:\n  matchLabels:\n    app: web', 'app: web', ''),
    );
  });

  it('gets labels as well where there are none', () => {
    const text = deploymentWith('replicas: 2', '', '');
    expect(fixTitles(text, 'selector-missing')).toEqual(['Label the pods app: web, and select them']);
    expect(codes(fixed(text, 'selector-missing'))).toEqual([]);
    const last =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec: {containers: [{name: a, image: b}]}\n';
    expect(fixed(last, 'selector-missing')).toBe(
      `${last}    metadata:\n      labels:\n        app: web\n  selector:\n    matchLabels:\n      app: web\n`,
    );
  });

  it('of a ReplicationController is made of its labels', () => {
    expect(paths(workload('v1', 'ReplicationController', '', ''), 'selector-missing')).toEqual(['spec.selector']);
    expect(codes(workload('v1', 'ReplicationController', ''))).toEqual([]);
    const text = workload('v1', 'ReplicationController', 'selector: {app: shop}');
    expect(fixed(text, 'selector-mismatch', 1)).toBe(workload('v1', 'ReplicationController', 'selector: {app: web}'));
  });

  it('of a Job is its own only where it says so', () => {
    expect(paths(jobWith('manualSelector: true'), 'selector-missing')).toEqual(['spec.selector']);
    expect(codes(jobWith('manualSelector: true\nselector: {}'))).toEqual([]);
    expect(codes(jobWith('manualSelector: true\nselector: {matchLabels: {a: b}}'))).toEqual(['selector-mismatch']);
  });
});

describe('a selector that does not match', () => {
  it.each([
    ['matchLabels: {app: shop}', '{app: «selector-mismatch|web»}'],
    ['matchLabels: {tier: web}', '«selector-mismatch|labels»: {app: web}'],
    ['matchExpressions: [{key: app, operator: In, values: [a, b]}]', '{app: «selector-mismatch|web»}'],
    ['matchExpressions: [{key: app, operator: NotIn, values: [web]}]', '{app: «selector-mismatch|web»}'],
    ['matchExpressions: [{key: app, operator: DoesNotExist}]', '{app: «selector-mismatch|web»}'],
    ['matchExpressions: [{key: tier, operator: Exists}]', '«selector-mismatch|labels»: {app: web}'],
  ])('%s', (selected, marked) => {
    const text = deploymentWith('', 'app: web', selected);
    expectMarked(text.replace(marked.startsWith('{') ? '{app: web}' : 'labels: {app: web}', marked));
    expect(paths(text, 'selector-mismatch')).toEqual(['spec.template.metadata.labels']);
  });

  it.each([
    'matchExpressions: [{key: app, operator: In, values: [web]}]',
    'matchExpressions: [{key: tier, operator: NotIn, values: [web]}]',
    'matchExpressions: [{key: tier, operator: DoesNotExist}]',
    'matchExpressions: [{key: app, operator: Exists}]',
  ])('%s matches', (selected) => {
    expect(codes(deploymentWith('', 'app: web', selected))).toEqual([]);
  });

  it('is not looked at where it, or a label, is wrong by itself', () => {
    expect(codes(deploymentWith('', 'app: web', 'matchLabels: {app: a b}'))).toEqual(['label-invalid']);
    expect(codes(deploymentWith('', 'app: 1', 'matchLabels: {app: web}'))).toEqual(['string-not-quoted']);
  });

  it('is mended on either side', () => {
    const text = deploymentWith('', 'app: web # here', 'matchLabels: {app: shop}').replace(
      '{app: web # here}',
      '\n        app: web # here',
    );
    expect(fixTitles(text, 'selector-mismatch')).toEqual(['Label the pods app: shop', 'Select app: web']);
    expect(fixed(text, 'selector-mismatch')).toBe(text.replace('app: web', 'app: shop'));
    expect(fixed(text, 'selector-mismatch', 1)).toBe(text.replace('app: shop', 'app: web'));
    const missing = deploymentWith('', '', 'matchLabels: {app: shop}');
    expect(codes(fixed(missing, 'selector-mismatch'))).toEqual([]);
    const none = missing.replace('    metadata:\n      labels: {}\n', '');
    expect(codes(fixed(none, 'selector-mismatch'))).toEqual([]);
  });

  it('tells of each label', () => {
    expect(codes(deploymentWith('', '', 'matchLabels: {app: web, tier: front}'))).toEqual([
      'selector-mismatch',
      'selector-mismatch',
    ]);
  });
});

describe('an update strategy', () => {
  const deployment = (strategy: string) => deploymentWith(`strategy: ${strategy}`);
  const set = (kind: string, strategy: string) => workload('apps/v1', kind, `${selector}\nupdateStrategy: ${strategy}`);

  it.each([
    deployment('{type: Recreate, «rolling-update-unused|rollingUpdate»: {}}'),
    set('StatefulSet', '{type: OnDelete, «rolling-update-unused|rollingUpdate»: {partition: 1}}'),
    set('DaemonSet', '{type: OnDelete, rollingUpdate: {maxSurge: 5, maxUnavailable: 5}}'),
    deployment('{rollingUpdate: {maxSurge: 0, maxUnavailable: «rolling-update-impossible|0%»}}'),
    deployment('{rollingUpdate: {maxSurge: 0}}'),
    deployment('{rollingUpdate: {maxUnavailable: 0}}'),
    set('DaemonSet', '{rollingUpdate: {maxSurge: «rolling-update-impossible|1»}}'),
    set('DaemonSet', '{rollingUpdate: {maxUnavailable: «rolling-update-impossible|0»}}'),
    set('DaemonSet', '{rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}'),
    set('StatefulSet', '{rollingUpdate: {maxUnavailable: «rolling-update-impossible|0»}}'),
    deployment('{rollingUpdate: {maxSurge: 0, maxUnavailable: «percent-invalid|none»}}'),
  ])('%#', (text) => {
    expectMarked(text);
  });

  it('is mended', () => {
    const unused = deployment('{type: Recreate, rollingUpdate: {maxSurge: 1}}');
    expect(fixed(unused, 'rolling-update-unused')).toBe(deployment('{type: Recreate}'));
    expect(fixed(unused, 'rolling-update-unused', 1)).toBe(
      deployment('{type: RollingUpdate, rollingUpdate: {maxSurge: 1}}'),
    );
    const stuck = deployment('{rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}');
    expect(fixed(stuck, 'rolling-update-impossible')).toBe(
      deployment('{rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}'),
    );
    expect(fixed(stuck, 'rolling-update-impossible', 1)).toBe(
      deployment('{rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}'),
    );
    const both = set('DaemonSet', '{rollingUpdate: {maxSurge: 1}}');
    expect(fixed(both, 'rolling-update-impossible')).toBe(set('DaemonSet', '{rollingUpdate: {}}'));
    expect(fixed(both, 'rolling-update-impossible', 1)).toBe(
      set('DaemonSet', '{rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}'),
    );
  });
});

it('wants a rollout to have time', () => {
  expectMarked(deploymentWith('minReadySeconds: «progress-deadline-too-short|600»'));
  expectMarked(deploymentWith('minReadySeconds: 5\nprogressDeadlineSeconds: «progress-deadline-too-short|5»'));
  expectMarked(deploymentWith('progressDeadlineSeconds: «progress-deadline-too-short|0»'));
  expect(codes(deploymentWith('minReadySeconds: 599'))).toEqual([]);
  expect(codes(deploymentWith('progressDeadlineSeconds: -1'))).toEqual(['value-out-of-bounds']);
  expect(fixed(deploymentWith('minReadySeconds: 900'), 'progress-deadline-too-short')).toBe(
    deploymentWith('minReadySeconds: 900\nprogressDeadlineSeconds: 1500'),
  );
});

it.each([
  ['apps/v1', 'Deployment', 'ReplicaSet'],
  ['apps/v1', 'ReplicaSet', 'ReplicaSet'],
  ['apps/v1', 'StatefulSet', 'StatefulSet'],
  ['apps/v1', 'DaemonSet', 'DaemonSet'],
  ['v1', 'ReplicationController', 'ReplicationController'],
])('%s %s has no pods that end by themselves', (apiVersion, kind, name) => {
  const own = kind === 'ReplicationController' ? '' : selector;
  const text = workload(apiVersion, kind, own, 'app: web', 'activeDeadlineSeconds: 60');
  for (const minor of [30, 37]) {
    expect(lines(text, { minor })).toEqual([
      `error template-deadline spec.template.spec.activeDeadlineSeconds: The pods of a ${kind} run until they are deleted, so the API server refuses \`activeDeadlineSeconds\` for them. Remove it, or use a Job.`,
    ]);
  }
  expect(find(text)[0]?.problem.server).toEqual([`Forbidden: activeDeadlineSeconds in ${name} is not Supported`]);
  expect(fixed(text, 'template-deadline')).toBe(workload(apiVersion, kind, own));
});
