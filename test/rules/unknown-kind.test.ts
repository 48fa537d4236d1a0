import { expect, it } from 'vitest';
import { codes, expectMarked, fixed } from '../helpers/manifests.ts';

const pod = (kind: string, apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: {containers: [{name: a, image: b}]}\n`;

it.each(['pod', 'POD', 'Pods', '"pod"'])('finds %s', (kind) => {
  expectMarked(pod(`«unknown-kind|${kind}»`));
});

it('finds a workload with a template', () => {
  expectMarked(
    'apiVersion: apps/v1\nkind: «unknown-kind|deployment»\nspec: {template: {spec: {containers: [{name: a, image: b}]}}}\n',
    {},
    ['metadata-name-missing'],
  );
});

it.each([pod('Pod', 'example.com/v1'), pod('pod', 'example.com/v1'), pod('Sandbox'), 'apiVersion: v1\nkind: pod\n'])(
  'is silent on %j',
  (text) => expect(codes(text)).not.toContain('unknown-kind'),
);

it.each([
  [pod('pod # one'), pod('Pod # one')],
  [pod('"Pods"'), pod('Pod')],
])('writes the kind: %#', (wrong, right) => expect(fixed(wrong, 'unknown-kind')).toBe(right));
