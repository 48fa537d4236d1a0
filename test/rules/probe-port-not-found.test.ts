import { expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const code = 'probe-port-not-found';
const probe = (port: string, ports: string) => podWith(`${ports}\nreadinessProbe: {httpGet: {port: ${port}}}`);

it('finds names that no port of the container has, in probes and hooks', () => {
  expectMarked(probe(`«${code}|http»`, 'tty: true'));
  expectMarked(probe(`«${code}|http»`, 'ports: [{containerPort: 80}]'));
  expectMarked(podWith(`livenessProbe: {tcpSocket: {port: «${code}|db»}}`));
  expectMarked(podWith(`lifecycle: {preStop: {httpGet: {port: «${code}|http»}}}`));
});

it('does not count the ports of other containers', () => {
  const other = probe('http', 'tty: true').replace(
    'spec:\n  containers:\n',
    'spec:\n  containers:\n    - {name: b, image: b, ports: [{name: http, containerPort: 80}]}\n',
  );
  expect(codes(other)).toEqual([code]);
});

it('is silent where the port is there, a number, or not to be told', () => {
  expect(codes(probe('http', 'ports: [{name: http, containerPort: 80}]'))).toEqual([]);
  expect(codes(probe('80', 'tty: true'))).toEqual([]);
  expect(codes(probe('"80"', 'tty: true'))).toEqual(['port-number-in-quotes']);
  expect(codes(probe('Http_', 'tty: true'))).not.toContain(code);
  expect(codes(probe('http', 'port: [{name: http, containerPort: 80}]'))).toEqual(['unknown-field']);
  expect(codes(podWith('livenessProbe: {grpc: {port: 80}}'))).toEqual([]);
});

it('takes the name that is nearest', () => {
  const text = probe('htpt', 'ports: [{name: http, containerPort: 80}, {name: metrics, containerPort: 81}]');
  expect(fixed(text, code)).toBe(text.replace('port: htpt', 'port: http'));
});

it('names the only port, or writes its number', () => {
  const text = probe('http', 'ports:\n  - containerPort: 80  # web');
  expect(fixed(text, code)).toBe(text.replace('80  # web', '80  # web\n          name: http'));
  expect(fixed(text, code, 'Change to 80')).toBe(text.replace('port: http', 'port: 80'));
  const named = probe('http', 'ports: [{name: web, containerPort: 80}]');
  expect(fixTitles(named, code)).toEqual(['Change to web', 'Change to 80']);
});
