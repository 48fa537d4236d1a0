import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../helpers/manifests.ts';
import { statefulSetOf } from '../helpers/verdicts.ts';

const template = (spec: string, metadata = '') =>
  podWith(
    'volumeMounts: [{name: v, mountPath: /v}]',
    `volumes: [{name: v, ephemeral: {volumeClaimTemplate: {${metadata}spec: {${spec}}}}}]`,
  );
const size = 'resources: {requests: {storage: 1Gi}}';
const full = `accessModes: [ReadWriteOnce], ${size}`;
const statefulSet = (spec: string, metadata = 'name: data') =>
  statefulSetOf(
    "containers: [{name: db, image: 'postgres:16', volumeMounts: [{name: data, mountPath: /data}]}]",
    `volumeClaimTemplates: [{metadata: {${metadata}}, spec: {${spec}}}]`,
  );

describe('claim-access-modes', () => {
  it('is found at the mode for one pod', () => {
    expectMarked(template(`accessModes: [ReadWriteMany, «claim-access-modes|ReadWriteOncePod»], ${size}`));
  });

  it.each([
    [
      'accessModes: [ReadWriteMany, ReadWriteOncePod]',
      ['accessModes: [ReadWriteOncePod]', 'accessModes: [ReadWriteMany]'],
    ],
  ])('%s', (before, after) => {
    after.forEach((modes, index) => {
      expect(fixed(template(`${before}, ${size}`), 'claim-access-modes', index)).toBe(template(`${modes}, ${size}`));
    });
  });

  it('keeps a block list', () => {
    const claim = (modes: string) =>
      statefulSet('')
        .replace('spec: {}}]', `spec:\n      accessModes:${modes}\n      ${size}`)
        .replace('volumeClaimTemplates: [{metadata', 'volumeClaimTemplates:\n  - metadata')
        .replace('data}, spec:', 'data}\n    spec:');
    const before = claim('\n        - ReadWriteOncePod\n        - ReadOnlyMany');
    expect(fixed(before, 'claim-access-modes')).toBe(claim('\n        - ReadWriteOncePod'));
  });

  it.each(['[ReadWriteOncePod]', '[ReadWriteOncePod, ReadWriteOncePod]', '[ReadWriteOnce, ReadWriteMany]'])(
    'takes %s',
    (modes) => {
      expect(codes(template(`accessModes: ${modes}, ${size}`))).toEqual([]);
    },
  );
});

describe('claim-storage-missing', () => {
  it.each([
    ['accessModes: [ReadWriteOnce], resources: {«claim-storage-missing|requests»: {cpu: 1}}'],
    ['accessModes: [ReadWriteOnce], resources: {requests: {storage: «claim-storage-missing|-1Gi»}}'],
    ['accessModes: [ReadWriteOnce], resources: {requests: {storage: «claim-storage-missing|0»}}'],
    ['accessModes: [ReadWriteOnce], «claim-storage-missing|resources»: {limits: {storage: 1Gi}}'],
    ['«claim-storage-missing|accessModes»: [ReadWriteOnce]'],
  ])('%s', (spec) => {
    expectMarked(template(spec));
  });

  it.each(['1', '0.5', '1n', '"1Gi"', '1e3'])('takes %s', (storage) => {
    const text = template(`accessModes: [ReadWriteOnce], resources: {requests: {storage: ${storage}}}`);
    expect(codes(text)).not.toContain('claim-storage-missing');
  });

  it('is not told of what is misspelled or no quantity', () => {
    expect(codes(template('accessModes: [ReadWriteOnce], resources: {request: {storage: 1Gi}}'))).toEqual([
      'unknown-field',
    ]);
    expect(codes(template('accessModes: [ReadWriteOnce], resources: {requests: {storage: 1GB}}'))).toEqual([
      'bad-quantity',
    ]);
  });

  it('asks for the limit', () => {
    const before = template('accessModes: [ReadWriteOnce], resources: {limits: {storage: 1Gi}}');
    const after = template(
      'accessModes: [ReadWriteOnce], resources: {limits: {storage: 1Gi}, requests: {storage: 1Gi}}',
    );
    expect(fixed(before, 'claim-storage-missing')).toBe(after);
    expect(fixTitles(template('accessModes: [ReadWriteOnce]'), 'claim-storage-missing')).toEqual([]);
  });
});

describe('claim-source-group', () => {
  it.each([
    ['dataSource: {kind: «claim-source-group|VolumeSnapshot», name: a}'],
    ['dataSourceRef: {kind: «claim-source-group|Backup», name: a, apiGroup: ""}'],
  ])('%s', (source) => {
    expectMarked(template(`${full}, ${source}`));
  });

  it('adds the group of a snapshot', () => {
    const of = (source: string) => template(`${full}, dataSource: {kind: VolumeSnapshot, name: a${source}}`);
    expect(fixed(of(''), 'claim-source-group')).toBe(of(', apiGroup: snapshot.storage.k8s.io'));
    expect(fixed(of(', apiGroup: ""'), 'claim-source-group')).toBe(of(', apiGroup: snapshot.storage.k8s.io'));
    expect(fixTitles(template(`${full}, dataSource: {kind: Backup, name: a}`), 'claim-source-group')).toEqual([]);
  });

  it('takes a claim', () => {
    expect(codes(template(`${full}, dataSource: {kind: PersistentVolumeClaim, name: a}`))).toEqual([]);
  });
});

describe('claim-sources-differ', () => {
  const claim = 'kind: PersistentVolumeClaim, name: a';

  it.each([
    [`dataSource: {${claim}}`, `dataSourceRef: {${claim}}`, false],
    [`dataSource: {${claim}}`, `dataSourceRef: {${claim}, namespace: ""}`, false],
    [`dataSource: {${claim}}`, `dataSourceRef: {${claim}, namespace: b}`, true],
    [`dataSource: {${claim}}`, `dataSourceRef: {${claim}, apiGroup: ""}`, true],
    [`dataSource: {${claim}}`, 'dataSourceRef: {kind: PersistentVolumeClaim, name: b}', true],
  ])('%s, %s', (source, reference, isFound) => {
    const text = template(`${full}, ${source}, ${reference}`);
    expect(codes(text)).toEqual(isFound ? ['claim-sources-differ'] : []);
    if (isFound) expect(fixed(text, 'claim-sources-differ')).toBe(template(`${full}, ${reference}`));
  });
});

describe('claim-template-metadata', () => {
  it('is found at each field', () => {
    const metadata =
      'metadata: {«claim-template-metadata|name»: a, «claim-template-metadata|finalizers»: [], labels: {a: b}, annotations: {c: d}}, ';
    expectMarked(template(full, metadata));
  });

  it.each(['name: ""', 'generation: 0', 'creationTimestamp: null', 'labels: {}'])('takes %s', (field) => {
    expect(codes(template(full, `metadata: {${field}}, `))).toEqual([]);
  });

  it('removes the field', () => {
    expect(fixed(template(full, 'metadata: {name: a, labels: {a: b}}, '), 'claim-template-metadata')).toBe(
      template(full, 'metadata: {labels: {a: b}}, '),
    );
  });
});

it.each([
  ['', ['claim-storage-missing', 'required-field']],
  [`accessModes: [x], ${size}`, ['unsupported-value']],
  [`${full}, volumeMode: x`, ['unsupported-value']],
])('the claims of a StatefulSet are looked at since 1.34: %s', (spec, expected) => {
  for (const minor of [33, 34]) {
    const severity = minor === 33 ? 'warning' : 'error';
    const found = find(statefulSet(spec), { minor }).map(({ problem }) => `${problem.severity} ${problem.code}`);
    expect(found.sort()).toEqual(expected.map((code) => `${severity} ${code}`));
  }
});
