import { expect, it } from 'vitest';
import { expectMarked, find, fixed, podWith } from '../helpers/manifests.ts';

it.each([
  ['an object', podWith('tty: true', 'tolerations: [{operator: Exists}, «null-item|~»]')],
  ['a string', podWith('securityContext: {capabilities: {drop: [ALL, «null-item|null»]}}')],
])('finds %s', (_, marked) => expectMarked(marked));

it.each([
  ['tolerations:\n  - operator: Exists\n  -', 'tolerations:\n  - operator: Exists'],
  ['tolerations:\n  -\n  - operator: Exists', 'tolerations:\n  - operator: Exists'],
  ['tolerations: [{operator: Exists}, ~]', 'tolerations: [{operator: Exists}]'],
  ['tolerations: [~, {operator: Exists}]', 'tolerations: [{operator: Exists}]'],
  ['tolerations:\n  - ~ # none', 'tolerations: [] # none'],
])('takes it out of %j', (wrong, right) => {
  expect(fixed(podWith('tty: true', wrong), 'null-item')).toBe(podWith('tty: true', right));
});

it.each([
  ['an error where the API server refuses an object without fields', 'tolerations: [~]', 'error'],
  ['an error where a field has to be there', 'hostAliases: [~]', 'error'],
  ['a warning where it takes one', 'imagePullSecrets: [~]', 'warning'],
])('is %s', (_, lines, severity) => {
  const found = find(podWith('tty: true', lines)).find(({ problem }) => problem.code === 'null-item');
  expect(found?.problem.severity).toBe(severity);
});
