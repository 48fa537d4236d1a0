import { expect, it } from 'vitest';
import { expectMarked, fixed, podWith } from '../helpers/manifests.ts';

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
