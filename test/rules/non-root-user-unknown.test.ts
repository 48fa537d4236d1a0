import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed } from '../helpers/manifests.ts';

const code = 'non-root-user-unknown';
const pod = (image: string, ofPod = 'runAsNonRoot: true', rest = '') => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  securityContext: {${ofPod}}
  containers:
  - name: a
    image: ${image}
${rest}`;
const own = (context: string) => `    securityContext: {${context}}\n`;

describe(code, () => {
  it.each(['nginx:1.27', 'docker.io/library/postgres:16', 'memcached', 'prom/prometheus:v2.53.0'])(
    'finds %s',
    (image) => expectMarked(pod(`«${code}|${image}»`)),
  );

  it('finds it where only the container says so', () => {
    expectMarked(pod(`«${code}|redis»`, '', own('runAsNonRoot: true')));
  });

  it('underlines a user that is root', () => {
    expectMarked(pod('example.com/app', `runAsNonRoot: true, runAsUser: «${code}|0»`));
    expectMarked(pod('nginx', `runAsNonRoot: true, runAsUser: «${code}|0»`, '  - {name: b, image: redis}\n'));
    expectMarked(pod('nginx', 'runAsUser: 1000', own(`runAsNonRoot: true, runAsUser: «${code}|0»`)));
  });

  it.each([
    ['a number for the pod', pod('nginx', 'runAsNonRoot: true, runAsUser: 101')],
    ['a number for the container', pod('nginx', 'runAsNonRoot: true', own('runAsUser: 101'))],
    ['an image that is not known', pod('example.com/nginx')],
    ['an image made for it', pod('nginxinc/nginx-unprivileged')],
    ['a container that may be root', pod('nginx', 'runAsNonRoot: true', own('runAsNonRoot: false'))],
    ['nothing asked', pod('nginx', '')],
    ['options of Windows', pod('nginx', 'runAsNonRoot: true, windowsOptions: {runAsUserName: a}')],
    ['Windows', pod('nginx', 'runAsNonRoot: true', '  os: {name: windows}\n')],
  ])('is silent for %s', (_what, text) => expect(codes(text)).toEqual([]));

  it('adds the user of the image, whatever the style, or changes the one there is', () => {
    expect(fixed(pod('memcached # x'), code)).toBe(
      pod('memcached # x', 'runAsNonRoot: true', '    securityContext:\n      runAsUser: 11211\n'),
    );
    expect(fixed(pod('alpine', '', own('runAsNonRoot: true')), code)).toBe(
      pod('alpine', '', own('runAsNonRoot: true, runAsUser: 1000')),
    );
    expect(fixed(pod('nginx', 'runAsNonRoot: true, runAsUser: 0'), code)).toBe(
      pod('nginx', 'runAsNonRoot: true, runAsUser: 101'),
    );
  });
});
