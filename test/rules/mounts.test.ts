import { describe, expect, it } from 'vitest';
import { expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';
import { refusals, serverWords } from '../helpers/verdicts.ts';

const C = 'spec.containers[0]';
const files = 'volumes: [{name: v, emptyDir: {}}]';
const mount = (fields: string, more = '') =>
  podWith(`volumeMounts: [{name: v, mountPath: /a, ${fields}}]\n${more}`, files);

describe('sub-path-conflict', () => {
  const both = mount('subPath: a, subPathExpr: b');

  it('takes one of the two', () => {
    expectMarked(mount('subPath: a, «sub-path-conflict|subPathExpr»: b'));
    expect(refusals(both)).toEqual([`sub-path-conflict ${C}.volumeMounts[0].subPathExpr`]);
    expect(refusals(mount('subPath: "", subPathExpr: b'))).toEqual([]);
    expect(refusals(mount('subPath: a'))).toEqual([]);
  });

  it('removes either', () => {
    expect(fixed(both, 'sub-path-conflict')).toBe(mount('subPath: a'));
    expect(fixed(both, 'sub-path-conflict', 1)).toBe(mount('subPathExpr: b'));
  });
});

describe('mount-propagation-unprivileged', () => {
  const privileged = (value: string) => `securityContext: {privileged: ${value}}`;

  it('is for privileged containers', () => {
    expectMarked(mount('mountPropagation: «mount-propagation-unprivileged|Bidirectional»'));
    const path = `mount-propagation-unprivileged ${C}.volumeMounts.mountPropagation`;
    expect(refusals(mount('mountPropagation: Bidirectional', privileged('false')))).toEqual([path]);
    expect(refusals(mount('mountPropagation: Bidirectional', privileged('true')))).toEqual([]);
    expect(refusals(mount('mountPropagation: HostToContainer'))).toEqual([]);
  });

  it('offers what is allowed', () => {
    const text = mount('mountPropagation: Bidirectional');
    expect(fixTitles(text, 'mount-propagation-unprivileged')).toEqual([
      'Change to HostToContainer',
      'Remove mountPropagation',
    ]);
  });
});

describe('recursive-read-only', () => {
  it.each([
    ['readOnly: true, recursiveReadOnly: Enabled', 0],
    ['readOnly: true, recursiveReadOnly: IfPossible, mountPropagation: None', 0],
    ['recursiveReadOnly: Disabled', 0],
    ['recursiveReadOnly: Enabled', 1],
    ['readOnly: false, recursiveReadOnly: IfPossible', 1],
    ['readOnly: true, recursiveReadOnly: Enabled, mountPropagation: HostToContainer', 1],
    ['recursiveReadOnly: Enabled, mountPropagation: HostToContainer', 2],
  ])('%s: %i refusals', (fields, count) => {
    expect(serverWords(mount(fields))).toHaveLength(count);
    expect(refusals(mount(fields))).toEqual(count ? [`recursive-read-only ${C}.volumeMounts.recursiveReadOnly`] : []);
    expect(refusals(mount(fields), 30)).toEqual([]);
  });

  it('makes the mount read-only', () => {
    const text = mount('readOnly: false, recursiveReadOnly: Enabled');
    expect(fixed(text, 'recursive-read-only')).toBe(text.replace('false', 'true'));
    expectMarked(mount('recursiveReadOnly: «recursive-read-only|Enabled»'));
  });
});

const claims =
  'volumes: [{name: d, persistentVolumeClaim: {claimName: d}}, {name: e, persistentVolumeClaim: {claimName: e}}]';
const devices = (list: string, more = '', volumes = claims) => podWith(`volumeDevices: [${list}]\n${more}`, volumes);

describe('device-duplicate', () => {
  it('compares names and paths within one container', () => {
    expectMarked(devices('{name: d, devicePath: /a}, {name: «device-duplicate|d», devicePath: /b}'), {}, [
      'volume-unused',
    ]);
    expectMarked(devices('{name: d, devicePath: /a}, {name: e, devicePath: «device-duplicate|/a»}'));
    expect(refusals(devices('{name: d, devicePath: /a}, {name: d, devicePath: /a}'))).toEqual([
      `device-duplicate ${C}.volumeDevices[1].name`,
      `device-duplicate ${C}.volumeDevices[1].devicePath`,
    ]);
    expect(refusals(devices('{name: d, devicePath: /a}, {name: e, devicePath: /a/}'))).toEqual([]);
  });

  it('removes the second', () => {
    expect(fixed(devices('{name: d, devicePath: /a}, {name: d, devicePath: /b}'), 'device-duplicate')).toBe(
      devices('{name: d, devicePath: /a}'),
    );
  });
});

describe('device-volume-kind', () => {
  const other = (source: string) => devices('{name: d, devicePath: /a}', '', `volumes: [{name: d${source}}]`);

  it('is a claim, or ephemeral', () => {
    expectMarked(devices('{name: «device-volume-kind|d», devicePath: /a}', '', 'volumes: [{name: d, emptyDir: {}}]'));
    expect(refusals(other(''))).toEqual([`device-volume-kind ${C}.volumeDevices[0].name`]);
    expect(refusals(other(', emptyDir:'))).toEqual([`device-volume-kind ${C}.volumeDevices[0].name`]);
    const claim = 'volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}';
    expect(refusals(other(`, ephemeral: {${claim}}`))).toEqual([]);
  });

  it('is mounted instead', () => {
    expect(fixed(other(', emptyDir: {}'), 'device-volume-kind')).toContain('volumeMounts: [{name: d, mountPath: /a}]');
  });

  it('takes the claim templates of a StatefulSet', () => {
    const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}}
    spec:
      containers: [{name: a, image: a, volumeDevices: [{name: d, devicePath: /a}]}]
  volumeClaimTemplates:
    - metadata: {name: d}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`;
    expect(refusals(text)).toEqual([]);
  });
});

describe('device-and-mount', () => {
  it('tells of the volume on both sides', () => {
    expect(refusals(devices('{name: d, devicePath: /a}', 'volumeMounts: [{name: d, mountPath: /b}]'))).toEqual([
      `device-and-mount ${C}.volumeDevices[0].name`,
      `device-and-mount ${C}.volumeMounts[0].name`,
    ]);
    expect(refusals(devices('{name: d, devicePath: /a}', 'volumeMounts: [{name: e, mountPath: /a}]'))).toEqual([
      `device-and-mount ${C}.volumeDevices[0].devicePath`,
      `device-and-mount ${C}.volumeMounts[0].mountPath`,
    ]);
    expect(refusals(devices('{name: d, devicePath: /a}', 'volumeMounts: [{name: e, mountPath: /b}]'))).toEqual([]);
  });

  it('knows the last mount of a volume only, as the API server', () => {
    const mounts = 'volumeMounts: [{name: e, mountPath: /a}, {name: e, mountPath: /b}]';
    expect(refusals(devices('{name: d, devicePath: /a}', mounts))).toEqual([
      `device-and-mount ${C}.volumeMounts[0].mountPath`,
    ]);
  });

  it('removes one of them', () => {
    const text = devices(
      '{name: d, devicePath: /a}, {name: e, devicePath: /e}',
      'volumeMounts: [{name: d, mountPath: /b}]',
    );
    expect(fixed(text, 'device-and-mount')).toContain('volumeDevices: [{name: e, devicePath: /e}]');
  });
});

describe('mount-volume-not-found', () => {
  it('offers no volume that would be refused next', () => {
    const volumes = 'volumes: [{name: disk, emptyDir: {}}, {name: disc, persistentVolumeClaim: {claimName: d}}]';
    const near = fixTitles(devices('{name: disck, devicePath: /a}', '', volumes), 'mount-volume-not-found');
    expect(near).toEqual(['Change to disc', 'Add persistentVolumeClaim volume disck']);
    const used = 'volumeMounts: [{name: disc, mountPath: /b}]';
    expect(fixTitles(devices('{name: disck, devicePath: /a}', used, volumes), 'mount-volume-not-found')).toEqual([
      'Add persistentVolumeClaim volume disck',
    ]);
  });

  it('speaks of devices as well', () => {
    const text = devices('{name: x, devicePath: /a}');
    expect(refusals(text)).toEqual([`mount-volume-not-found ${C}.volumeDevices[0].name`]);
    expect(fixTitles(text, 'mount-volume-not-found')).toContain('Add persistentVolumeClaim volume x');
    expect(fixTitles(text, 'mount-volume-not-found')).not.toContain('Add emptyDir volume x');
  });
});
