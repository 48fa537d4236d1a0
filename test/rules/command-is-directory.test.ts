import { describe, expect, it } from 'vitest';
import { codes, expectMarked, lines, podWith } from '../helpers/manifests.ts';

const code = 'command-is-directory';
const volumes = 'volumes: [{name: v, emptyDir: {}}, {name: host, hostPath: {path: /x}}]';
const mounts = (mount: string, name = 'v') => `volumeMounts: [{name: ${name}, ${mount}}]`;

describe(code, () => {
  it.each([
    [`command: [«${code}|/tmp»]`],
    [`command: [«${code}|"/usr/bin/"», sleep, "5"]`],
    [`command:\n- «${code}|/»`],
    [`readinessProbe: {exec: {command: [«${code}|/etc»]}}`],
    [`command: [«${code}|/work»]\n${mounts('mountPath: /work/')}`],
    [`command: [«${code}|/work»]\n${mounts('mountPath: /work/cache')}`],
  ])('is found: %s', (container) => expectMarked(podWith(container, volumes), undefined, ['volume-unused']));

  it.each([
    ['command: [/bin/sh]'],
    ['command: [/run]'],
    ['command: [/bin]'],
    ['command: [/app, /tmp]'],
    ['command: [tmp]'],
    ['args: [/tmp]'],
    [`command: [/work/run]\n${mounts('mountPath: /work')}`],
    [`command: [/worker]\n${mounts('mountPath: /work')}`],
    [`command: [/run.sh]\n${mounts('mountPath: /run.sh, subPath: run.sh')}`],
    [`command: [/run.sh]\n${mounts('mountPath: /run.sh', 'host')}`],
  ])('is silent on %s', (container) => expect(codes(podWith(container, volumes))).not.toContain(code));

  it.each([
    ['on Windows', 'os: {name: windows}'],
    ['with another runtime', 'runtimeClassName: wasmtime-spin-v2'],
  ])('is silent %s', (_, podLines) => {
    expect(codes(podWith('command: [/]', podLines))).not.toContain(code);
  });

  it('tells what fails', () => {
    expect(lines(podWith('command: [/tmp]')).join()).toContain(
      'so the container does not start: exec: "/tmp": is a directory',
    );
    expect(lines(podWith('livenessProbe: {exec: {command: [/tmp]}}')).join()).toContain('so `livenessProbe` fails');
  });
});
