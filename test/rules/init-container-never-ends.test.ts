import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed } from '../helpers/manifests.ts';

const code = 'init-container-never-ends';
const pod = (init: string) => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  initContainers:
  - ${init}
  containers:
  - {name: app, image: nginx}
`;

describe(code, () => {
  it.each([
    ['sleep infinity', '{name: i, image: busybox, «init-container-never-ends|command»: [sleep, infinity]}'],
    ['tail -f', '{name: i, image: busybox, «init-container-never-ends|command»: [tail, -f, /dev/null]}'],
    [
      'a loop',
      `{name: i, image: busybox, command: [sh, -c], «init-container-never-ends|args»: ['while true; do date; sleep 5; done']}`,
    ],
    ['a server', '{name: i, image: «init-container-never-ends|nginx:1.27»}'],
  ])('finds %s', (_what, init) => expectMarked(pod(init)));

  it.each([
    ['a long sleep', '{name: i, image: busybox, command: [sleep, "1200"]}'],
    ['a loop that waits', `{name: i, image: busybox, command: [sh, -c, 'until nc -z db 5432; do sleep 2; done']}`],
    [
      'a loop with a way out',
      `{name: i, image: busybox, command: [sh, -c, 'while true; do test -f /x && break; sleep 1; done']}`,
    ],
    ['a sidecar', '{name: i, image: redis, restartPolicy: Always}'],
    ['a server image that runs something else', '{name: i, image: nginx, command: [nginx, -t]}'],
    ['an unknown program', '{name: i, image: example.com/migrate}'],
  ])('is silent for %s', (_what, init) => expect(codes(pod(init))).toEqual([]));

  it('makes it a sidecar, in block and flow style', () => {
    expect(fixed(pod('name: i # x\n    image: nginx'), code)).toContain('image: nginx\n    restartPolicy: Always\n');
    expect(fixed(pod('{name: i, image: nginx}'), code)).toContain('{name: i, image: nginx, restartPolicy: Always}');
  });
});
