import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { problems } from '../../server/src/service/features/report.ts';
import { codes, expectMarked, fixed, fixTitles, lines, manifestOf, podWith } from '../helpers/manifests.ts';
import { statefulSetOf } from '../helpers/verdicts.ts';

/** What is found of a manifest as `severity code path`, with the paths of the API server. */
function found(text: string, minor = 37): string[] {
  return problems(manifestOf(text), { ...defaultSettings, minor })
    .filter(({ severity }) => severity !== 'hint')
    .map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

const statefulSet = (claims: string, volumes: string, name = 'data') =>
  statefulSetOf(
    `containers:
  - {name: db, image: 'postgres:16', volumeMounts: [{name: ${name}, mountPath: /data}]}
volumes: [${volumes}]`,
    `volumeClaimTemplates: [${claims}]`,
  );
const claim = (metadata: string) =>
  `{metadata: {${metadata}}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}`;

describe('volume-name-invalid', () => {
  it('is found at the name', () => {
    expectMarked(
      podWith(
        'volumeMounts: [{name: A_b, mountPath: /x}]',
        'volumes: [{name: «volume-name-invalid|A_b», emptyDir: {}}]',
      ),
    );
  });

  it.each(['app.data', '-a', 'a-', 'Data', 'x'.repeat(64)])('refuses %s', (name) => {
    expect(codes(podWith('tty: true', `volumes: [{name: ${name}}]`))).toContain('volume-name-invalid');
  });

  it('says how long one may be', () => {
    const [line] = lines(podWith('tty: true', `volumes: [{name: ${'x'.repeat(64)}}]`));
    expect(line).toMatch(/^error volume-name-invalid spec\.volumes\[0\]\.name: .* 63 characters, but this has 64:/);
  });

  it('is renamed with all that use it', () => {
    const text = (name: string) =>
      podWith(
        `volumeMounts:\n  - name: ${name} # the data\n    mountPath: /x\n  - {name: other, mountPath: /y}\nvolumeDevices: [{name: ${name}, devicePath: /dev/a}]`,
        `volumes:\n  - name: ${name}\n  - name: other`,
      );
    expect(fixed(text('My_Data'), 'volume-name-invalid')).toBe(text('my-data'));
  });

  it('is renamed in JSON', () => {
    const text = (name: string) =>
      `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "b", "volumeMounts": [{"name": "${name}", "mountPath": "/x"}]}], "volumes": [{"name": "${name}"}]}}`;
    expect(fixed(text('A'), 'volume-name-invalid')).toBe(text('a'));
  });

  it('takes no name that is there already, and leaves mounts that could mean two', () => {
    const text = (name: string) =>
      podWith(
        'volumeMounts: [{name: A, mountPath: /x}]',
        `volumes: [{name: ${name}}, {name: A, emptyDir: {}}, {name: a, emptyDir: {}}]`,
      );
    expect(fixed(text('A'), 'volume-name-invalid')).toBe(text('a-2'));
  });

  it('knows the claim templates of a StatefulSet since 1.34', () => {
    const text = statefulSet(claim('name: A'), '{name: b, emptyDir: {}}', 'A');
    expect(found(text, 33)).toEqual(['warning volume-name-invalid spec.volumeClaimTemplates[0].metadata.name']);
    expect(found(text, 34)).toEqual(['error volume-name-invalid spec.template.spec.volumes[0].name']);
    expect(fixed(text, 'volume-name-invalid')).toBe(statefulSet(claim('name: a'), '{name: b, emptyDir: {}}', 'a'));
  });
});

describe('volume-name-missing', () => {
  it.each([
    ['volumes: [{emptyDir: {}}]', 'volumes: [{name: data, emptyDir: {}}]'],
    ['volumes:\n  - emptyDir: {}', 'volumes:\n  - name: data\n    emptyDir: {}'],
    ['volumes:\n  - name: ""\n    emptyDir: {}', 'volumes:\n  - name: data\n    emptyDir: {}'],
    ['volumes:\n  - name:\n    emptyDir: {}', 'volumes:\n  - name: data\n    emptyDir: {}'],
  ])('%s takes the name of a mount', (before, after) => {
    const mount = 'volumeMounts: [{name: data, mountPath: /x}]';
    expect(fixed(podWith(mount, before), 'volume-name-missing')).toBe(podWith(mount, after));
  });

  it('has no fix where nothing is mounted', () => {
    expect(fixTitles(podWith('tty: true', 'volumes: [{emptyDir: {}}]'), 'volume-name-missing')).toEqual([]);
  });

  it('is told once', () => {
    expect(found(podWith('tty: true', 'volumes: [{}]'))).toEqual(['error volume-name-missing spec.volumes[0].name']);
    expect(found(podWith('tty: true', 'volumes: [{nmae: a}]'))).toEqual([
      'error unknown-field spec.volumes[0].nmae',
      'error volume-name-missing spec.volumes[0].name',
    ]);
  });

  it('knows the claim templates of a StatefulSet since 1.34', () => {
    const text = statefulSet(`${claim('name: data')}, ${claim('')}`, '');
    expect(found(text, 33)).toEqual(['warning volume-name-missing spec.volumeClaimTemplates[1].metadata.name']);
    expect(found(text, 34)).toEqual(['error volume-name-missing spec.template.spec.volumes[1].name']);
  });
});

describe('volume-name-duplicate', () => {
  it('is found at the second', () => {
    const volumes =
      '{name: a, emptyDir: {}}, {name: b, emptyDir: {}}, {name: «volume-name-duplicate|a», nfs: {server: s, path: /}}';
    const mounts = '{name: a, mountPath: /a}, {name: b, mountPath: /b}';
    expectMarked(podWith(`volumeMounts: [${mounts}]`, `volumes: [${volumes}]`));
  });

  it('is renamed, or removed', () => {
    const text = (volumes: string) => podWith('volumeMounts: [{name: a, mountPath: /x}]', `volumes: ${volumes}`);
    const twice = text('[{name: a}, {name: a}]');
    expect(fixed(twice, 'volume-name-duplicate')).toBe(text('[{name: a}, {name: a-2}]'));
    expect(fixed(twice, 'volume-name-duplicate', 1)).toBe(text('[{name: a}]'));
    const block = text('\n  - name: a\n  - name: a\n    emptyDir: {}');
    expect(fixed(block, 'volume-name-duplicate', 1)).toBe(text('\n  - name: a'));
  });

  it('is a warning for claim templates', () => {
    expect(found(statefulSet(`${claim('name: data')}, ${claim('name: data')}`, ''))).toEqual([
      'warning volume-name-duplicate spec.volumeClaimTemplates[1].metadata.name',
    ]);
  });

  it('is not told of volumes without a name', () => {
    expect(codes(podWith('tty: true', 'volumes: [{}, {}]'))).not.toContain('volume-name-duplicate');
  });
});

describe('volume-name-too-long', () => {
  const iscsi = (name: string, more = '') =>
    `{name: ${name}, iscsi: {targetPortal: p, iqn: 'iqn.2001-04.a:b', lun: 0${more}}}`;
  const initiator = ", initiatorName: 'iqn.2001-04.a:c'";

  it.each([
    [iscsi('x'.repeat(63), initiator), true],
    [iscsi('x'.repeat(62), initiator), false],
    [iscsi('x'.repeat(63)), false],
  ])('%s', (volume, isFound) => {
    const all = found(podWith('tty: true', `volumes: [${volume}]`));
    expect(all).toEqual(isFound ? ['error volume-name-too-long spec.volumes[0].name'] : []);
  });

  it.each([
    ['Pod', 'x'.repeat(200), true],
    ['Pod', 'x'.repeat(199), false],
    ['PodTemplate', 'x'.repeat(200), false],
  ])('of a claim in a %s', (kind, name, isFound) => {
    const volume = `{name: ${'v'.repeat(53)}, ephemeral: {volumeClaimTemplate: ${claim('labels: {}')}}}`;
    const spec = `{containers: [{name: a, image: b}], volumes: [${volume}]}`;
    const body = kind === 'Pod' ? `spec: ${spec}` : `template: {spec: ${spec}}`;
    const text = `{apiVersion: v1, kind: ${kind}, metadata: {name: ${name}}, ${body}}`;
    expect(found(text).filter((line) => line.includes('volume-name-too-long'))).toHaveLength(isFound ? 1 : 0);
  });
});

describe('a volume whose place a claim takes', () => {
  const text = statefulSet(claim('name: data'), '{name: data, nfs: {}}, {name: more, nfs: {}}');

  it('is not looked at by the API server since 1.34, and the others have other paths', () => {
    expect(found(text, 34)).toEqual([
      'warning volume-replaced-by-claim spec.template.spec.volumes[0].name',
      'warning required-field spec.template.spec.volumes[0].nfs.server',
      'warning required-field spec.template.spec.volumes[0].nfs.path',
      'error required-field spec.template.spec.volumes[1].nfs.server',
      'error required-field spec.template.spec.volumes[1].nfs.path',
    ]);
  });

  it('is removed', () => {
    expect(fixed(text, 'volume-replaced-by-claim')).toBe(statefulSet(claim('name: data'), '{name: more, nfs: {}}'));
  });

  it('has the path of the manifest where it cannot be decoded', () => {
    expect(found(statefulSet(claim('name: data'), '{name: more, nfs: {server: 1, path: /, x: y}}'))).toEqual([
      'error string-not-quoted spec.template.spec.volumes[0].nfs.server',
      'error unknown-field spec.template.spec.volumes[0].nfs.x',
    ]);
  });
});
