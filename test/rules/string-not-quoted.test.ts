import { expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const labelled = (value: string) =>
  podWith('tty: true').replace('  name: app\nspec', `  name: app\n  labels: {v: ${value}, w: x}\nspec`);

it.each([
  ['yes', 'the boolean true'],
  ['Off', 'the boolean false'],
  ['y', 'the boolean true'],
  ['012', 'the number 10'],
  ['0x1F', 'the number 31'],
  ['1_000', 'the number 1000'],
  ['1.10', 'the number 1.1'],
  ['1e3', 'the number 1000'],
  ['+1', 'the number 1'],
])('finds %s, which is %s, and quotes it as it is written', (value, meaning) => {
  expectMarked(labelled(`«string-not-quoted|${value}»`));
  expect(find(labelled(value))[0]?.problem.message).toContain(`\`${value}\` is ${meaning}`);
  expect(fixed(labelled(value), 'string-not-quoted')).toBe(labelled(`"${value}"`));
});

it.each(['12:30:45', '2001-01-01', '1.2.3', '"1,000"', 'tRue', '"1"', "'yes'", '!!str 1', '1e400', '~', ''])(
  'is silent on %j',
  (value) => expect(codes(labelled(value))).not.toContain('string-not-quoted'),
);

it.each([
  ['workingDir: 012 # x', 'workingDir: "012" # x'],
  ['terminationMessagePath: !!int 3', 'terminationMessagePath: "3"'],
  ['workingDir: &p yes', 'workingDir: &p "yes"'],
])('quotes %j in place', (wrong, right) => {
  expect(fixed(podWith(wrong), 'string-not-quoted')).toBe(podWith(right));
});

it('offers the values of a field that takes only some', () => {
  const wrong = podWith('tty: true', 'restartPolicy: &p no');
  expect(find(wrong)[0]?.problem.message).toBe(
    '`restartPolicy` accepts only `Always`, `Never`, `OnFailure`, but `no` is the boolean false: the API server refuses it. Change it.',
  );
  expect(fixTitles(wrong, 'string-not-quoted')).toEqual(['Change to Always', 'Change to Never', 'Change to OnFailure']);
  expect(fixed(wrong, 'string-not-quoted', 1)).toBe(podWith('tty: true', 'restartPolicy: &p Never'));
});

it('uses the quotes of the document, and those of JSON', () => {
  expect(fixed(labelled("yes, u: 'z'"), 'string-not-quoted')).toBe(labelled("'yes', u: 'z'"));
  const json =
    '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": true}, "spec": {"containers": [{"name": "a", "image": "b"}]}}';
  expect(fixed(json, 'string-not-quoted')).toBe(json.replace('true', '"true"'));
});

it('is the only problem of its field', () => {
  expect(codes(podWith('workingDir: 1\nlivenessProbe: {httpGet: {port: 80, path: 1}}'))).toEqual([
    'string-not-quoted',
    'string-not-quoted',
  ]);
});
