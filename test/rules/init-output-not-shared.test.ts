import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles } from '../helpers/manifests.ts';

const code = 'init-output-not-shared';

/** A Pod whose init container runs a script, beside an app with lines of its own. */
function pod(script: string, app: string, init = '', volume = 'emptyDir: {}') {
  const lines = (text: string) => (text ? `${text.trim().replace(/^/gm, '      ')}\n` : '');
  return `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  initContainers:
    - name: init
      image: busybox:1.37
      command:
        - sh
        - -c
        - |
          ${script.replaceAll('\n', '\n          ')}
${lines(init)}  containers:
    - name: app
      image: nginx:1.27
${lines(app)}  volumes:
    - name: v
      ${volume}
`;
}

const mounted = 'volumeMounts:\n  - name: v\n    mountPath: /data';
const silent = (text: string) => expect(codes(text)).not.toContain(code);

describe('finds what is written to a path that the app has a volume at, with', () => {
  it.each([
    ['a redirection', `echo a > «${code}|/data/a»`],
    ['wget', `wget -qO «${code}|/data/a.json» http://a`],
    ['curl', `curl -sSLo «${code}|/data/a» http://a`],
    ['git', `git clone --depth 1 http://a «${code}|/data/src»`],
    ['cp', `cp -r /src/. «${code}|/data»`],
    ['tar', `tar -xzf a.tgz -C «${code}|/data»`],
    ['chown', `chown -R 1000:1000 «${code}|/data»`],
    ['tee in a pipeline', `echo a | tee «${code}|/data/a»`],
    ['a redirected loop', `for i in a b; do echo $i; done > «${code}|/data/a»`],
    ['redirected braces', `{ echo a; echo b; } >> «${code}|/data/a»`],
    ['a redirected shell', `sh -c 'echo a' > «${code}|/data/a»`],
  ])('%s', (_, script) => {
    expectMarked(pod(script, mounted), undefined, ['program-not-in-image', 'tool-not-in-image']);
  });
});

it('finds what the command of the app names, or a known image serves', () => {
  expect(codes(pod('echo a > /work/a.json', 'command: [app, --config=/work/a.json]'))).toContain(code);
  expect(codes(pod('echo a > /work/a', 'command: [sh, -c, "exec app -f /work/a"]'))).toContain(code);
  expect(codes(pod('echo a > /usr/share/nginx/html/index.html', 'tty: true'))).toContain(code);
});

describe('is silent', () => {
  it.each([
    ['where the init container has the volume', pod('echo a > /data/a', mounted, mounted)],
    ['where the init container has it above', pod('echo a > /data/b/a', mounted, mounted)],
    ['on what nobody asks for', pod('echo a > /work/a', mounted)],
    ['on folders for what is not kept', pod('echo a > /tmp/a', 'volumeMounts: [{name: v, mountPath: /tmp}]')],
    ['on what it reads again itself', pod('wget -O /data/a.tgz http://a\ntar -xf /data/a.tgz', mounted)],
    ['on paths that are not known', pod('echo a > $D/a; cp a b; cd /data; echo > a', mounted)],
    ['on folders that it may make for itself', pod('mkdir -p /data/cache; app migrate', mounted)],
    ['on tar that packs', pod('tar -czf a.tgz -C /data .', mounted)],
    ['where the app has a ConfigMap', pod('echo a > /data/a', mounted, '', 'configMap: {name: c}')],
    ['on sidecars', pod('echo a > /data/a; sleep 1000', mounted, 'restartPolicy: Always')],
    [
      'where the app has the path from elsewhere',
      pod('echo a > /data/a', `command: [app, /data/a]\n${mounted}`, '', 'secret: {secretName: s}'),
    ],
  ])('%s', (_, text) => silent(text));
});

it('mounts the volume in the init container', () => {
  const text = pod('echo a > /data/a', mounted);
  expect(fixed(text, code)).toBe(pod('echo a > /data/a', mounted, mounted));
});

it('mounts an emptyDir in both', () => {
  const text = pod('echo a > /work/a.json', 'command: [app, /work/a.json]');
  expect(fixTitles(text, code)).toEqual(['Mount an emptyDir at /work in both containers']);
  const mount = 'volumeMounts:\n  - name: shared\n    mountPath: /work';
  expect(fixed(text, code)).toBe(
    `${pod('echo a > /work/a.json', `command: [app, /work/a.json]\n${mount}`, mount)}    - name: shared\n      emptyDir: {}\n`,
  );
  expect(fixTitles(pod('echo a > /etc/app/a', 'command: [app, /etc/app/a]'), code)).toEqual([]);
});
