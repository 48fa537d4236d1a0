import { expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, lines, podWith } from '../../helpers/manifests.ts';

const probe = (body: string) => podWith(`ports: [{name: http, containerPort: 80}]\nreadinessProbe: {${body}}`);

it.each([
  ['httpGet: {port: «value-out-of-bounds|0»}'],
  ['httpGet: {port: «value-out-of-bounds|70000»}'],
  ['httpGet: {«value-out-of-bounds|path»: /}'],
  ['«value-out-of-bounds|httpGet»: {}'],
  ['httpGet: {port: «port-name-invalid|""»}'],
  ['httpGet: {port: «port-name-invalid|HTTP»}'],
  ['httpGet: {port: «port-name-invalid|"70000"»}'],
  ['tcpSocket: {port: «port-name-invalid|a-name-that-is-too-long»}'],
  ['«value-out-of-bounds|tcpSocket»: {}'],
  ['grpc: {port: «value-out-of-bounds|-1»}'],
  ['«value-out-of-bounds|grpc»: {}'],
  ['httpGet: {port: 80, scheme: «unsupported-value|https»}'],
  ['httpGet: {port: 80, httpHeaders: [{name: «header-name-invalid|a b», value: x}]}'],
  ['httpGet: {port: 80, httpHeaders: [{«required-field|value»: x}]}'],
  ['httpGet: {port: 80, httpHeaders: [{«required-field|name»: "", value: x}]}'],
  ['exec: {«required-field|command»: []}'],
  ['«required-field|exec»: {}'],
  ['tcpSocket: {port: 80}, periodSeconds: «value-out-of-bounds|-1»'],
  ['tcpSocket: {port: 80}, initialDelaySeconds: «value-out-of-bounds|-1»'],
  ['tcpSocket: {port: 80}, timeoutSeconds: «value-out-of-bounds|-1»'],
  ['tcpSocket: {port: 80}, failureThreshold: «value-out-of-bounds|-1»'],
  ['tcpSocket: {port: 80}, successThreshold: «value-out-of-bounds|-1»'],
  // only the first handler is looked into
  ['tcpSocket: {port: 80}, «one-of-conflict|grpc»: {port: -1}'],
])('refuses %s', (body) => expectMarked(probe(body)));

it.each([
  ['httpGet: {port: 65535, path: "", scheme: "", host: "", httpHeaders: []}'],
  ['httpGet: {port: http, scheme: HTTPS, httpHeaders: [{name: X-A, value: ""}]}'],
  ['tcpSocket: {port: 80}, periodSeconds: 0, timeoutSeconds: 0, successThreshold: 0, failureThreshold: ~'],
  ['tcpSocket: {port: 80}, successThreshold: 3'],
  ['exec: {command: [""]}'],
  ['exec: ~, grpc: {port: 80, service: ""}'],
])('takes %s', (body) => expect(codes(probe(body))).toEqual([]));

it('wants a grace period of a probe to be positive, also where 0 is written', () => {
  expectMarked(podWith('livenessProbe: {grpc: {port: 80}, terminationGracePeriodSeconds: «value-out-of-bounds|0»}'));
  expect(codes(podWith('startupProbe: {grpc: {port: 80}, terminationGracePeriodSeconds: 1}'))).toEqual([]);
});

it('tells of fields whose gate is off, and of nothing in them', () => {
  const text = podWith('livenessProbe: {httpGet: {port: 80, protocol: X}}\nlifecycle: {stopSignal: X}');
  expect(codes(text)).toEqual(['dropped-field', 'dropped-field']);
  expect(codes(podWith('livenessProbe: {grpc: {port: 80, mode: TLS}}'))).toEqual(['dropped-field']);
  expect(codes(podWith('livenessProbe: {grpc: {port: 80, mode: TLS}}'), { minor: 36 })).toEqual(['unknown-field']);
});

it('names the list where a header is wrong, as the server does', () => {
  const [problem] = find(probe('httpGet: {port: 80, httpHeaders: [{value: x}]}'));
  expect(problem?.problem.path).toBe('spec.containers[0].readinessProbe.httpGet.httpHeaders');
  expect(problem?.problem.server?.[0]).toMatch(/^Invalid value: "": a valid HTTP header/);
});

it('does not look into what a container may not have', () => {
  const init = (fields: string) =>
    `apiVersion: v1
kind: Pod
metadata: {name: app}
spec:
  initContainers: [{name: init, image: app:1, ${fields}}]
  containers: [{name: app, image: app:1}]
`;
  expect(codes(init('livenessProbe: {httpGet: {port: 0}, successThreshold: 2}'))).toEqual(['init-container-probe']);
  expect(codes(init('restartPolicy: Always, livenessProbe: {httpGet: {port: 0}}'))).toEqual(['value-out-of-bounds']);
});

it('writes headers with hyphens', () => {
  const text = probe('httpGet: {port: 80, httpHeaders: [{name: X_A b, value: x}]}');
  expect(fixed(text, 'header-name-invalid')).toContain('{name: X-A-b, value: x}');
});

it.each([
  ['[{resourceName: cpu}]', ['required-field']],
  ['[{resourceName: gpu, restartPolicy: NotRequired}]', ['unsupported-value']],
  ['[{resourceName: cpu, restartPolicy: Never}]', ['unsupported-value']],
  [
    '[{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: cpu, restartPolicy: NotRequired}]',
    ['duplicate-value'],
  ],
  ['[]', []],
])('of resizePolicy: %s: %j', (list, expected) => {
  const text = podWith(`resizePolicy: ${list}`);
  expect(codes(text)).toEqual(expected);
  expect(codes(text, { minor: 33 })).toEqual(expected);
  expect(codes(text, { minor: 32 })).toEqual(['dropped-field']);
});

it('names the field that is missing in the message, the list in the path', () => {
  expect(lines(podWith('resizePolicy: [{resourceName: cpu}]'))).toEqual([
    'error required-field spec.containers[0].resizePolicy: `spec.containers[0].resizePolicy[0].restartPolicy` is missing: the API server refuses the manifest without it. Add it.',
  ]);
});
