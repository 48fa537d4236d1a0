import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles } from '../helpers/manifests.ts';

const code = 'container-exits-at-once';
const pod = (container: string, rest = '') => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
${rest}  containers:
  - ${container}
`;

describe(code, () => {
  it.each([
    'busybox',
    'busybox:1.36',
    `docker.io/library/alpine@sha256:${'0123'.repeat(16)}`,
    'ubuntu:24.04',
    'debian',
  ])('underlines the image %s', (image) => expectMarked(pod(`{name: a, image: «${code}|${image}»}`)));

  it.each([
    ['a command', '{name: a, image: busybox, command: [sleep, "10"]}'],
    ['args, which the shell image runs', '{name: a, image: busybox, args: [sleep, "10"]}'],
    ['an open standard input', '{name: a, image: busybox, stdin: true}'],
    ['a terminal', '{name: a, image: busybox, tty: true}'],
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

  it('is silent where a command stands beside the containers, not where that of another container is no list', () => {
    expect(codes(pod('{name: a, image: busybox}', '  command: [sleep, "5"]\n'))).toEqual(['misplaced-field']);
    const other = '{name: a, image: busybox, command: sleep 5}';
    expect(codes(pod(`${other}\n  - {name: b, image: busybox}`))).toEqual(['command-not-list', code]);
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
    expect(fixed(pod('name: a # x\n    image: busybox # y\n    workingDir: /a'), code)).toContain(
      'image: busybox # y\n    command: ["sleep", "1000"]\n    workingDir: /a',
    );
    expect(fixed(pod('{name: a, image: busybox}'), code)).toContain('{name: a, image: busybox, command: [sleep, ');
    expect(fixed(pod('name: a\n    command: []\n    image: busybox'), code)).toContain(
      'command:\n    - sleep\n    - "1000"\n    image',
    );
  });

  it.each([
    ['a program', `{name: a, image: busybox, «${code}|command»: [echo, hello]}`],
    ['a script', `{name: a, image: busybox, command: [sh, -c], «${code}|args»: ['echo a; date && touch /x']}`],
    ['what the image runs', `{name: a, image: busybox, «${code}|args»: [printenv]}`],
    ['a failure', `{name: a, image: x, «${code}|command»: [sh, -c, 'echo no; exit 1']}`],
  ])('finds %s that ends at once', (_what, container) => expectMarked(pod(container)));

  it.each([
    ['a sleep', `[sh, -c, 'echo a; sleep 1']`],
    ['a sleep whose end depends on the image', '[sleep, infinite]'],
    ['cat on a terminal', '[cat], tty: true'],
    ['an unknown program', `[sh, -c, 'echo a; serve']`],
    ['a program that a variable names', `[sh, -c, 'exec "$@"', sh, serve]`],
    ['a sourced script', `[sh, -c, '. /entrypoint.sh']`],
    ['eval', `[sh, -c, 'eval "$COMMAND"']`],
    ['a device without end', '[cat, /dev/urandom]'],
    ['memory that fills', '[tail, /dev/zero]'],
    ['wait', `[sh, -c, 'serve & wait']`],
    ['the background, of which script-background-only tells', `[sh, -c, 'serve & echo up']`],
    ['a loop that waits', `[sh, -c, 'until test -f /x; do date; done']`],
    ['a script file', '[sh, /start.sh]'],
    ['a script that is not understood', `[sh, -c, 'if']`],
    ['an empty script', `[sh, -c, '$SCRIPT']`],
  ])('is silent for %s', (_what, command) => {
    expect(codes(pod(`{name: a, image: x, command: ${command}}`)).filter((found) => found === code)).toEqual([]);
  });

  it('makes a Pod with one container run once; knows no answer elsewhere', () => {
    const echo = '{name: a, image: busybox, command: [echo, hello]}';
    expect(fixed(pod(echo), code)).toBe(`${pod(echo)}  restartPolicy: OnFailure\n`);
    expect(fixed(pod(echo, '  restartPolicy: Always # x\n'), code)).toContain('restartPolicy: OnFailure # x\n');
    expect(fixTitles(pod(`${echo}\n  - {name: b, image: nginx}`), code)).toEqual([]);
    expect(
      fixTitles(
        pod('{name: b, image: nginx}', `  initContainers: [${echo.replace('}', ', restartPolicy: Always}')}]\n`),
        code,
      ),
    ).toEqual([]);
  });
});
