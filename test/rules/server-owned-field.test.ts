import { expect, it } from 'vitest';
import { expectMarked, fixed, lines } from '../helpers/manifests.ts';

it('finds what an export leaves over', () => {
  expectMarked(
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: a
  «server-owned-field|creationTimestamp»: '2026-01-31T12:00:00Z'
  «server-owned-field|generation»: 3
  «server-owned-field|resourceVersion»: '12'
  «server-owned-field|uid»: b
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}, creationTimestamp: '2026-01-31T12:00:00Z'}
    spec: {containers: [{name: c, image: 'app:1'}]}
«server-owned-field|status»: {replicas: 1}
`,
    { minor: 37 },
  );
});

it('is silent on what tools write into new manifests', () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: a, creationTimestamp: null, resourceVersion: '', managedFields: []}
spec: {containers: [{name: c, image: 'app:1'}]}
status: {}
`;
  expect(lines(text)).toEqual([]);
});

it('warns of a resource version, which makes the manifest useless', () => {
  const text = `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "resourceVersion": "1"}, "spec": {"containers": [{"name": "c", "image": "app:1"}]}}`;
  expect(lines(text)[0]).toMatch('warning server-owned-field metadata.resourceVersion: ');
  expect(fixed(text, 'server-owned-field')).toBe(text.replace(', "resourceVersion": "1"', ''));
});
