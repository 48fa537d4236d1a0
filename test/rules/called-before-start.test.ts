import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles } from '../helpers/manifests.ts';

const code = 'called-before-start';
const proxy =
  '  - {name: proxy, image: envoyproxy/envoy:v1.31.0, restartPolicy: Always, ports: [{containerPort: 5432}]}\n';
const caller = (script: string, key = 'command') =>
  `  - {name: i, image: example.com/tools, ${key}: [sh, -c, ${JSON.stringify(script)}]}\n`;
const marked = (script: string) => caller(script, `«${code}|command»`);
const pod = (inits: string, rest = '', ports = '') => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
${rest}  initContainers:
${inits}  containers:
  - {name: app, image: example.com/app${ports}}
`;
const wait = 'until nc -z localhost 5432; do sleep 1; done';

describe(code, () => {
  it.each([
    wait,
    'until pg_isready -h localhost -p 5432 -U postgres; do echo waiting; sleep 1; done; migrate',
    'psql --host=127.0.0.1 --port 5432 -c "select 1"',
    'curl -fsS http://localhost:5432/ready',
    'wait-for-it.sh localhost:5432 -t 60 -- migrate',
  ])('finds %s', (script) => expectMarked(pod(marked(script) + proxy)));

  it('finds calls of a container of the app', () => {
    expectMarked(pod(marked(wait), '', ', ports: [{containerPort: 5432}]'));
    expect(fixTitles(pod(caller(wait), '', ', ports: [{containerPort: 5432}]'), code)).toEqual([]);
  });

  it.each([
    ['a sidecar in front', pod(proxy + caller(wait))],
    ['another host', pod(caller(wait.replace('localhost', 'db')) + proxy)],
    ['another port', pod(caller(wait.replace('5432', '5433')) + proxy)],
    ['another protocol', pod(caller(wait) + proxy.replace('5432', '5432, protocol: UDP'))],
    ['the network of the node', pod(caller(wait) + proxy, '  hostNetwork: true\n')],
    ['a server that it starts itself', pod(caller(`postgres & ${wait}`) + proxy)],
    ['a service that it starts itself', pod(caller(`pg_ctl start; ${wait}`) + proxy)],
    ['text', pod(caller('echo http://localhost:5432 > /config') + proxy)],
    [
      'a sidecar in front that tells no ports',
      pod(`  - {name: s, image: example.com/s, restartPolicy: Always}\n${caller(wait)}${proxy}`),
    ],
    ['a sidecar that calls', pod(caller(wait).replace('{', '{restartPolicy: Always, ') + proxy)],
  ])('is silent for %s', (_what, text) => expect(codes(text).filter((found) => found === code)).toEqual([]));

  it('moves the sidecar with its comments, and keeps those of the others', () => {
    const [first, second] = [`  # one\n${caller(wait)}`, `  # two\n${proxy.replace('\n', ' # three\n')}`];
    expect(fixed(pod(first + second), code)).toBe(pod(second + first));
  });

  it('moves it in flow style', () => {
    const items = [caller(wait), proxy].map((item) => item.trim().slice(2));
    const flow = (parts: string[]) => pod('').replace('initContainers:\n', `initContainers: [${parts.join(', ')}]\n`);
    expect(fixed(flow(items), code)).toBe(flow(items.reverse()));
  });
});
