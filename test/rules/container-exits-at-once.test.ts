import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed } from '../helpers/manifests.ts';

const code = 'container-exits-at-once';
const pod = (container: string, rest = '') => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
${rest}  containers:
  - ${container}
`;

describe(code, () => {
  it.each(['busybox', 'busybox:1.36', 'docker.io/library/alpine@sha256:0123', 'ubuntu:24.04', 'debian'])(
    'underlines the image %s',
    (image) => expectMarked(pod(`{name: a, image: «${code}|${image}»}`)),
  );

  it.each([
    ['a command', '{name: a, image: busybox, command: [sleep, "10"]}'],
    ['args, which the shell image runs', '{name: a, image: busybox, args: [sleep, "10"]}'],
    ['an open standard input', '{name: a, image: busybox, stdin: true}'],
    ['another image', '{name: a, image: example.com/busybox-tools}'],
    ['an image that is not the base image', '{name: a, image: mycompany/ubuntu}'],
  ])('is silent with %s', (_what, container) => expect(codes(pod(container))).toEqual([]));

  it.each(['Never', 'OnFailure'])('is silent under restartPolicy %s', (policy) => {
    expect(codes(pod('{name: a, image: busybox}', `  restartPolicy: ${policy}\n`))).toEqual([]);
  });

  it('is silent for init containers that may end, not for sidecars', () => {
    const init = (more: string) => `  initContainers: [{name: i, image: busybox${more}}]\n`;
    expect(codes(pod('{name: a, image: nginx}', init('')))).toEqual([]);
    expect(codes(pod('{name: a, image: nginx}', init(', restartPolicy: Always')))).toEqual([code]);
  });

  it('is silent in a Job', () => {
    const job = `apiVersion: batch/v1
kind: Job
metadata: {name: a}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: busybox}]}}}
`;
    expect(codes(job)).toEqual([]);
  });

  it('adds a command behind the image, whatever the style', () => {
    expect(fixed(pod('name: a # x\n    image: busybox # y\n    tty: true'), code)).toContain(
      'image: busybox # y\n    command: ["sleep", "1000"]\n    tty: true',
    );
    expect(fixed(pod('{name: a, image: busybox}'), code)).toContain('{name: a, image: busybox, command: [sleep, ');
    expect(fixed(pod('name: a\n    command: []\n    image: busybox'), code)).toContain(
      'command:\n    - sleep\n    - "1000"\n    image',
    );
  });
});
