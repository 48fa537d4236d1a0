import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles } from '../helpers/manifests.ts';

const code = 'root-command-as-non-root';
const pod = (script: string, security = 'runAsUser: 1000', key = 'command', rest = '') => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  securityContext: {${security}}
  initContainers:
  - name: i
    image: example.com/tools
    ${key}: [sh, -c, ${JSON.stringify(script)}]
    volumeMounts: [{name: empty, mountPath: /empty}, {name: claim, mountPath: /claim/}]
${rest}  containers:
  - {name: app, image: example.com/app, volumeMounts: [{name: empty, mountPath: /data}]}
  volumes:
  - {name: empty, emptyDir: {}}
  - {name: claim, persistentVolumeClaim: {claimName: claim}}
`;
const marked = (script: string, security?: string) => pod(script, security, `«${code}|command»`);

describe(code, () => {
  it.each([
    'chown -R 1000:1000 /empty',
    'mkdir -p /empty/a; chown app:app /empty/ && chmod 700 /empty',
    'chown 999 /claim/x',
    'chown root:root /claim',
    'set -e\n/bin/chown -R 0:0 /claim\ndate',
    'apk add --no-cache curl && curl -O http://x/y',
    'apt-get update && apt-get -y install git',
    '(adduser -D app)',
  ])('finds %j', (script) => expectMarked(marked(script)));

  it('finds it where only that it is not root is known', () => {
    expectMarked(marked('chown -R 1000 /empty', 'runAsNonRoot: true'));
    expect(codes(pod('chown -R 1000 /claim', 'runAsNonRoot: true'))).toEqual([]);
  });

  it.each([
    ['what may be its own', 'chown -R 1000:1000 /claim'],
    ['a user of which the number is not known', 'chown -R app:app /claim'],
    ['its own group', 'chown :1000 /claim'],
    ['a copy of another owner', 'chown --reference=/claim /empty'],
    ['a variable', 'chown $OWNER /claim'],
    ['sudo', 'sudo chown 0 /empty'],
    ['a failure that does not count', 'chown 0 /empty || true'],
    ['a condition', 'if [ "$(id -u)" = 0 ]; then chown 0 /empty; fi'],
    ['another one', '[ "$(id -u)" = 0 ] && chown 0 /empty'],
    ['text', 'echo chown 0 /empty'],
    ['another root', 'apk add --root /empty curl'],
    ['a list of what is there', 'apk info && apt list'],
  ])('is silent for %s', (_what, script) => expect(codes(pod(script)).filter((found) => found === code)).toEqual([]));

  it.each([
    ['root', pod('chown 1000 /empty', 'runAsUser: 0')],
    ['a user that is not told', pod('chown 1000 /empty', '')],
    [
      'a container that is root',
      pod('chown 1000 /empty', undefined, undefined, '    securityContext: {runAsUser: 0}\n'),
    ],
    [
      'an image that would not start',
      pod('chown 1000 /empty', 'runAsNonRoot: true').replace('example.com/tools', 'busybox'),
    ],
    ['Windows', pod('chown 1000 /empty').replace('  volumes:', '  os: {name: windows}\n  volumes:')],
  ])('is silent for %s', (_what, text) => expect(codes(text)).not.toContain(code));

  it('runs the init container as root, where that may be', () => {
    const script = 'chown 1000 /empty';
    expect(fixed(pod(script), code)).toBe(
      pod(script, undefined, undefined, '    securityContext:\n      runAsUser: 0\n'),
    );
    const own = (context: string) => pod(script, '', undefined, `    securityContext: {${context}}\n`);
    expect(fixed(own('runAsNonRoot: true'), code)).toBe(own('runAsNonRoot: false, runAsUser: 0'));
    expect(fixed(own('runAsUser: 5'), code)).toBe(own('runAsUser: 0'));
    expect(fixTitles(pod(script), code, { podSecurity: 'restricted' })).toEqual([]);
    const app = pod(script)
      .replace('initContainers', 'x')
      .replace('containers', 'initContainers')
      .replace('x:', 'containers:');
    expect(codes(app)).toContain(code);
    expect(fixTitles(app, code)).toEqual([]);
  });
});
