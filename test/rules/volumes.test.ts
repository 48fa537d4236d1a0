import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';
import { statefulSetOf } from '../helpers/verdicts.ts';

const statefulSet = (mounted: string) =>
  statefulSetOf(
    `containers:
  - name: db
    image: postgres:16
    volumeMounts:
      - {name: ${mounted}, mountPath: /var/lib/postgresql/data}`,
    `volumeClaimTemplates:
  - metadata: {name: data}
    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}`,
  );

describe('mount-volume-not-found', () => {
  it.each(['containers', 'initContainers'])('looks at %s', (list) => {
    const other = list === 'containers' ? '' : '    containers: [{name: app, image: nginx}]\n';
    expectMarked(
      `kind: List
apiVersion: v1
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: a}
  spec:
${other}    ${list}:
    - name: c
      image: example.com/tool
      volumeMounts:
      - {name: «mount-volume-not-found|gone», mountPath: /x}
      - {name: there, mountPath: /y}
    volumes: [{name: there, emptyDir: {}}]
`,
    );
  });

  it('gives the path of the name', () => {
    expect(lines(podWith('volumeMounts: [{name: data, mountPath: /data}]'))[0]).toMatch(
      /^error mount-volume-not-found spec\.containers\[0\]\.volumeMounts\[0\]\.name: The pod has no volume `data`/,
    );
  });

  it('counts the claim templates of a StatefulSet as volumes', () => {
    expect(codes(statefulSet('data'))).toEqual([]);
    expect(codes(statefulSet('dat'))).toEqual(['mount-volume-not-found']);
  });

  it('does not speak of a mount without a name', () => {
    expect(codes(podWith('volumeMounts: [{mountPath: /data}]'))).not.toContain('mount-volume-not-found');
  });

  it.each([
    ['misplaced', 'volumes: [{name: data}]\nvolumeMounts: [{name: data, mountPath: /d}]', '', 'misplaced-field'],
    ['misspelled', 'volumeMounts: [{name: data, mountPath: /d}]', 'volume: [{name: data}]', 'unknown-field'],
    ['a map', 'volumeMounts: [{name: data, mountPath: /d}]', 'volumes: {name: data}', 'wrong-type'],
  ])('is silent where the volumes are %s', (_what, container, rest, code) => {
    expect(codes(podWith(container, rest))).toEqual([code]);
  });

  const pod = podWith('volumeMounts:\n  - name: data\n    mountPath: /data');
  it('adds a volume where there are none', () => {
    expect(fixed(pod, 'mount-volume-not-found')).toBe(`${pod}  volumes:\n    - name: data\n      emptyDir: {}\n`);
  });
  it('adds the other kinds of volumes', () => {
    expect(fixTitles(pod, 'mount-volume-not-found')).toEqual([
      'Add emptyDir volume data',
      'Add configMap volume data',
      'Add secret volume data',
      'Add persistentVolumeClaim volume data',
    ]);
    expect(fixed(pod, 'mount-volume-not-found', 2)).toContain(
      '- name: data\n      secret:\n        secretName: data\n',
    );
  });
  it('adds to the volumes that are there, in their style', () => {
    const text = podWith(
      'volumeMounts: [{name: data, mountPath: /d}, {name: old, mountPath: /o}]',
      'volumes: [{name: old}] # keep',
    );
    expect(fixed(text, 'mount-volume-not-found')).toContain(
      'volumes: [{name: old}, {name: data, emptyDir: {}}] # keep\n',
    );
  });
  it('offers the nearest name first', () => {
    const text = podWith(
      'volumeMounts:\n  - name: "dat" # x\n    mountPath: /d',
      'volumes:\n  - name: data\n    emptyDir: {}',
    );
    expect(fixTitles(text, 'mount-volume-not-found')[0]).toBe('Change to data');
    expect(fixed(text, 'mount-volume-not-found')).toContain('- name: data # x\n');
  });
  it('adds no volume of a name that a volume cannot have', () => {
    expect(fixTitles(podWith('volumeMounts: [{name: Data_1, mountPath: /d}]'), 'mount-volume-not-found')).toEqual([]);
  });
  it('writes JSON into JSON', () => {
    const text =
      '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"name":"a","image":"b","volumeMounts":[{"name":"v","mountPath":"/v"}]}]}}';
    expect(JSON.parse(fixed(text, 'mount-volume-not-found')).spec.volumes).toEqual([{ name: 'v', emptyDir: {} }]);
  });
});

describe('mount-path-duplicate', () => {
  const volumes = 'volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]';
  it('compares the texts within one container', () => {
    expectMarked(
      podWith(
        'volumeMounts:\n- {name: a, mountPath: /data}\n- {name: b, mountPath: «mount-path-duplicate|/data»}\n- {name: b, mountPath: /data/}',
        volumes,
      ),
    );
  });
  it('does not compare containers with each other', () => {
    const text = podWith(
      'volumeMounts: [{name: a, mountPath: /data}]',
      `initContainers: [{name: i, image: b, volumeMounts: [{name: b, mountPath: /data}]}]\n${volumes}`,
    );
    expect(codes(text)).toEqual([]);
  });
  it('takes the second mount out', () => {
    const text = podWith(
      'volumeMounts:\n  - name: a # first\n    mountPath: /data\n  - name: b\n    mountPath: /data',
      'volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]',
    );
    expect(fixed(text, 'mount-path-duplicate')).toContain(
      '  - name: a # first\n          mountPath: /data\n  volumes:',
    );
  });
});

describe('volume-unused', () => {
  it('is a hint on the name of the volume', () => {
    expectMarked(
      podWith(
        'volumeMounts: [{name: used, mountPath: /u}]',
        'volumes:\n- {name: used, emptyDir: {}}\n- name: «volume-unused|unused»\n  emptyDir: {}',
      ),
    );
  });
  it.each([
    ['a device', 'volumeDevices: [{name: v, devicePath: /dev/x}]'],
    ['a file of variables', 'env: [{name: A, valueFrom: {fileKeyRef: {volumeName: v, path: p, key: k}}}]'],
  ])('counts %s as a use', (_what, container) => {
    expect(codes(podWith(container, 'volumes: [{name: v, emptyDir: {}}]'))).not.toContain('volume-unused');
  });
  it.each([
    [
      'a mount names another volume, perhaps by mistake',
      'volumeMounts: [{name: w, mountPath: /w}]',
      ['mount-volume-not-found'],
    ],
    ['the mounts are misspelled', 'volumeMount: [{name: v, mountPath: /v}]', ['unknown-field']],
    ['the mounts are no list', 'volumeMounts: {name: v, mountPath: /v}', ['wrong-type']],
  ])('is silent where %s', (_what, container, found) => {
    expect(codes(podWith(container, 'volumes: [{name: v, emptyDir: {}}]'))).toEqual(found);
  });
  it('mounts it, or takes it out', () => {
    const text = podWith('volumeMounts: []', 'volumes:\n  - name: a\n  - name: b');
    expect(fixed(text, 'volume-unused')).toContain('volumeMounts: [{name: a, mountPath: /a}]');
    expect(fixed(text, 'volume-unused', 'Remove the volume')).toContain('volumes:\n    - name: b');
  });
});
