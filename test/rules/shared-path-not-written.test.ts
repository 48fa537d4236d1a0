import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed } from '../helpers/manifests.ts';

const code = 'shared-path-not-written';

function pod(app: string, reader: string, volume = 'emptyDir: {}', more = '') {
  const container = (name: string, path: string, script: string) => `    - name: ${name}
      image: busybox:1.37
      command: [sh, -c, ${script}]
      volumeMounts: [{name: logs, mountPath: ${path}}]
`;
  return `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
${container('app', '/var/log/app', app)}${container('reader', '/logs', reader)}${more}  volumes:
    - name: logs
      ${volume}
`;
}

const writes = '"while true; do date >> /var/log/app/app.log; sleep 1; done"';

it('finds files that no other container writes', () => {
  expectMarked(pod(writes, `"tail -F «${code}|/logs/application.log»"`));
  expectMarked(pod('"while true; do date; sleep 1; done >> /var/log/app/app.log"', `"tail -F «${code}|/logs/a.log»"`));
});

describe('is silent', () => {
  it.each([
    ['where it is written', pod(writes, '"tail -F /logs/app.log"')],
    ['where a folder above it is', pod('"cp -r /src /var/log/app/sub; sleep 1000"', '"tail -F /logs/sub/app.log"')],
    [
      'where the name is not known',
      pod('"while true; do date >> /var/log/app/$NAME.log; sleep 1; done"', '"tail -F /logs/a.log"'),
    ],
    [
      'where the path is in a variable',
      pod('"while true; do date >> $LOG; ls /var/log/app/x; sleep 1; done"', '"tail -F /logs/a.log"'),
    ],
    ['where a program is not known', pod('"app --log /var/log/app/app.log"', '"tail -F /logs/a.log"')],
    [
      'where the image decides',
      pod(writes, '"tail -F /logs/a.log"').replace(`command: [sh, -c, ${writes}]`, 'tty: true'),
    ],
    [
      'where what a loop writes is what is read',
      pod('"while true; do date; sleep 1; done >> /var/log/app/a.log"', '"tail -F /logs/a.log"'),
    ],
    [
      'where a loop writes to a path that is not known',
      pod('"while true; do date > /var/log/app/b; sleep 1; done >> $LOG"', '"tail -F /logs/a.log"'),
    ],
    ['after cd', pod('"cd /var/log/app; date > a.log; sleep 1000"', '"tail -F /logs/b.log"')],
    ['where the reader makes it', pod(writes, '"touch /logs/a.log; tail -F /logs/a.log"')],
    ['on patterns', pod(writes, '"tail -F /logs/*.txt"')],
    ['on volumes that may hold it', pod(writes, '"tail -F /logs/a.log"', 'persistentVolumeClaim: {claimName: c}')],
    ['where the others only read', pod('"tail -F /var/log/app/b.log"', '"tail -F /logs/a.log"')],
    ['where nothing is written', pod('"sleep 1000"', '"tail -F /logs/a.log"')],
    [
      'on part of the volume',
      pod(writes, '"tail -F /logs/a.log"').replace('mountPath: /logs', 'mountPath: /logs, subPath: a'),
    ],
  ])('%s', (_, text) => {
    expect(codes(text)).not.toContain(code);
  });
});

it('reads what is written', () => {
  const text = pod(writes, '"tail -F /logs/application.log"');
  expect(fixed(text, code)).toBe(text.replace('application.log', 'app.log'));
});
