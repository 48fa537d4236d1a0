import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles } from '../helpers/manifests.ts';

const code = 'init-volume-not-shared';

function pod(
  script: string,
  { mount = '{name: v, mountPath: /data}', app = '', source = 'emptyDir: {}', role = '' } = {},
) {
  return `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  initContainers:
    - name: init
      image: alpine/curl:8.9.1
      command: [sh, -c, ${JSON.stringify(script)}]
      volumeMounts: [${mount}]${role}
  containers:
    - name: app
      image: example.com/app:1${app}
  volumes:
    - name: v
      ${source}
`;
}

describe(code, () => {
  it.each([
    ['echo a > /data/a'],
    ['while read a; do echo $a; done > /data/a'],
    ['curl -o /data/a http://x && chmod 644 /data/a && echo done'],
    ['git clone http://x /data/src'],
  ])('finds %s', (script) =>
    expectMarked(pod(script, { mount: `{name: «${code}|v», mountPath: /data}` }), undefined, ['tool-not-in-image']),
  );

  it.each([
    [
      'where the app has the volume',
      pod('echo a > /data/a', { app: '\n      volumeMounts: [{name: v, mountPath: /d}]' }),
    ],
    ['where the files may be for itself', pod('echo a > /data/a; app')],
    ['where it reads them', pod('curl -o /data/a.tgz http://x; tar -xf /data/a.tgz')],
    ['where it sends them', pod('curl -o /data/a http://x; curl -d @/data/a http://y')],
    ['where it uses what is in them', pod('curl -o /data/a http://x; curl -H "Auth: $(cat /data/a)" http://y')],
    ['where it goes there', pod('git clone http://x /data/src; cd /data/src; ls')],
    ['where it writes elsewhere', pod('echo a > /other/a')],
    ['on folders for what is not kept', pod('echo a > /tmp/a', { mount: '{name: v, mountPath: /tmp}' })],
    ['on claims', pod('echo a > /data/a', { source: 'persistentVolumeClaim: {claimName: c}' })],
    ['on sidecars', pod('echo a > /data/a; sleep 1000', { role: '\n      restartPolicy: Always' })],
    ['on paths that are not known', pod('echo a > /data/$NAME')],
  ])('is silent %s', (_, text) => expect(codes(text)).not.toContain(code));

  it('mounts it in the app', () => {
    const text = pod('echo a > /data/a');
    expect(fixed(text, code)).toBe(
      pod('echo a > /data/a', { app: '\n      volumeMounts:\n        - name: v\n          mountPath: /data' }),
    );
    expect(
      fixTitles(pod('echo a > /data/a', { app: '\n      volumeMounts: [{name: w, mountPath: /data}]' }), code),
    ).toEqual([]);
  });
});
