import { expect, it } from 'vitest';
import { codes, expectMarked, fixed } from '../helpers/manifests.ts';

const rest = 'metadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: b\n';

it.each([
  ['no apiVersion', `«missing-api-version|kind»: Pod\n${rest}`],
  ['an empty one', `«missing-api-version|apiVersion»:\nkind: Pod\n${rest}`],
  [
    'in a List',
    `apiVersion: v1\nkind: List\nitems:\n  - «missing-api-version|kind»: Pod\n${rest.replace(/^/gm, '    ').trimEnd()}\n`,
  ],
])('finds %s', (_, marked) => expectMarked(marked));

it.each(['kind: Pod\n', 'kind: Service\nspec: {}\n', rest])('is silent on %j', (text) =>
  expect(codes(text)).toEqual([]),
);

it.each([
  [`kind: Pod\n${rest}`, `kind: Pod\napiVersion: v1\n${rest}`],
  [`apiVersion:\nkind: Pod\n${rest}`, `apiVersion: v1\nkind: Pod\n${rest}`],
  ['{"kind": "CronJob", "spec": {}}', '{"kind": "CronJob", "apiVersion": "batch/v1", "spec": {}}'],
])('adds the version that serves the kind: %#', (wrong, right) =>
  expect(fixed(wrong, 'missing-api-version')).toBe(right),
);
