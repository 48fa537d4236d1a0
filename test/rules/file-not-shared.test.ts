import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, lines } from '../helpers/manifests.ts';

const code = 'file-not-shared';
const writing = 'sh, -c, "while true; do date >> /log/app.log; sleep 5; done"';

/** A pod in which one container writes, and another one reads. */
const pod = (writer: string, reader: string, appMounts = '', readerMounts = '', more = '') => `apiVersion: v1
kind: Pod
metadata: {name: app}
spec:
  containers:
    - name: app
      image: busybox:1.37
      command: [${writer}]${appMounts && `\n      volumeMounts: [${appMounts}]`}
    - name: shipper
      image: busybox:1.37
      command: [${reader}]${readerMounts && `\n      volumeMounts: [${readerMounts}]`}${more}
  volumes: [{name: logs, emptyDir: {}}]
`;
const atLog = '{name: logs, mountPath: /log}';
const own = (text: string) => lines(text).filter((line) => line.includes(code));

describe(code, () => {
  it.each([
    ['has not mounted the volume', pod(writing, `tail, -F, «${code}|/log/app.log»`, atLog)],
    ['reads in a script', pod(writing, `sh, -c, "sleep 5; tail -f «${code}|/log/app.log»"`, atLog)],
    [
      'reads elsewhere than it has mounted it',
      pod(writing, `tail, -F, «${code}|/var/log/app.log»`, atLog, '{name: logs, mountPath: /logs}'),
    ],
  ])('is found where a container %s', (_, text) => expectMarked(text));

  it('is found where there is no volume', () => {
    expect(own(pod(writing, 'tail, -F, /log/app.log'))).toEqual([
      'warning file-not-shared spec.containers[1]: Container `app` writes `/log/app.log`, but each container has its own file system, so the file does not exist in this one: "No such file or directory". Mount one volume in both.',
    ]);
  });

  it('mounts the volume', () => {
    const wrong = pod(writing, 'tail, -F, /log/app.log', atLog);
    expect(fixed(wrong, code)).toBe(
      pod(
        writing,
        'tail, -F, /log/app.log',
        atLog,
        '',
        '\n      volumeMounts:\n        - name: logs\n          mountPath: /log',
      ),
    );
  });

  it('reads where the file is seen', () => {
    const text = (path: string) => pod(writing, `tail, -F, ${path}`, atLog, '{name: logs, mountPath: /var/logs/}');
    expect(fixed(text('/log/app.log'), code)).toBe(text('/var/logs/app.log'));
    expect(codes(text('/var/logs/app.log'))).toEqual([]);
  });

  it('shares a folder, but none of the system', () => {
    expect(fixTitles(pod(writing, 'tail, -F, /log/app.log'), code)).toEqual([
      'Mount an emptyDir at /log in both containers',
    ]);
    const inTmp = pod('sh, -c, "date > /tmp/a; sleep 1000"', 'tail, -F, /tmp/a');
    expect(own(inTmp)).toHaveLength(1);
    expect(fixTitles(inTmp, code)).toEqual([]);
  });

  it.each([
    ['both have mounted the volume', pod(writing, 'tail, -F, /log/app.log', atLog, atLog)],
    [
      'it has something else mounted there',
      pod(writing, 'tail, -F, /log/app.log', atLog, '{name: other, mountPath: /log}'),
    ],
    ['it writes the file itself', pod(writing, 'sh, -c, "touch /log/app.log; tail -F /log/app.log"', atLog)],
    ['it may write the file itself', pod(writing, 'sh, -c, "my-app & tail -F /log/app.log"', atLog)],
    [
      'a hook may write it',
      pod(writing, 'tail, -F, /log/app.log', atLog, '', '\n      lifecycle: {postStart: {exec: {command: [setup]}}}'),
    ],
    ['nobody writes a file of that name', pod(writing, 'tail, -F, /log/other.log', atLog)],
    [
      'the image may bring a file of that name',
      pod(writing, 'tail, -F, /app/app.log', atLog, '{name: logs, mountPath: /logs}').replaceAll('busybox:', 'app:'),
    ],
    ['a file of that name is in no volume of its own', pod(writing, 'tail, -F, /var/log/app.log', atLog)],
    ['the image has it', pod('sh, -c, "date > /etc/motd; sleep 1000"', 'tail, -F, /etc/motd')],
    [
      'it is part of a volume',
      pod(writing, 'tail, -F, /a/app.log', atLog, '{name: logs, mountPath: /logs, subPath: a}'),
    ],
    ['the path is not known', pod('sh, -c, "date > $LOG; sleep 1000"', 'sh, -c, "tail -F $LOG"')],
  ])('is silent where %s', (_, text) => expect(own(text)).toEqual([]));
});
