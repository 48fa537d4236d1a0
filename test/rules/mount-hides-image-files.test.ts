import { describe, expect, it } from 'vitest';
import { codes, expectMarked, lines, podWith } from '../helpers/manifests.ts';

const code = 'mount-hides-image-files';
const pod = (path: string, source = 'emptyDir: {}', lines = '', podLines = '') =>
  podWith(`volumeMounts: [{name: v, mountPath: ${path}}]\n${lines}`, `volumes: [{name: v, ${source}}]\n${podLines}`);

it('finds folders of the system, and of known images', () => {
  expectMarked(pod(`«${code}|/»`));
  expectMarked(pod(`«${code}|/etc»`, 'configMap: {name: c}'));
  expectMarked(pod(`«${code}|/usr/bin/»`, 'secret: {secretName: s}'));
  expectMarked(pod(`«${code}|/usr/share/nginx/html»`));
  expectMarked(pod(`«${code}|/etc/nginx»`));
});

it('finds folders of the program that runs', () => {
  expectMarked(pod(`«${code}|/app»`, undefined, 'command: [/app/app.sh]'));
  expectMarked(pod(`«${code}|/app/»`, undefined, 'command: [node, /app/server.js, --x]'));
  expectMarked(pod(`«${code}|/app»`, undefined, 'command: [java, -jar, /app/app.jar]'));
  expect(lines(pod('/app', undefined, 'command: [/app/app.sh]')).join()).toContain(
    'hides `/app/app.sh`, which this container',
  );
});

describe('is silent', () => {
  const init = (mount: string) =>
    `initContainers: [{name: i, image: a/b, command: [a], volumeMounts: [{name: v, mountPath: /v${mount}}]}]`;
  it.each([
    ['on folders of an own', pod('/data')],
    ['where the program lies elsewhere', pod('/app', undefined, 'command: [/bin/app, /app/conf]')],
    [
      'where the program may come from a claim',
      pod('/app', 'persistentVolumeClaim: {claimName: c}', 'command: [/app/a]'),
    ],
    ['where an init container brings the program', pod('/app', undefined, 'command: [/app/a]', init(''))],
    [
      'where another volume below has the program',
      pod(
        '/app}, {name: w, mountPath: /app/bin',
        'emptyDir: {}}, {name: w, configMap: {name: c, defaultMode: 0755}',
        'command: [/app/bin/a]',
      ),
    ],
    ['where a script may make it', pod('/app', undefined, 'command: [sh, -c, "cp /a /app/a; /app/a"]')],
    ['where the image decides', pod('/app', undefined, 'args: [/app/a]')],
    ['on folders that the entrypoint writes', pod('/etc/nginx/conf.d')],
    ['on a ConfigMap for an image', pod('/etc/nginx', 'configMap: {name: c}')],
    ['on claims', pod('/usr/share/nginx/html', 'persistentVolumeClaim: {claimName: c}')],
    ['where an init container fills it', pod('/usr/share/nginx/html', undefined, '', init(''))],
    [
      'where the command may fill it',
      pod(
        '/usr/share/nginx/html',
        undefined,
        'command: [sh, -c, "cp -r /a/* /usr/share/nginx/html; nginx -g \'daemon off;\'"]',
      ),
    ],
    [
      'where the command lies in the volume',
      pod('/usr/sbin', 'secret: {secretName: s}', 'command: [/usr/sbin/init.sh]'),
    ],
    ['where another volume has the same path', pod('/etc}, {name: v, mountPath: /etc')],
    ['with subPath', pod('/etc, subPath: a')],
    ['on other images', pod('/usr/share/nginx/html').replace('nginx:1.27', 'example/nginx:1')],
    ['on Windows', pod('/etc', undefined, '', 'os: {name: windows}')],
  ])('%s', (_, text) => {
    expect(codes(text)).not.toContain(code);
  });

  it('but not where the other container only reads it', () => {
    expect(codes(pod('/etc/nginx', undefined, '', init(', readOnly: true')))).toContain(code);
  });
});
