import { describe, expect, it } from 'vitest';
import {
  type Container,
  earliestStart,
  type PodSpec,
  runTime,
  workloadsOf,
} from '../../server/src/service/model/index.ts';
import { Chunk } from '../../server/src/service/yaml/index.ts';

function podOf(spec: object): PodSpec {
  const pod = workloadsOf(new Chunk(JSON.stringify({ apiVersion: 'v1', kind: 'Pod', spec })))[0]?.pod;
  if (!pod) throw new Error('no pod');
  return pod;
}

function containerOf(container: object): Container {
  const [first] = podOf({ containers: [{ name: 'a', image: 'tool', ...container }] }).containers;
  if (!first) throw new Error('no container');
  return first;
}

/** `5` where it is exact, `5+` where it takes longer or may, `endless`. */
function timeOf(container: object): string {
  const { atLeast, exact, endless } = runTime(containerOf(container));
  expect(endless).toBe(atLeast === Number.POSITIVE_INFINITY);
  return endless ? 'endless' : `${atLeast}${exact ? '' : '+'}`;
}

const shell = (script: string) => timeOf({ command: ['sh', '-c', script] });

describe('runTime of an argv', () => {
  it.each<[string, ...string[]]>([
    ['600', 'sleep', '600'],
    ['600', '/bin/sleep', '10m'],
    ['5400', 'sleep', '1h', '30m'],
    ['0.5', 'sleep', '.5'],
    ['1000', 'sleep', '1e3'],
    ['172800', 'sleep', '2d'],
    ['endless', 'sleep', 'infinity'],
    ['endless', 'sleep', '1e9'],
    ['0', 'sleep', '10', 'minutes'],
    ['0', 'sleep'],
    ['0+', 'sleep', '$DELAY'],
    ['30', 'timeout', '30', 'sleep', 'infinity'],
    ['30', 'timeout', '-s', 'KILL', '30s', 'tail', '-f', '/dev/null'],
    ['5', 'timeout', '30', 'sleep', '5'],
    ['30', 'timeout', '30', 'sh', '-c', 'while true; do sleep 1; done'],
    ['7', 'env', 'A=b', 'nice', '-n', '5', 'sleep', '7'],
    ['7', '/sbin/tini', '-g', '--', 'bash', '-ec', 'sleep 7'],
    ['7', 'busybox', 'sleep', '7'],
    ['endless', 'tail', '-f', '/dev/null'],
    ['endless', 'tail', '-n+1', '-F', '/var/log/app.log'],
    ['0', 'tail', '-n', '5', '/var/log/app.log'],
    ['0+', 'tail', '--pid=7', '-f', '/dev/null'],
    ['endless', 'nginx', '-g', 'daemon off;'],
    ['0+', 'nginx'],
    ['0+', 'nginx', '-t', '-g', 'daemon off;'],
    ['endless', 'httpd-foreground'],
    ['endless', 'httpd', '-DFOREGROUND'],
    ['endless', 'httpd', '-f', '-p', '8080'],
    ['0+', 'httpd', '-f', '/etc/httpd.conf'],
    ['endless', 'redis-server', '/etc/redis.conf'],
    ['0+', 'redis-server', '--version'],
    ['endless', 'postgres', '-c', 'log_statement=all'],
    ['endless', 'python3', '-m', 'http.server', '8080'],
    ['0+', 'python3', 'manage.py', 'migrate'],
    ['0+', 'java', '-jar', 'app.jar'],
    ['endless', '/cloud_sql_proxy', '-instances=a:b:c=tcp:5432'],
    ['0+', '/cloud-sql-proxy', '--version'],
    ['endless', 'socat', 'TCP-LISTEN:5432,fork,reuseaddr', 'TCP:db:5432'],
    ['0+', 'socat', 'TCP-LISTEN:5432', 'TCP:db:5432'],
    ['endless', 'vault', 'agent', '-config=/etc/vault.hcl'],
    ['0+', 'vault', 'agent', '-config=/etc/vault.hcl', '-exit-after-auth'],
    ['endless', 'filebeat', '-e'],
    ['0+', 'filebeat', 'setup'],
    ['0+', '.', '/entrypoint.sh'],
    ['0+', 'cat', '/dev/urandom'],
    ['0+', 'sh', '/start.sh'],
    ['0', 'sh'],
    ['0', 'echo', 'sleep', '600'],
  ])('%s: %j %j %j %j %j %j', (expected, ...command) => {
    expect(timeOf({ command })).toBe(expected);
  });
});

describe('runTime of a script', () => {
  it.each([
    ['sleep 600; sleep 20m', '1800'],
    ['sleep 600 && echo done && sleep 5', '605'],
    ['sleep 5 || sleep 6', '5+'],
    ['echo "sleep 600"', '0'],
    ["echo 'it''s; sleep 600' # sleep 5", '0'],
    ['# first\nsleep 5 # five\nsleep 6 >/dev/null 2>&1\n', '11'],
    ['sleep 5 2>&1 | tee /log', '5'],
    ['echo a#b; sleep 3; echo $#; sleep 4', '7'],
    ['sleep 5 &\necho now', '0'],
    ['sleep 5 & wait', '0+'],
    ['nginx -g "daemon off;" & wait', 'endless'],
    ['sleep 5 &\nsleep 1 && sleep 2', '3'],
    ['sleep \\\n  7', '7'],
    ['(sleep 1; sleep 2); { sleep 3; }', '6'],
    ['x=$(sleep 5; date); sleep $((1 + 2))', '5+'],
    ['until nslookup db; do echo wait; sleep 2; done; sleep 30', '30+'],
    ['while ! nc -z db 5432; do sleep 1; done', '0+'],
    ['while true; do date >> /var/log/a.log; sleep 1; done', 'endless'],
    ['while true\ndo\n  date\n  sleep 1\ndone', 'endless'],
    ['while :; do sleep 1; done', 'endless'],
    ['while [ 1 ]; do sleep 1; done', 'endless'],
    ['while [[ true ]]; do sleep 1; done', 'endless'],
    ['until false; do sleep 1; done', 'endless'],
    ['while sleep 60; do date; done', 'endless'],
    ['for ((;;)); do sleep 1; done', 'endless'],
    ['while true; do wget -q db && break; sleep 1; done; sleep 9', '9+'],
    ['while true; do if nc -z db 1; then exit 0; fi; sleep 1; done; sleep 9', '0+'],
    ['while true; do check || exit 1; sleep 1; done', '0+'],
    ['while [ ! -f /ready ]; do sleep 1; done', '0+'],
    ['trap "exit 0" TERM; while true; do sleep 1; done', 'endless'],
    ['for i in 1 2 3; do echo $i; sleep 5; done', '15'],
    ['for i in $(seq 1 30); do sleep 5; done', '0+'],
    ['for i in {1..100}; do sleep 1; if dig myservice; then exit 0; fi; done; exit 1', '0+'],
    ['if [ -f /x ]; then sleep 5; else sleep 7; fi', '5+'],
    ['if [ -f /x ]; then sleep 5; else sleep 5; fi', '5'],
    ['if [ -f /x ]; then sleep 5; fi', '0+'],
    ['if [ -f /x ]; then sleep 5; else exit 1; fi; sleep 1', '6'],
    ['if [ -f /x ]; then exit 0; fi; sleep infinity', '0+'],
    ['[ -f /x ] && exit 0; sleep 600', '0+'],
    ['[ -f /x ] || exit 1; sleep 600', '600'],
    ['[ -f /x ] && sleep 600', '0+'],
    ['git clone https://x/y /data && sleep 5', '5+'],
    ['case $1 in\n  a) sleep 5;;\n  *) sleep 6 ;;\nesac', '5+'],
    ['exit 0; sleep 5', '0'],
    ['exec sleep 5; sleep 6', '5'],
    ['exec nginx -g "daemon off;"', 'endless'],
    ['exec >/log 2>&1; sleep 5', '5'],
    ['f() { sleep 5; return; sleep 6; }\nf; f', '10'],
    ['function f { sleep 5; }\nf', '5'],
    ["cat <<EOF > /conf\nsleep 600\nit's\nEOF\nsleep 2", '2'],
    ['tail -f /log | grep x', '0+'],
    ['tail -f /log | while read l; do echo $l; done', 'endless'],
    ['yes | apt-get install x', '0+'],
    ['sh -c "sleep 5"; sleep 1', '6'],
    ['sleep 5; "unclosed', '0+'],
    ['if [ x ]; then sleep 5', '0+'],
    ['done; sleep 5', '0+'],
    [`echo \${A:-a b}; sleep 5`, '5'],
    ['', '0'],
  ])('%j: %s', (script, expected) => {
    expect(shell(script)).toBe(expected);
  });

  it.each([
    ['(', 5000],
    ['if true; then ', 2000],
    ['true && ', 2500],
    ['! ', 2500],
    ['$(', 2500],
    ["<<X '", 2000],
  ])('stands %j many times', (part, times) => {
    expect(shell(`${part.repeat(times)}true`)).toMatch(/^0/);
  });

  it('knows the variables of the container', () => {
    const env = [
      { name: 'DELAY', value: '30' },
      { name: 'SECRET', valueFrom: {} },
    ];
    expect(timeOf({ env, command: ['sleep', '$(DELAY)'] })).toBe('30');
    expect(timeOf({ env, command: ['sh', '-c', `sleep $DELAY; sleep "\${DELAY}"; sleep $(DELAY)`] })).toBe('90');
    expect(timeOf({ env, command: ['sh', '-c', 'sleep $SECRET'] })).toBe('0+');
    expect(timeOf({ env, command: ['sleep', '$(SECRET)'] })).toBe('0+');
  });

  it('puts command and args together', () => {
    expect(timeOf({ command: ['sh', '-c'], args: ['sleep 5'] })).toBe('5');
    expect(timeOf({ command: ['sleep'], args: ['5'] })).toBe('5');
  });
});

describe('runTime by the image', () => {
  it.each([
    ['endless', { image: 'nginx:1.27' }],
    ['endless', { image: 'docker.io/library/redis@sha256:abc' }],
    ['endless', { image: 'redis', args: ['--appendonly', 'yes'] }],
    ['0+', { image: 'postgres', args: ['--version'] }],
    ['5', { image: 'busybox', args: ['sleep', '5'] }],
    ['0+', { image: 'example.com/tool', args: ['sleep', '5'] }],
    ['0', { image: 'busybox' }],
    ['0+', { image: 'busybox', stdin: true, tty: true }],
    ['0', { image: 'busybox', stdin: false }],
    ['0+', { image: 'example.com/nginx' }],
    ['0+', { image: undefined }],
  ])('%s: %j', (expected, container) => {
    expect(timeOf(container)).toBe(expected);
  });
});

describe('earliestStart', () => {
  const app = { name: 'app', image: 'app' };
  const sleeper = (name: string, time: string, more = {}) => ({
    name,
    image: 'busybox',
    command: ['sleep', time],
    ...more,
  });

  it('adds the init containers up', () => {
    const pod = podOf({ initContainers: [sleeper('a', '600'), sleeper('b', '1200')], containers: [app] });
    expect(earliestStart(pod)).toEqual({ atLeast: 1800, exact: true, endless: false, endlessAt: undefined });
  });

  it('does not wait for native sidecars, only for their startupProbe', () => {
    const sidecar = sleeper('s', 'infinity', { restartPolicy: 'Always' });
    expect(earliestStart(podOf({ initContainers: [sidecar, sleeper('b', '5')] }))).toMatchObject({
      atLeast: 5,
      exact: true,
    });
    const probed = { ...sidecar, startupProbe: { initialDelaySeconds: 10 } };
    expect(earliestStart(podOf({ initContainers: [probed, sleeper('b', '5')] }))).toMatchObject({
      atLeast: 15,
      exact: false,
    });
  });

  it('tells which one never ends', () => {
    const pod = podOf({ initContainers: [sleeper('a', '5'), sleeper('b', 'infinity')], containers: [app] });
    expect(earliestStart(pod)).toMatchObject({ endless: true, endlessAt: { name: 'b' } });
  });

  it('is at once without init containers', () => {
    expect(earliestStart(podOf({ containers: [app] }))).toMatchObject({ atLeast: 0, exact: true, endless: false });
  });
});
