import { expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

it.each([
  ['a container', podWith('«unknown-field|imagePullpolicy»: Always')],
  ['an entry', podWith('ports: [{«unknown-field|port»: 80, containerPort: 80}]')],
  ['the top level', `${podWith('tty: true')}«unknown-field|sepc»: {}\n`],
  ['metadata', podWith('tty: true').replace('  name: app\nspec', '  name: app\n  «unknown-field|lables»: {}\nspec')],
  ['a merged map', podWith('securityContext: &s {«unknown-field|privilege»: true}')],
  [
    'JSON',
    '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "b", «unknown-field|"ttyy"»: true}]}}',
  ],
  ['without a value', podWith('«unknown-field|foo»:')],
])('finds one in %s', (_, marked) => expectMarked(marked));

it.each([
  [
    'labels and annotations',
    podWith('tty: true').replace('  name: app\nspec', '  name: app\n  labels: {x/y: z, any: b}\nspec'),
  ],
  ['a key that is being typed', podWith('imageP')],
  ['status', `${podWith('tty: true')}status: {anything: 1}\n`],
  [
    'managed fields',
    podWith('tty: true').replace('  name: app\nspec', '  name: app\n  managedFields: [{fieldsV1: {"f:a": {}}}]\nspec'),
  ],
])('is silent on %s', (_, text) => expect(codes(text)).not.toContain('unknown-field'));

it.each([
  [30, ['unknown-field', 'one-of-missing']],
  [33, ['unknown-field', 'one-of-missing']],
  [34, ['one-of-missing']],
  [37, []],
])('knows since when there is a field: 1.%i', (minor, found) => {
  const text = podWith(
    'env:\n  - name: A\n    valueFrom:\n      fileKeyRef: {key: a, path: b, volumeName: c}',
    'volumes: [{name: c, emptyDir: {}}]',
  );
  const problems = find(text, { minor }).filter(({ problem }) => problem.severity === 'error');
  expect(problems.map(({ problem }) => problem.code)).toEqual(found);
  if (minor < 34) expect(problems[0]?.problem.message).toContain('new in Kubernetes 1.34');
});

it.each([
  ['imagePullpolicy: Always # x', 'imagePullPolicy: Always # x'],
  ['livenessprobe: {tcpSocket: {port: 80}}', 'livenessProbe: {tcpSocket: {port: 80}}'],
  ['"tyt": true', 'tty: true'],
])('renames %s', (wrong, right) => expect(fixed(podWith(wrong), 'unknown-field')).toBe(podWith(right)));

it('offers only names that are not written yet and whose type fits', () => {
  expect(fixTitles(podWith('imge: b'), 'unknown-field')).toEqual(['Remove imge']);
  expect(fixTitles(podWith('prots: true'), 'unknown-field')).toEqual(['Remove prots']);
});

it.each([
  ['tty: true\nfoo: # x\n  - a\nstdin: true', 'tty: true\nstdin: true'],
  ['tty: true\nfoo: [a] # x\nstdin: true', 'tty: true\n# x\nstdin: true'],
  ['resources: {foo: 1, limits: {cpu: 1}}', 'resources: {limits: {cpu: 1}}'],
  ['resources: {limits: {cpu: 1}, foo: 1}', 'resources: {limits: {cpu: 1}}'],
])('removes what has no name like it: %j', (wrong, right) => {
  expect(fixed(podWith(wrong), 'unknown-field', 'Remove foo')).toBe(podWith(right));
});
