import { describe, expect, it } from 'vitest';
import {
  type Argv,
  argvs,
  commandFields,
  containersOf,
  imageName,
  isWindows,
  shellCall,
  startsInterpreter,
  workloadsOf,
} from '../../server/src/service/model/index.ts';
import { manifestOf, podWith } from '../helpers/manifests.ts';

const podOf = (container: string, podLines = '') => {
  const chunk = manifestOf(podWith(container, podLines)).chunks[0]?.chunk;
  const pod = chunk && workloadsOf(chunk)[0]?.pod;
  if (!pod) throw new Error('no pod');
  return pod;
};
const argvsOf = (container: string) => containersOf(podOf(container)).flatMap(argvs);
const brief = ({ words, entrypoint, action, complete }: Argv) => [
  words.map(({ text }) => text),
  entrypoint,
  action,
  complete,
];

describe('argvs', () => {
  it.each([
    ['command: [a, b]', [['a', 'b'], false, undefined, true]],
    ['command: [a]\nargs: [b]', [['a', 'b'], false, undefined, true]],
    ['args: [b]', [['b'], true, undefined, true]],
    ['command: []\nargs: [b]', [['b'], true, undefined, true]],
    ['command: [a, 5, 0x10, null, yes]', [['a', '5', '0x10', '', 'yes'], false, undefined, true]],
    ['command: [a, [b], c]', [['a', 'c'], false, undefined, false]],
    ['command: a b\nargs: [c]', [['c'], false, undefined, false]],
    ['livenessProbe: {exec: {command: [a]}}', [['a'], false, 'livenessProbe', true]],
    ['lifecycle: {preStop: {exec: {command: [a]}}}', [['a'], false, 'preStop', true]],
  ])('of %j', (container, expected) => expect(argvsOf(container).map(brief)).toEqual([expected]));

  it('know where each word stands, aliases followed', () => {
    const [argv] = argvsOf('command: &c [sh, -c]\nargs: [ls]\nlifecycle: {preStop: {exec: {command: *c}}}');
    expect(argv?.words.map(({ path, index }) => [path, index])).toEqual([
      ['spec.containers[0].command[0]', 0],
      ['spec.containers[0].command[1]', 1],
      ['spec.containers[0].args[0]', 0],
    ]);
  });
});

it('every field with a command is found', () => {
  const exec = '{exec: {command: [a]}}';
  const [container] = podOf(
    `command: [a]\nargs: [a]\nlivenessProbe: ${exec}\nreadinessProbe: ${exec}\nstartupProbe: ${exec}\nlifecycle: {postStart: ${exec}, preStop: ${exec}}`,
  ).containers;
  expect(container && commandFields(container).map(({ path }) => path.replace('spec.containers[0].', ''))).toEqual([
    'command',
    'args',
    'livenessProbe.exec.command',
    'readinessProbe.exec.command',
    'startupProbe.exec.command',
    'lifecycle.postStart.exec.command',
    'lifecycle.preStop.exec.command',
  ]);
});

describe('a shell', () => {
  it.each([
    ['sh -c x', { shell: 'sh', at: 0, flag: 1, script: 2 }],
    ['/bin/bash -ec x y', { shell: 'bash', at: 0, flag: 1, script: 2 }],
    ['/busybox/sh -c', { shell: 'sh', at: 0, flag: 1, script: undefined }],
    ['bash -eo pipefail -c x', { shell: 'bash', at: 0, flag: 3, script: 4 }],
    ['bash --rcfile f -c x', { shell: 'bash', at: 0, flag: 3, script: 4 }],
    ['sh -c -e -- x', { shell: 'sh', at: 0, flag: 1, script: 4 }],
    ['sh run.sh -c', { shell: 'sh', at: 0, flag: undefined, script: 1 }],
    ['env A=b sh -c x', { shell: 'sh', at: 2, flag: 3, script: 4 }],
    ['/sbin/tini -- bash -c x', { shell: 'bash', at: 2, flag: 3, script: 4 }],
    ['busybox sh -c x', { shell: 'sh', at: 1, flag: 2, script: 3 }],
    ['setpriv --reuid=1 sh -c x', { shell: 'sh', at: 2, flag: 3, script: 4 }],
    ['run.sh -c x', undefined],
    ['env A=b app', undefined],
    ['finish -c', undefined],
  ])('in %s', (line, call) => expect(shellCall(line.split(' '))).toEqual(call));

  it.each([
    ['awk', true],
    ['/usr/bin/python3.12', true],
    ['C:\\Windows\\cmd.exe', true],
    ['tini -- sh', true],
    ['tini -- java', false],
    ['./run.sh', false],
  ])('or another interpreter in %s: %s', (line, expected) => expect(startsInterpreter(line.split(' '))).toBe(expected));
});

it.each([
  ['os: {name: windows}', true],
  ['nodeSelector: {kubernetes.io/os: windows}', true],
  ['os: {name: linux}', false],
])('%s is Windows: %s', (lines, expected) => expect(isWindows(podOf('command: [a]', lines))).toBe(expected));

it.each([
  ['nginx:1.27', 'nginx'],
  ['docker.io/library/busybox@sha256:1', 'busybox'],
  ['ghcr.io:443/a/b:1', 'ghcr.io:443/a/b'],
  [undefined, undefined],
])('%s is the image %s', (image, name) => expect(imageName(image)).toBe(name));
