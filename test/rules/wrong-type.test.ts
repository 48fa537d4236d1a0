import { describe, expect, it } from 'vitest';
import { expectMarked, find, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

const volumes = (source: string) => podWith('tty: true', `volumes:\n  - name: a # x\n    ${source}`);

describe('marks the value, or the key of a long one', () => {
  it.each([
    podWith('tty: «wrong-type|"true"»'),
    podWith('«wrong-type|envFrom»: {configMapRef: {name: a}}'),
    podWith('ports: [«wrong-type|80», {containerPort: «wrong-type|"80"»}]'),
    podWith('resources:\n  limits:\n    «wrong-type|cpu»: [1]'),
    podWith('tty: true', 'terminationGracePeriodSeconds: «wrong-type|30s»'),
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: '* * * * *'\n  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: b, tty: «wrong-type|1»}]}}}}\n`,
    `apiVersion: v1\nkind: List\nitems:\n${podWith('tty: «wrong-type|"no"»')
      .replace(/^(?=.)/gm, '  ')
      .replace('  ', '- ')}`,
  ])('%#', (marked) => expectMarked(marked));
});

it.each([
  podWith('tty: yes\nstdin: off', 'terminationGracePeriodSeconds: 1_0'),
  podWith('securityContext: {runAsUser: 0644}', 'activeDeadlineSeconds: 1e3'),
  podWith('ports:\nresources: ~\nenv: null', 'volumes:\n  - {name: a, emptyDir: }'),
  podWith('livenessProbe: {httpGet: {port: "web"}}'),
])('is silent on what the API server takes: %#', (text) => {
  expect(find(text).filter(({ problem }) => problem.severity === 'error')).toEqual([]);
});

/** Both must be free of errors afterwards. */
function expectFix(wrong: string, right: string, which: number | string = 0) {
  const mended = fixed(wrong, 'wrong-type', which);
  expect(mended).toBe(right);
  expect(find(mended).filter(({ problem }) => problem.severity === 'error')).toEqual([]);
}

it.each([
  ['tty: "true" # x', 'tty: true # x'],
  ["tty: 'yes'", 'tty: yes'],
  ['ports: [{containerPort: "80"}]', 'ports: [{containerPort: 80}]'],
  ['ports:\n  - containerPort: "8080:80"', 'ports:\n  - containerPort: 80'],
  ['ports: [80]', 'ports: [{containerPort: 80}]'],
  ['ports:\n  - 80 # web', 'ports:\n  - containerPort: 80 # web'],
  ['ports: ["8080:80/tcp"]', 'ports: [{containerPort: 80}]'],
  ['ports: 8080 # web', 'ports: # web\n  - containerPort: 8080'],
  ['ports: {containerPort: 80}', 'ports: [{containerPort: 80}]'],
  [
    'ports:\n  containerPort: 80 # x\n  # name\n  name: web',
    'ports:\n  - containerPort: 80 # x\n    # name\n    name: web',
  ],
  ['envFrom: {configMapRef: {name: a}}', 'envFrom: [{configMapRef: {name: a}}]'],
  [
    'envFrom:\n  configMapRef:\n    name: a\n  secretRef:\n    name: b',
    'envFrom:\n  - configMapRef:\n      name: a\n  - secretRef:\n      name: b',
  ],
  [
    'envFrom: {configMapRef: {name: a}, secretRef: {name: b}}',
    'envFrom: [{configMapRef: {name: a}}, {secretRef: {name: b}}]',
  ],
  ['envFrom: [{secretRef: a}]', 'envFrom: [{secretRef: {name: a}}]'],
  ['securityContext: {capabilities: [NET_ADMIN]}', 'securityContext: {capabilities: {add: [NET_ADMIN]}}'],
  ['securityContext:\n  capabilities:\n    - ALL', 'securityContext:\n  capabilities:\n    drop:\n      - ALL'],
  ['securityContext: {capabilities: {add: NET_ADMIN}}', 'securityContext: {capabilities: {add: [NET_ADMIN]}}'],
  [
    'securityContext:\n  - runAsUser: 1\n  - privileged: true',
    'securityContext:\n    runAsUser: 1\n    privileged: true',
  ],
  ['securityContext: {runAsUser: root}', 'securityContext: {runAsUser: 0}'],
  ['securityContext: {runAsUser: "1000"}', 'securityContext: {runAsUser: 1000}'],
  ['livenessProbe: {tcpSocket: 80}', 'livenessProbe: {tcpSocket: {port: 80}}'],
  [
    'livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 5s}',
    'livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 5}',
  ],
  ['resources: []', 'resources: {}'],
  ['resources: ""', 'resources: {}'],
  ['stdin: 1', 'stdin: true'],
])('mends %j', (wrong, right) => expectFix(podWith(wrong), podWith(right)));

it.each([
  ['terminationGracePeriodSeconds: 1m30s', 'terminationGracePeriodSeconds: 90'],
  ['terminationGracePeriodSeconds: "30"', 'terminationGracePeriodSeconds: 30'],
  ['imagePullSecrets: [regcred]', 'imagePullSecrets: [{name: regcred}]'],
  ['imagePullSecrets: regcred', 'imagePullSecrets:\n  - name: regcred'],
  ['nodeSelector:\n  - disk: ssd\n  - gpu: a', 'nodeSelector:\n    disk: ssd\n    gpu: a'],
])('mends %j of a pod', (wrong, right) => expectFix(podWith('tty: true', wrong), podWith('tty: true', right)));

it.each([
  ['emptyDir: ""', 'emptyDir: {}'],
  ['emptyDir: []', 'emptyDir: {}'],
  ['emptyDir: Memory', 'emptyDir:\n      medium: Memory'],
  ['configMap: foo', 'configMap:\n      name: foo'],
  ['hostPath: /data', 'hostPath:\n      path: /data'],
  ['secret: {secretName: x, defaultMode: "0644"}', 'secret: {secretName: x, defaultMode: 0644}'],
])('mends %j of a volume', (wrong, right) => {
  expect(fixed(volumes(wrong), 'wrong-type')).toBe(volumes(right));
});

it.each([
  ['image: {repository: nginx, tag: "1.27"}', 'image: nginx:1.27'],
  ['image:\n        repository: nginx', 'image: nginx'],
  ['image: [nginx]', 'image: nginx'],
  ['image: # x\n      - nginx', 'image: # x\n        nginx'],
])('makes one text of %j', (wrong, right) => {
  const text = podWith('tty: true');
  expectFix(text.replace('image: nginx:1.27', wrong), text.replace('image: nginx:1.27', right));
});

it.each([
  ['livenessProbe: ""', []],
  ['lifecycle: {preStop: []}', []],
  ['securityContext: ""', ['Change to {}']],
])('offers `{}` in %j only where it is enough', (wrong, titles) => {
  expect(fixTitles(podWith(wrong), 'wrong-type')).toEqual(titles);
});

it('takes out the tag that made a text of it', () => {
  expectFix(podWith('ports:\n- containerPort: !!str 80'), podWith('ports:\n- containerPort: 80'));
});

it('writes JSON in JSON', () => {
  const json = (container: string) =>
    `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "b", ${container}}]}}`;
  expectFix(json('"tty": "yes"'), json('"tty": true'));
  expectFix(json('"ports": [80]'), json('"ports": [{"containerPort": 80}]'));
  expectFix(json('"ports": {"containerPort": 80}'), json('"ports": [{"containerPort": 80}]'));
});

it.each([
  ['emptyDir: foo', []],
  ['emptyDir: 5', []],
  ['configMap: ""', []],
  ['hostPath: []', []],
  ['projected: []', ['Change to {}']],
])('offers nothing for %j, which may mean anything', (source, titles) => {
  expect(fixTitles(volumes(source), 'wrong-type')).toEqual(titles);
});

it.each([
  ['livenessProbe: {periodSeconds: 5s}', 'The unit is seconds: write 5'],
  ['tty: "true"', 'Remove the quotes'],
  ['ports: [80]', 'Write `containerPort: 80` in it'],
  ['securityContext: {runAsUser: app}', 'names are not looked up'],
  ['volumeMounts: [/data]', 'Write an object with `name`, `mountPath`'],
])('says of %j what to do', (wrong, advice) => {
  const [found] = find(podWith(wrong)).filter(({ problem }) => problem.code === 'wrong-type');
  expect(found?.problem.message).toContain(advice);
});

it('asks for the colon of a key that is being typed', () => {
  const text = 'apiVersion: v1\nkind: Pod\nmetadata:\n  n\nspec: {containers: [{name: a, image: example.com/b}]}\n';
  expect(lines(text)).toEqual([
    'error wrong-type metadata: `metadata` must be an object. If `n` is meant as one of its keys, a colon is missing after it.',
  ]);
});
