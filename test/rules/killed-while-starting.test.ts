import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed } from '../helpers/manifests.ts';

const code = 'killed-while-starting';
const pod = (script: string, probes: string, rest = '') => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
  - name: app
    image: example.com/app
    command: [sh, -c, ${JSON.stringify(script)}]
    ${probes}
${rest}`;
const http = 'livenessProbe: {httpGet: {path: /, port: 8080}}';
const marked = http.replace('livenessProbe', `«${code}|livenessProbe»`);

describe(code, () => {
  it.each([
    'sleep 30; exec serve',
    'sleep 1m && serve',
    'echo a\nsleep 20\nsleep 20\nexport A=b\nserve --port 8080',
    'sleep 60; nginx -g "daemon off;"',
    'sleep 60; serve & wait',
  ])('finds %j', (script) => expectMarked(pod(script, marked)));

  it.each([
    `«${code}|livenessProbe»: {tcpSocket: {port: 80}, initialDelaySeconds: 10, periodSeconds: 1, failureThreshold: 10}`,
    `«${code}|livenessProbe»: {grpc: {port: 80}}`,
    `«${code}|startupProbe»: {httpGet: {port: 80}}\n    livenessProbe: {httpGet: {port: 80}, initialDelaySeconds: 100}`,
  ])('finds it for %s', (probes) => expectMarked(pod('sleep 31; serve', probes)));

  it.each([
    ['less than the probe waits', pod('sleep 29; serve', http)],
    ['a server that is there before', pod('serve & sleep 60; wait', http)],
    ['a program that may serve', pod('serve; sleep 60; work', http)],
    ['a time that is not known', pod('sleep $DELAY; serve', http)],
    ['a wait that may be over soon', pod('until test -f /x; do sleep 60; done; serve', http)],
    ['one branch', pod('if [ -f /x ]; then sleep 60; fi; serve', http)],
    ['a failure', pod('[ -f /x ] || exit 1; serve', http)],
    ['no server', pod('sleep 60', http)],
    ['a command', pod('sleep 60; serve', 'livenessProbe: {exec: {command: [cat, /x]}}')],
    ['another host', pod('sleep 60; serve', 'livenessProbe: {httpGet: {host: example.com, port: 80}}')],
    [
      'the port of another container',
      pod('sleep 60; serve', http, '  - {name: b, image: example.com/b, ports: [{containerPort: 8080}]}\n'),
    ],
    ['readiness', pod('sleep 60; serve', 'readinessProbe: {httpGet: {port: 8080}}')],
    [
      'a startup probe with patience',
      pod(
        'sleep 60; serve',
        'startupProbe: {tcpSocket: {port: 80}, failureThreshold: 30}\n    livenessProbe: {tcpSocket: {port: 80}}',
      ),
    ],
  ])('is silent for %s', (_what, text) => expect(codes(text)).not.toContain(code));

  it('says how long either waits, and lets the probe wait as long', () => {
    const text = pod('sleep 1m; serve', http);
    expect(find(text)[0]?.problem.message).toMatch(/1 minute .* 30 seconds/);
    expect(fixed(text, code)).toBe(text.replace('8080}}', '8080}, initialDelaySeconds: 60}'));
  });
});
