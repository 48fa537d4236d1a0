import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, podWith } from '../helpers/manifests.ts';

const code = 'ambassador-port-mismatch';
const proxy =
  '- {name: proxy, image: alpine/socat:1.8.0.0, ports: [{containerPort: 6380}], args: ["TCP-LISTEN:6380,fork", "TCP:redis.example:6390"]}';

/** An app, of which lines are given, beside a proxy. */
const pod = (app: string, beside = proxy, podLines = '') =>
  podWith(`ports: [{containerPort: 80}]\n${app}`, podLines)
    .replace('nginx:1.27', 'example/app:1')
    .replace('  containers:\n', `  containers:\n    ${beside}\n`);
const url = (port: string) => pod(`env: [{name: REDIS_URL, value: "redis://localhost:${port}/0"}]`);

it('finds calls of a port that nobody listens on', () => {
  expectMarked(url(`«${code}|6379»`));
  expectMarked(pod(`args: ["--redis=127.0.0.1:«${code}|6379»"]`));
  expectMarked(pod(`env: [{name: REDIS_HOST, value: localhost}, {name: REDIS_PORT, value: "«${code}|6379»"}]`));
});

const curl = (script: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    ${proxy}\n    - {name: app, image: curlimages/curl, command: [sh, -c, "${script}"]}\n`;

it('knows that what only calls does not listen', () => {
  expectMarked(curl(`while true; do curl localhost:«${code}|6381»; sleep 1; done`));
  expect(codes(curl('nc -lk 127.0.0.1 6381'))).not.toContain(code);
  expect(codes(curl('./server & sleep 1; curl localhost:6381; wait'))).not.toContain(code);
});

describe('is silent', () => {
  const app = 'env: [{name: REDIS_URL, value: "redis://localhost:6379"}]';
  it.each([
    ['where the proxy listens', url('6380')],
    ['where the words of the proxy name it', url('6390')],
    ['where the app listens on it', pod(app).replace('ports: [{containerPort: 80}]', 'ports: [{containerPort: 6379}]')],
    ['where the app is told it twice', pod(`${app}\nargs: ["--listen=:6379"]`)],
    [
      'where the proxy has settings',
      pod(
        app,
        proxy.replace('args', 'volumeMounts: [{name: c, mountPath: /c}], args'),
        'volumes: [{name: c, configMap: {name: c}}]',
      ),
    ],
    ['where there is a third container', pod(app, `${proxy}\n    - {name: c, image: a/b}`)],
    ['where the ports of the proxy are not told', pod(app, proxy.replace('ports: [{containerPort: 6380}], ', ''))],
    [
      'where the app calls the proxy as well',
      pod('env: [{name: A, value: "localhost:6380"}, {name: B, value: "localhost:6379"}]'),
    ],
    ['without a proxy', podWith(app)],
    [
      'on a port of the app itself, whose ports are not told',
      pod('env: [{name: SELF, value: "localhost:8000"}]').replace('ports: [{containerPort: 80}]\n', 'tty: true\n'),
    ],
  ])('%s', (_, text) => {
    expect(codes(text)).not.toContain(code);
  });
});

it('calls the port of the proxy', () => {
  expect(fixed(url('6379'), code)).toBe(url('6380'));
});
