import { expect, it } from 'vitest';
import { offered, refactored } from '../../helpers/refactorings.ts';

const pod = (container: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: web
    image: shop:2
${container}`;
const both = 'Add a liveness and a readiness probe to web';
const liveness = 'Add a liveness probe to web';
const readiness = 'Add a readiness probe to web';

it('adds both probes by the name of the port, as the rest is written', () => {
  const ports = `    ports: # two
    - name: metrics
      containerPort: 9100
    - name: ht‸tp
      containerPort: 9000
    # the end
`;
  expect(refactored(pod(ports), both)).toBe(
    pod(
      `    ports: # two
    - name: metrics
      containerPort: 9100
    - name: http
      containerPort: 9000
    livenessProbe:
      httpGet:
        path: /
        port: http
    readinessProbe:
      httpGet:
        path: /
        port: http
    # the end
`,
    ),
  );
});

it.each([
  ['{containerPort: 8080}', '{httpGet: {path: /, port: 8080}}'],
  ['{containerPort: 80, name: plain}', '{httpGet: {path: /, port: plain}}'],
  ['{containerPort: 5000, name: web}', '{httpGet: {path: /, port: web}}'],
  ['{containerPort: 5000, name: http-api}', '{httpGet: {path: /, port: http-api}}'],
  ['{containerPort: 5000, name: httpd}', '{tcpSocket: {port: httpd}}'],
  ['{containerPort: 8443, name: https}', '{httpGet: {path: /, port: https, scheme: HTTPS}}'],
  ['{containerPort: 9100, name: metrics}', '{httpGet: {path: /metrics, port: metrics}}'],
  ['{containerPort: 5432}', '{tcpSocket: {port: 5432}}'],
  ['{containerPort: 5432, name: sql}, {containerPort: 8080}', '{httpGet: {path: /, port: 8080}}'],
  ['{containerPort: 53, protocol: UDP}, {containerPort: 54}', '{tcpSocket: {port: 54}}'],
])('probes %s by %s', (ports, probe) => {
  const text = (rest: string) =>
    pod('').replace(/containers:.*/s, `containers: [{name: web, image: shop:2, ${rest}, readinessProbe: {}}]\n`);
  expect(refactored(text(`ports: [‸${ports}]`), liveness)).toBe(text(`ports: [${ports}], livenessProbe: ${probe}`));
});

it('writes JSON', () => {
  const text = (rest: string) =>
    `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [{"name": "web", "image": "shop:2", "ports": [{"containerPort": 80}]${rest}}]}}`;
  const probe = '{"httpGet": {"path": "/", "port": 80}}';
  expect(refactored(text('').replace('shop', 's‸hop'), both)).toBe(
    text(`, "livenessProbe": ${probe}, "readinessProbe": ${probe}`),
  );
});

it('adds the probe that is missing', () => {
  const text = pod('    ports: [{containerPort: 8‸0}]\n    livenessProbe:\n      tcpSocket: {port: 80}\n');
  expect(offered(text, 'Add a l')).not.toContain(liveness);
  expect(refactored(text, readiness)).toBe(
    `${text.replace('‸', '')}    readinessProbe:\n      httpGet:\n        path: /\n        port: 80\n`,
  );
});

it.each([
  ['no port', pod('    command: [‸a]\n')],
  ['only UDP', pod('    ports: [{containerPort: 53, protocol: U‸DP}]\n')],
  [
    'both probes written',
    pod(
      '    ports: [{containerPort: 8‸0}]\n    livenessProbe: {tcpSocket: {port: 80}}\n    readinessProbe: {tcpSocket: {port: 80}}\n',
    ),
  ],
  ['an init container', pod('    ports: [{containerPort: 8‸0}]\n').replace('containers', 'initContainers')],
])('offers nothing for %s', (_, text) => {
  expect(['Add a liveness', 'Add a readiness'].flatMap((start) => offered(text, start))).toEqual([]);
});
