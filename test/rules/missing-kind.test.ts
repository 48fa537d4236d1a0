import { expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles } from '../helpers/manifests.ts';

const rest = 'metadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: b\n';

it.each([
  ['no kind', `«missing-kind|apiVersion»: v1\n${rest}`],
  ['an empty kind', `apiVersion: v1\n«missing-kind|kind»:\n${rest}`],
  [
    'in a List',
    `apiVersion: v1\nkind: List\nitems:\n  - «missing-kind|apiVersion»: v1\n${rest.replace(/^/gm, '    ').trimEnd()}\n`,
  ],
  [
    'in JSON',
    '{«missing-kind|"apiVersion"»: "v1", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "b"}]}}',
  ],
])('finds %s', (_, marked) => expectMarked(marked));

it.each([
  ['YAML that is no manifest', rest],
  ['something else of Kubernetes', 'apiVersion: v1\nmetadata:\n  name: a\ndata: {}\n'],
  ['a custom resource', `apiVersion: example.com/v1\n${rest}`],
])('is silent on %s', (_, text) => expect(codes(text)).toEqual([]));

const template =
  'spec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      containers: [{name: a, image: b}]\n';

it.each([
  [`apiVersion: v1\n${rest}`, `apiVersion: v1\nkind: Pod\n${rest}`],
  [`apiVersion: v1 # core\nkind:\n${rest}`, `apiVersion: v1 # core\nkind: Pod\n${rest}`],
  [`apiVersion: apps/v1\r\n${template}`, `apiVersion: apps/v1\r\nkind: Deployment\r\n${template}`],
  [`apiVersion: batch/v1\n${template}`, `apiVersion: batch/v1\nkind: Job\n${template}`],
  [
    '{"apiVersion": "v1", "spec": {"containers": [{"name": "a", "image": "b"}]}}',
    '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b"}]}}',
  ],
])('adds what the object looks like: %#', (wrong, right) => expect(fixed(wrong, 'missing-kind')).toBe(right));

it('offers nothing where the apiVersion does not serve it', () => {
  expect(fixTitles(`apiVersion: apps/v2\n${rest}`, 'missing-kind')).toEqual([]);
});
