import { describe, expect, it } from 'vitest';
import { podWith } from '../../helpers/manifests.ts';
import { refusals } from '../../helpers/verdicts.ts';

const C = 'spec.containers[0]';
const mount = (fields: string) => podWith(`volumeMounts: [{${fields}}]`, 'volumes: [{name: v, emptyDir: {}}]');
const device = (fields: string) =>
  podWith(`volumeDevices: [{${fields}}]`, 'volumes: [{name: v, persistentVolumeClaim: {claimName: v}}]');

describe('what the API server takes in a mount', () => {
  it.each([
    ['mountPath: /a', `required-field ${C}.volumeMounts[0].name`],
    ['name: v', `required-field ${C}.volumeMounts[0].mountPath`],
    ['name: v, mountPath: /a, subPath: /b', `path-invalid ${C}.volumeMounts.subPath`],
    ['name: v, mountPath: /a, subPath: b/../c', `path-invalid ${C}.volumeMounts.subPath`],
    ['name: v, mountPath: /a, subPathExpr: ../$(A)', `path-invalid ${C}.volumeMounts.subPathExpr`],
    ['name: v, mountPath: /a, mountPropagation: none', `unsupported-value ${C}.volumeMounts.mountPropagation`],
    ['name: v, mountPath: /a, mountPropagation: ""', `unsupported-value ${C}.volumeMounts.mountPropagation`],
    ['name: v, mountPath: /a, recursiveReadOnly: "true"', `unsupported-value ${C}.volumeMounts.recursiveReadOnly`],
  ])('refuses {%s}', (fields, expected) => expect(refusals(mount(fields))).toEqual([expected]));

  it.each([
    'name: v, mountPath: a/../b',
    'name: v, mountPath: /a, subPath: ..b',
    'name: v, mountPath: /a, mountPropagation: HostToContainer',
    'name: v, mountPath: /a, recursiveReadOnly: Disabled',
  ])('takes {%s}', (fields) => expect(refusals(mount(fields))).toEqual([]));

  it('drops recursiveReadOnly before 1.31', () => {
    expect(refusals(mount('name: v, mountPath: /a, recursiveReadOnly: x'), 30)).toEqual([]);
  });
});

it('knows an image volume as a field that is missing in 1.30, and dropped with its mounts up to 1.34', () => {
  const text = podWith('volumeMounts: [{name: v}]', 'volumes: [{name: v, image: {reference: a}}]');
  expect(refusals(text, 30)).toEqual([
    `required-field ${C}.volumeMounts[0].mountPath`,
    'unknown-field spec.volumes[0].image',
  ]);
  expect(refusals(text, 34)).toEqual([]);
  expect(refusals(text, 35)).toEqual([`required-field ${C}.volumeMounts[0].mountPath`]);
});

describe('what the API server takes in a device', () => {
  it.each([
    ['devicePath: /a', `required-field ${C}.volumeDevices[0].name`],
    ['name: v', `required-field ${C}.volumeDevices[0].devicePath`],
    ['name: v, devicePath: /dev/../a', `value-malformed ${C}.volumeDevices[0].devicePath`],
  ])('refuses {%s}', (fields, expected) => expect(refusals(device(fields))).toEqual([expected]));

  it('takes any other path', () => expect(refusals(device('name: v, devicePath: dev'))).toEqual([]));
});
