import { describe, expect, it } from 'vitest';
import {
  containersOf,
  helperOf,
  type PodSpec,
  portsOf,
  sharedVolumes,
  usesOf,
  workloadsOf,
} from '../../server/src/service/model/index.ts';
import { Chunk } from '../../server/src/service/yaml/index.ts';

function podOf(spec: object, kind = 'Pod'): PodSpec {
  const whole = kind === 'Pod' ? { apiVersion: 'v1', kind, spec } : { apiVersion: 'apps/v1', kind, spec };
  const pod = workloadsOf(new Chunk(JSON.stringify(whole)))[0]?.pod;
  if (!pod) throw new Error('no pod');
  return pod;
}

const sh = (script: string) => ['sh', '-c', script];
const mount = (mountPath: string, readOnly = false, name = 'logs') => ({ name, mountPath, readOnly });
const app = { name: 'app', image: 'example.com/app', volumeMounts: [mount('/var/log')] };
const logs = { name: 'logs', emptyDir: {} };

describe('usesOf and sharedVolumes', () => {
  it('finds every mount and device of a volume', () => {
    const claim = { name: 'data', persistentVolumeClaim: { claimName: 'data' } };
    const pod = podOf({
      volumes: [logs, claim, { name: 'conf', configMap: { name: 'x' } }, { name: 'ro', nfs: { readOnly: true } }],
      initContainers: [{ name: 'init', volumeDevices: [{ name: 'data', devicePath: '/dev/xvda' }] }],
      containers: [
        {
          ...app,
          volumeMounts: [mount('/var/log'), { ...mount('/one', true), subPath: 'one' }, mount('/etc/x', false, 'conf')],
        },
        { name: 'b', volumeMounts: [mount('/ro', false, 'ro'), { name: 'data' }] },
      ],
    });
    const uses = (name: string) =>
      usesOf(pod, name).map(({ container, volume: _, node: _node, ...use }) => ({ in: container.name, ...use }));
    expect(uses('logs')).toEqual([
      { in: 'app', path: '/var/log', readOnly: false, isDevice: false, subPath: undefined },
      { in: 'app', path: '/one', readOnly: true, isDevice: false, subPath: 'one' },
    ]);
    expect(uses('data').map(({ in: name, path, isDevice }) => [name, path, isDevice])).toEqual([
      ['init', '/dev/xvda', true],
      ['b', undefined, false],
    ]);
    expect([...uses('conf'), ...uses('ro')].map(({ readOnly }) => readOnly)).toEqual([true, true]);
    expect(uses('missing')).toEqual([]);
    expect(sharedVolumes(pod).map(({ volume }) => volume.name)).toEqual(['data']);
  });
});

describe('portsOf', () => {
  it('reads whole ports only', () => {
    const ports = [
      { containerPort: 80, name: 'http' },
      { containerPort: 53, protocol: 'UDP' },
      { containerPort: 'x' },
      {},
    ];
    const found = containersOf(podOf({ containers: [{ name: 'a', ports }] })).flatMap(portsOf);
    expect(found.map(({ port, name, protocol }) => [port, name, protocol])).toEqual([
      [80, 'http', 'TCP'],
      [53, undefined, 'UDP'],
    ]);
  });
});

/** What the second container is: its pattern and how it is wired. */
function helper(second: object, first: object = app, more: object = {}): string | undefined {
  const pod = podOf({ containers: [first, { name: 'helper', image: 'busybox', ...second }], volumes: [logs], ...more });
  const found = helperOf(containersOf(pod).find(({ name }) => name === 'helper') ?? expect.fail('no helper'));
  if (found?.pattern === 'ambassador')
    return `ambassador of ${found.app.name} :${found.port} ${found.variable ?? ''}`.trim();
  if (found?.pattern === 'adapter') return `adapter of ${found.app.name} ${found.volume ?? ''}`.trim();
  return found && `sidecar of ${found.app.name} ${found.reads ? 'reads' : 'writes'} ${found.volume}`;
}

describe('helperOf: sidecars and adapters', () => {
  const reader = { volumeMounts: [mount('/logs')] };
  it.each<[string | undefined, object, object?]>([
    ['sidecar of app reads logs', { ...reader, command: ['tail', '-F', '/logs/app.log'] }],
    [
      'sidecar of app reads logs',
      { ...reader, command: sh('until [ -f /logs/a ]; do sleep 1; done; tail -n+1 -f /logs/a') },
    ],
    ['sidecar of app reads logs', { volumeMounts: [mount('/logs', true)], command: ['ship'] }],
    ['sidecar of app reads logs', { ...reader, image: 'fluent/fluent-bit:3.1' }],
    ['sidecar of app reads logs', { ...reader, image: 'docker.elastic.co/beats/filebeat:8.1' }],
    ['sidecar of app writes logs', { ...reader, command: sh('while true; do date > /logs/index.html; sleep 1; done') }],
    ['sidecar of app writes logs', { ...reader, command: sh('while true; do date; sleep 1; done > /logs/index.html') }],
    ['sidecar of app reads logs', { ...reader, command: sh('touch /logs/a; tail -F /logs/a') }],
    ['sidecar of app writes logs', { ...reader, image: 'registry.k8s.io/git-sync/git-sync:v4' }],
    ['sidecar of app writes logs', { ...reader }, { ...app, volumeMounts: [mount('/html', true)] }],
    [
      'adapter of app logs',
      { ...reader, command: sh('tail -F /logs/a | while read -r l m; do printf \'{}\' "$l"; done') },
    ],
    [
      'adapter of app logs',
      { ...reader, command: sh('while true; do cat /logs/top.txt | head -1 > /logs/status.txt; sleep 1; done') },
    ],
    ['adapter of app logs', { ...reader, image: 'example.com/log-exporter' }],
    ['adapter of app logs', { volumeMounts: [mount('/logs', true)], ports: [{ containerPort: 9113 }] }],
    ['adapter of app', { image: 'nginx/nginx-prometheus-exporter:1.3', ports: [{ containerPort: 9113 }] }],
    [undefined, { ...reader }],
    [undefined, { ...reader, command: ['tail', '-F', '/other/app.log'] }],
    [undefined, { volumeMounts: [], command: ['tail', '-F', '/logs/app.log'] }],
    [undefined, { command: ['sleep', '5'] }],
  ])('%s', (expected, second, first) => {
    expect(helper(second, first)).toBe(expected);
  });

  it('does not take a volume that nobody can write for the wire', () => {
    const more = { volumes: [{ name: 'logs', configMap: { name: 'x' } }] };
    expect(helper({ volumeMounts: [mount('/logs')], command: ['cat', '/logs/x'] }, app, more)).toBeUndefined();
  });

  it('knows the app where the helper stands first or is a native sidecar', () => {
    const shipper = { name: 'helper', image: 'fluent/fluentd', volumeMounts: [mount('/logs')] };
    const first = podOf({ containers: [shipper, app], volumes: [logs] });
    expect(first.containers.map((container) => helperOf(container)?.pattern)).toEqual(['sidecar', undefined]);
    const native = podOf({
      initContainers: [{ ...shipper, restartPolicy: 'Always' }],
      containers: [app],
      volumes: [logs],
    });
    expect(native.initContainers.map((container) => helperOf(container)?.pattern)).toEqual(['sidecar']);
    const init = podOf({ initContainers: [shipper], containers: [app], volumes: [logs] });
    expect(init.initContainers.map((container) => helperOf(container)?.pattern)).toEqual([undefined]);
  });
});

describe('helperOf: ambassadors', () => {
  const proxy = { image: 'haproxy:3.0', ports: [{ containerPort: 6379 }] };
  const calling = (...env: [string, string][]) => ({ ...app, env: env.map(([name, value]) => ({ name, value })) });
  it.each<[string | undefined, object, object]>([
    ['ambassador of app :6379 REDIS_URL', proxy, calling(['REDIS_URL', 'redis://localhost:6379/0'])],
    ['ambassador of app :6379 REDIS_HOST', proxy, calling(['REDIS_PORT', '6379'], ['REDIS_HOST', '127.0.0.1'])],
    ['ambassador of app :6379', proxy, { ...app, args: ['--redis=localhost:6379'] }],
    [
      'ambassador of app :6379',
      { image: 'alpine/socat', args: ['TCP4-LISTEN:6379,fork', 'TCP:redis:6379'] },
      { ...app, command: sh('echo PING | nc -w 2 localhost 6379') },
    ],
    [
      'ambassador of app :5432 DB',
      { image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2', args: ['--port=5432', 'p:r:i'] },
      calling(['DB', 'localhost:5432']),
    ],
    ['ambassador of app :5432 DB', { image: 'envoyproxy/envoy' }, calling(['DB', 'localhost:5432'])],
    [
      'ambassador of app :80 API',
      { image: 'nginx', ports: [{ containerPort: 80 }] },
      calling(['API', 'http://localhost:80/']),
    ],
    [undefined, proxy, calling(['REDIS_URL', 'redis://redis:6379/0'])],
    [undefined, proxy, calling(['OTHER', 'localhost:1234'])],
    [undefined, { image: 'redis', ports: [{ containerPort: 6379 }] }, calling(['REDIS', 'localhost:6379'])],
    [
      undefined,
      { image: 'envoyproxy/envoy' },
      { ...calling(['SELF', 'localhost:8080']), ports: [{ containerPort: 8080 }] },
    ],
  ])('%s', (expected, second, first) => {
    expect(helper(second, first)).toBe(expected);
  });
});
