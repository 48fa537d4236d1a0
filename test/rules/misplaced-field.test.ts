import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, lines, podWith, saved } from '../helpers/manifests.ts';

const code = 'misplaced-field';

describe(code, () => {
  it.each([
    ['initContainers in a container', '«misplaced-field|initContainers»: [{name: i, image: b}]', ''],
    ['volumes in a container', '«misplaced-field|volumes»: [{name: v}]', '', ['volume-unused']],
    ['requests beside resources', 'resources: {limits: {cpu: 2}}\n«misplaced-field|requests»: {cpu: 1}', ''],
    ['requests without resources', '«misplaced-field|requests»: {cpu: 1}', ''],
    ['volumeMounts in the pod', '', '«misplaced-field|volumeMounts»: []'],
    ['env in the pod', '', '«misplaced-field|env»: [{name: A, value: b}]'],
    ['volumeMounts in a port', 'ports:\n- containerPort: 80\n  «misplaced-field|volumeMounts»: []', ''],
  ])('finds %s', (_what, container, pod, ignore: string[] = []) => {
    expectMarked(podWith(container || 'tty: true', pod), undefined, ignore);
  });

  it.each([
    ['a misspelled key', 'imgae: x'],
    ['a key that nobody knows', 'wibble: x'],
    ['a known key with a value of another shape', 'volumes: x'],
  ])('leaves %s to unknown-field', (_what, container) => {
    expect(codes(podWith(container))).toEqual(['unknown-field']);
  });

  it('moves labels that stand right in a selector', () => {
    const workload = (selector: string) =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  selector:\n${selector}  template:\n    metadata: {labels: {app: a, tier: b}}\n    spec:\n      containers: [{name: a, image: b}]\n`;
    const text = workload('    app: a # the app\n    tier: b\n');
    expect(codes(text)).toEqual(['selector-missing', code, code]);
    expect(saved(text)).toBe(workload('    matchLabels:\n      app: a # the app\n      tier: b\n'));
    expect(codes(workload('    matchLabel: {app: a}\n'))).toEqual(['selector-missing', 'unknown-field']);
  });

  it('moves out of a template, or into it', () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec:
  selector: {matchLabels: {a: b}}
  volumes: # for all
    - {name: v, emptyDir: {}}
  template:
    metadata: {labels: {a: b}}
    spec:
      containers:
        - name: app
          image: nginx
          volumeMounts: [{name: v, mountPath: /v}]
`;
    const after = fixed(text, code);
    expect(after).toContain('mountPath: /v}]\n      volumes: # for all\n        - {name: v, emptyDir: {}}\n');
    expect(codes(after)).toEqual([]);
  });

  it('offers every container where there are several', () => {
    const text = podWith('tty: true\n'.trim(), 'env:\n  - name: A\n    value: b').replace(
      '  env:',
      '    - name: two\n      image: redis\n  env:',
    );
    expect(fixTitles(text, code)).toEqual(['Move env to container app', 'Move env to container two', 'Remove env']);
    expect(fixed(text, code, 1)).toContain('image: redis\n      env:\n        - name: A\n          value: b\n');
  });

  it('joins lists and maps that are there already', () => {
    const text = podWith('resources:\n  requests:\n    cpu: 1\nrequests:\n  memory: 1Gi # much');
    expect(fixed(text, code)).toContain('requests:\n          cpu: 1\n          memory: 1Gi # much\n');
    const lists = podWith('volumes:\n- name: a', 'volumes:\n- name: b');
    expect(fixed(lists, code)).toContain('  volumes:\n  - name: b\n  - name: a\n');
  });

  it('does not decide between two values of one key', () => {
    const text = podWith('resources:\n  requests:\n    cpu: 1\nrequests:\n  cpu: 2');
    expect(fixTitles(text, code)).toEqual(['Remove requests']);
  });

  it('makes the object that is missing, in block and flow style', () => {
    expect(fixed(podWith('requests:\n  cpu: 1\n  memory: 1Gi'), code)).toContain(
      '      resources:\n        requests:\n          cpu: 1\n          memory: 1Gi\n',
    );
    const flow =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: b, limits: {cpu: 1}}]}\n';
    expect(fixed(flow, code)).toContain('image: b, resources: {limits: {cpu: 1}}}]');
  });

  it('keeps CRLF', () => {
    const text = podWith('initContainers:\n  - name: i\n    image: b').replaceAll('\n', '\r\n');
    const after = fixed(text, code);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(lines(after)).toEqual([]);
  });

  it.each([
    ['a probe', 'livenessProbe:\n  command: [cat, /x]', 'livenessProbe:\n        exec:\n          command: [cat, /x]'],
    ['a hook', 'lifecycle:\n  preStop:\n    command: [a]', 'preStop:\n          exec:\n            command: [a]'],
  ])('keeps the command of %s in it, and leaves the choice to the user', (_what, container, after) => {
    const text = podWith(container);
    expect(fixed(text, code)).toContain(after);
    expect(saved(text)).toBe(text);
  });

  it.each([
    ['an argument of an exec action', 'livenessProbe:\n  exec:\n    command: [cat]\n    args: [/x]'],
    ['a name that the object around has already', 'envFrom: [{secretRef: {nam: a, prefix: B_}, prefix: A_}]'],
  ])('does not take %s out', (_what, container) => {
    expect(codes(podWith(container))).not.toContain(code);
  });

  it('makes one object for two keys on save', () => {
    expect(saved(podWith('requests: {cpu: 1}\nlimits: {cpu: 1}'))).toContain(
      'resources:\n        requests: {cpu: 1}\n        limits: {cpu: 1}\n',
    );
    expect(saved(podWith('runAsUser: 1\nprivileged: true'))).toContain(
      'securityContext:\n        runAsUser: 1\n        privileged: true\n',
    );
  });

  it('keeps comments when lists are joined', () => {
    const text = podWith(
      '# of the app\nvolumes: # keep me\n  # and me\n  - name: v\n    emptyDir: {}\nvolumeMounts: [{name: v, mountPath: /v}]',
      'volumes:\n  - name: w\n    emptyDir: {}',
    );
    const after = fixed(text, code);
    for (const comment of ['# of the app', '# keep me', '# and me']) expect(after).toContain(comment);
    expect(after).toContain('    # keep me\n    # and me\n    - name: v\n      emptyDir: {}\n');
  });

  it('leaves a flow map with a comment in it alone', () => {
    const text = podWith('tty: true').replace(
      '- name: app\n      image: nginx:1.27\n      tty: true',
      '- { name: app, image: nginx, resources: {}, requests: {\n        cpu: 1 # one\n        } }',
    );
    expect(fixTitles(text, code)).toEqual(['Remove requests']);
  });

  it('puts what is of a Job into that of a CronJob', () => {
    const cronJob = (spec: string) =>
      `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: "@daily"\n${spec}`;
    const pod = 'spec: # of the pod\n    restartPolicy: Never\n    containers: [{name: a, image: x}]\n';
    const deeper = pod.replaceAll('\n    ', '\n        ');
    const wrong = cronJob(`  template:\n    ${pod.replaceAll('\n    ', '\n      ')}  backoffLimit: 2\n`);
    expect(saved(wrong)).toBe(
      cronJob(
        `  jobTemplate:\n    spec:\n      template:\n        ${deeper.replaceAll('\n        ', '\n          ')}      backoffLimit: 2\n`,
      ),
    );
    expect(codes(saved(wrong))).toEqual([]);
    const flow = (spec: string) =>
      `{"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "a"}, "spec": {"schedule": "@daily", ${spec}}}`;
    const template = '"template": {"spec": {"restartPolicy": "Never", "containers": [{"name": "a", "image": "x"}]}}';
    expect(fixed(flow(template), code)).toBe(flow(`"jobTemplate": {"spec": {${template}}}`));
    expectMarked(cronJob(`  jobTemplate: {spec: {${template}}}\n  «misplaced-field|completions»: 2\n`));
  });
});

it('takes the name behind the containers for one of theirs', () => {
  const pod = (lines: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - image: busybox\n${lines}`;
  const wrong = pod('  name: app\n  command: [sleep, "5"]\n');
  expect(codes(wrong)).toEqual(['container-name-missing', code, code]);
  expect(fixed(wrong, code)).toBe(pod('      name: app\n  command: [sleep, "5"]\n'));
});

it.each([
  ['envFrom:\n  - configMapRef:\n    name: c', 'envFrom:\n  - configMapRef:\n      name: c'],
  [
    'resources:\nlimits: # most\n  cpu: 1\nrequests: {cpu: 1}',
    'resources:\n  limits: # most\n    cpu: 1\n  requests: {cpu: 1}',
  ],
  [
    'env:\n  - name: A\n    valueFrom:\n      secretKeyRef:\n      name: s\n      key: k',
    'env:\n  - name: A\n    valueFrom:\n      secretKeyRef:\n        name: s\n        key: k',
  ],
])('indents what belongs to the key in front: %j', (wrong, right) => {
  expect(codes(podWith(wrong))).toContain(code);
  expect(saved(podWith(wrong))).toBe(podWith(right));
});

it('offers the same for a probe', () => {
  const wrong = podWith('livenessProbe:\n  httpGet:\n  port: 80');
  expect(fixed(wrong, code)).toBe(podWith('livenessProbe:\n  httpGet:\n    port: 80'));
});
