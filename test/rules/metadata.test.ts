import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles } from '../helpers/manifests.ts';
import { cronJobWith, workload } from '../helpers/workloads.ts';

const selector = 'selector: {matchLabels: {app: web}}';

function pod(metadata: string): string {
  return `apiVersion: v1
kind: Pod
metadata: {${metadata}}
spec:
  containers:
    - name: app
      image: nginx:1.27
`;
}

function paths(text: string, minor = 37): string[] {
  const errors = find(text, { minor }).filter(({ problem }) => problem.severity === 'error');
  return errors.map(({ problem }) => problem.path);
}

describe('the metadata of a manifest', () => {
  it.each<[metadata: string, paths: string[], minor?: number]>([
    ['', ['metadata.name']],
    ['name: ""', ['metadata.name']],
    ['name: "", generateName: app-', []],
    ['generateName: app-', []],
    ['generateName: App_', ['metadata.generateName']],
    ['name: app, generateName: "-"', ['metadata.generateName']],
    ['name: a.b.c', []],
    ['name: a_b', ['metadata.name']],
    ['name: app, namespace: a.b', ['metadata.namespace']],
    ['name: app, namespace: ""', []],
    ['name: app, generation: -1', ['metadata.generation'], 32],
    ['name: app, generation: -1', []],
    ['name: app, labels: {"a b": x}', ['metadata.labels']],
    ['name: app, labels: {a: "-"}', ['metadata.labels']],
    ['name: app, labels: {a: null}', []],
    ['name: app, annotations: {"a b": x}', ['metadata.annotations']],
    ['name: app, annotations: {Example.COM/a: -}', []],
    ['name: app, finalizers: [kubernetes, a.b/c]', []],
    ['name: app, finalizers: [mine]', ['metadata.finalizers[0]']],
    ['name: app, managedFields: [{operation: Apply, fieldsType: FieldsV1}]', []],
    [
      'name: app, managedFields: [{operation: Create, fieldsType: x}]',
      ['metadata.managedFields[0].operation', 'metadata.managedFields[0].fieldsType'],
    ],
    ['name: app, ownerReferences: [{apiVersion: v1, kind: A, name: a, uid: b}]', []],
    [
      'name: app, ownerReferences: [{apiVersion: a/b/c, kind: A, name: a, uid: b}]',
      ['metadata.ownerReferences[0].apiVersion'],
    ],
    ['name: app, ownerReferences: [{apiVersion: v1, kind: A, name: a}]', ['metadata.ownerReferences[0].uid']],
    ['name: app, ownerReferences: [{apiVersion: v1, kind: A, name: a}]', ['metadata.ownerReferences.uid'], 36],
    ['name: app, ownerReferences: [{apiVersion: v1, kind: Event, name: a, uid: b}]', ['metadata.ownerReferences[0]']],
  ])('{%s}', (metadata, expected, minor) => {
    expect(paths(pod(metadata), minor)).toEqual(expected);
  });

  it('has annotations that are not too large', () => {
    const text = (length: number) => pod(`name: app, annotations: {a: ${'x'.repeat(length)}}`);
    expect(paths(text(256 * 1024 - 1))).toEqual([]);
    expect(codes(text(256 * 1024))).toEqual(['value-too-long']);
  });

  it('may be missing as a whole', () => {
    const text = pod('').replace('metadata: {}\n', '');
    expectMarked(text.replace('apiVersion', '«required-field|apiVersion»'));
  });

  it('is named after its labels', () => {
    expect(fixTitles(pod('labels: {app: web, app.kubernetes.io/name: shop}'), 'required-field')).toEqual([
      'Add name: shop',
      'Add name: web',
    ]);
    expect(fixed(pod('labels: {app: web}'), 'required-field')).toBe(pod('labels: {app: web}, name: web'));
    expect(fixTitles(pod('labels: {app: A B}'), 'required-field')).toEqual([]);
  });
});

it('wants a name without dots for a StatefulSet', () => {
  const text = (name: string) => workload('apps/v1', 'StatefulSet', selector).replace('name: web', `name: ${name}`);
  expect(paths(text('a.b'))).toEqual(['metadata.name']);
  expect(paths(text('a-b'))).toEqual([]);
});

it('looks at the generated name of a ReplicationController', () => {
  const text = workload('v1', 'ReplicationController', '').replace('name: web', 'generateName: A_');
  expect(paths(text)).toEqual(['metadata.name']);
  expect(paths(text, 34)).toEqual(['metadata.generateName']);
  const dotted = text.replace('A_', 'a.');
  expect([paths(dotted, 34), paths(dotted, 35)]).toEqual([['metadata.generateName'], []]);
  const named = (generateName: string) => text.replace('A_', `${generateName}\n  name: web`);
  expect([paths(named('A_'), 34), paths(named('A_')), paths(named('A%'))]).toEqual([
    ['metadata.generateName'],
    [],
    ['metadata.generateName'],
  ]);
});

describe('the metadata of a template', () => {
  const template = (metadata: string) =>
    workload('apps/v1', 'Deployment', selector).replace('labels: {app: web}', `labels: {app: web}\n      ${metadata}`);

  it.each([
    ['annotations: {"a b": x}', ['spec.template.annotations']],
    ['name: A_B', []],
    ['namespace: A_B', []],
    ['finalizers: [mine]', []],
    ['ownerReferences: [{}]', []],
    ['managedFields: [{}]', []],
  ])('{%s}', (metadata, expected) => {
    expect(paths(template(metadata))).toEqual(expected);
  });

  it('has labels, which a StatefulSet has in every version', () => {
    for (const minor of [30, 37]) {
      expect(paths(workload('apps/v1', 'StatefulSet', selector, 'app: web, b: "-"'), minor)).toEqual([
        'spec.template.labels',
      ]);
    }
  });

  it('is not looked at for the Jobs of a CronJob', () => {
    const text = cronJobWith('schedule: 0 3 * * *').replace(
      '  jobTemplate:\n',
      '  jobTemplate:\n    metadata: {name: A_B, labels: {a b: "-"}}\n',
    );
    expect(paths(text)).toEqual([]);
  });
});

it('knows finalizers that exclude each other', () => {
  const text = pod('name: app, finalizers: [orphan, foregroundDeletion]');
  expectMarked(text.replace('foregroundDeletion', '«finalizer-conflict|foregroundDeletion»'));
  expect(fixed(text, 'finalizer-conflict')).toBe(pod('name: app, finalizers: [orphan]'));
  expect(fixed(text, 'finalizer-conflict', 1)).toBe(pod('name: app, finalizers: [foregroundDeletion]'));
});

it('wants one controller', () => {
  const owner = (controller: string) => `{apiVersion: v1, kind: A, name: a, uid: b, controller: ${controller}}`;
  expectMarked(pod(`name: app, ownerReferences: [${owner('true')}, ${owner('«owner-reference-invalid|true»')}]`));
  expect(paths(pod(`name: app, ownerReferences: [${owner('true')}, ${owner('false')}]`))).toEqual([]);
});
