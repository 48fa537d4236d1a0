import { describe, expect, it } from 'vitest';
import {
  type Argv,
  argvs,
  containersOf,
  resolutionOf,
  untaken,
  workloadsOf,
} from '../../server/src/service/model/index.ts';
import { Chunk } from '../../server/src/service/yaml/index.ts';

function podOf(spec: string) {
  const pod = workloadsOf(new Chunk(`apiVersion: v1\nkind: Pod\nspec:\n${spec.replace(/^/gm, '  ')}\n`))[0]?.pod;
  if (!pod) throw new Error('no pod');
  return pod;
}

describe('the source of a volume', () => {
  it.each([
    ['configMap: {name: a}, name: v', 'configMap'],
    ['name: v', 'emptyDir'],
    ['name: v, emptyDir: ~, configMap: {name: a}', 'configMap'],
    ['name: v, configMap: ~', 'emptyDir'],
    ['name: v, <<: {secret: {secretName: a}}', 'secret'],
    ['<<: {name: w, hostPath: {path: /a}}, name: v', 'hostPath'],
  ])('%s', (fields, source) => {
    expect(podOf(`volumes: [{${fields}}]`).volumes.map((volume) => volume.source)).toEqual([source]);
  });
});

it('counts items that lead nowhere in paths', () => {
  const pod = podOf(
    'volumes: [*gone, 1, {name: v}]\ncontainers: [*gone, {name: b, command: [*gone, a], volumeMounts: [*gone, {name: v}]}]',
  );
  const words = containersOf(pod).flatMap((container) => argvs(container).flatMap((argv: Argv) => argv.words));
  const mounts = containersOf(pod).flatMap((container) => container.mounts);
  expect([...pod.volumes, ...pod.containers, ...mounts, ...words].map(({ path }) => path)).toEqual([
    'spec.volumes[2]',
    'spec.containers[1]',
    'spec.containers[1].volumeMounts[1]',
    'spec.containers[1].command[1]',
  ]);
});

describe('$(NAME)', () => {
  const [container] = podOf('containers: [{env: [{name: A, value: "1"}, {name: B, valueFrom: {}}]}]').containers;
  it.each([
    ['A', undefined, { kind: 'value', value: '1' }],
    ['B', undefined, { kind: 'at-start' }],
    ['C', undefined, { kind: 'missing' }],
    ['A', 'livenessProbe', { kind: 'value', value: '1' }],
    ['B', 'livenessProbe', { kind: 'empty' }],
    ['C', 'livenessProbe', { kind: 'missing' }],
    ['A', 'preStop', { kind: 'never' }],
  ])('%s in %s', (name, action, expected) => {
    expect(container && resolutionOf(container, action, name)).toEqual(expected);
  });
});

it.each([
  ['a', [], undefined, 'a'],
  ['a', ['a', undefined, 'a-2'], undefined, 'a-3'],
  ['abc-d', ['abc-d'], 6, 'abc-2'],
])('finds a name like %s that is not in %j', (name, taken, longest, expected) => {
  expect(untaken(name, taken, longest)).toBe(expected);
});
