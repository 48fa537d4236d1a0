import { describe, expect, it } from 'vitest';
import { decode } from '../../server/src/service/schema/decode.ts';
import {
  fieldOf,
  fieldsOf,
  isServed,
  newestMinor,
  oldestMinor,
  workloadTypes,
} from '../../server/src/service/schema/index.ts';
import { quantityProblem } from '../../server/src/service/schema/quantity.ts';
import { Chunk, type MapNode } from '../../server/src/service/yaml/index.ts';

const findings = (text: string, type = 'core/v1.Pod', minor = newestMinor) =>
  decode(new Chunk(text).root as MapNode, type, minor)
    .findings.filter((finding) => !('object' in finding))
    .map(({ kind, path }) => `${kind} ${path}`);

describe('decode', () => {
  it.each([
    ['spec: {containers: [{tyt: true}]}', ['unknown-field spec.containers[0].tyt']],
    ['spec: {containers: {}}', ['wrong-type spec.containers']],
    ['spec: {containers: [a, ~]}', ['wrong-type spec.containers[0]', 'null-item spec.containers[1]']],
    ['metadata: {labels: {a/b: 1, c: ~}}', ['wrong-type metadata.labels[a/b]']],
    ['metadata: {labels: [a]}', ['wrong-type metadata.labels']],
    ['spec: {priority: 2147483648, activeDeadlineSeconds: 2147483648}', ['out-of-range spec.priority']],
    ['spec: {overhead: {cpu: 1GB}}', ['bad-quantity spec.overhead[cpu]']],
    ['metadata: {creationTimestamp: 2026-01-31}', ['bad-time metadata.creationTimestamp']],
    ['metadata: {name: a, name: b}', ['duplicate-key metadata.name']],
    ['spec: ~\nmetadata: {managedFields: [{fieldsV1: 1}, {fieldsV1: {f: {}}}]}\nstatus: {x: 1}', []],
    [
      'x: &x {tyt: 1}\nspec: {containers: [*x, {<<: *x}]}',
      ['unknown-field x', 'unknown-field spec.containers[0].tyt', 'unknown-field spec.containers[1].tyt'],
    ],
    ['on: 1', ['unknown-field true']],
  ])('finds in %j', (text, expected) => expect(findings(text)).toEqual(expected));

  it('knows the fields of a version', () => {
    const text = 'spec: {containers: [{env: [{valueFrom: {fileKeyRef: {}}}]}]}';
    expect(findings(text, 'core/v1.Pod', 33)).toEqual(['unknown-field spec.containers[0].env[0].valueFrom.fileKeyRef']);
    expect(findings(text, 'core/v1.Pod', 34)).toEqual([]);
  });

  it('ends on aliases of aliases', () => {
    const levels = [...'bcdefgh'].map(
      (name, index) =>
        `${name}: &${name} {${Array(8)
          .fill(0)
          .map((_, key) => `k${key}: *${'abcdefg'[index]}`)
          .join(', ')}}`,
    );
    expect(() => findings(`a: &a {}\n${levels.join('\n')}\nmetadata: {annotations: *h}`)).not.toThrow();
  });
});

describe('the schema', () => {
  it('has the nine kinds of workloads', () => {
    expect(Object.keys(workloadTypes)).toHaveLength(9);
    for (const type of Object.values(workloadTypes)) expect(fieldsOf(type)).toHaveProperty('metadata');
  });

  it('is not fooled by names of objects', () => {
    expect([fieldOf('core/v1.Pod', 'constructor'), fieldsOf('toString')]).toEqual([undefined, undefined]);
  });

  it('serves what has no version in all of them', () => {
    expect([oldestMinor, newestMinor].map((minor) => isServed({ type: 'string' }, minor))).toEqual([true, true]);
    expect([33, 34, 36].map((minor) => isServed({ type: 'string', since: 34, until: 35 }, minor))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

it.each([
  ['1', undefined],
  ['1.5Gi', undefined],
  ['.5', undefined],
  ['+1e3', undefined],
  ['100m', undefined],
  [' 1Gi ', undefined],
  ['1gi', 'format'],
  ['128MB', 'format'],
  ['', 'format'],
  ['\t1', 'format'],
  ['1mi', 'suffix'],
])('quantity %j: %s', (text, problem) => expect(quantityProblem(text)).toBe(problem));
