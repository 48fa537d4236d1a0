import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/service/features/fixAll.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { rules } from '../../server/src/service/rules/index.ts';
import { expectMarked, find, fixed, fixTitles, lines, manifestOf } from '../helpers/manifests.ts';

const own = ['env-value-not-string', 'env-not-list', 'env-value-and-value-from', 'env-name-duplicate'];
const others = rules.map(({ code }) => code).filter((code) => ![...own, 'unknown-field', 'wrong-type'].includes(code));
const expectOwn = (marked: string, minor = 37) => expectMarked(marked, { minor }, [...others, 'unknown-field']);
const pod = (container: string, list = 'containers') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  ${list}:\n  - name: app\n    image: app\n${container.replace(/^/gm, '    ')}\n${list === 'containers' ? '' : '  containers: [{name: b, image: b}]\n'}`;

/** Compares a fix, which may leave no error. */
function expectFix(before: string, code: string, after: string, which: number | string = 0) {
  const mended = fixed(pod(before), code, which);
  expect(mended).toBe(pod(after));
  expect(find(mended).filter(({ problem }) => problem.severity === 'error')).toEqual([]);
}

describe('every rule', () => {
  it.each([
    ['env: [{name: A, value: «env-value-not-string|1»}]'],
    ['«env-not-list|env»: {A: b}'],
    ['env: [{name: A, value: x, «env-value-and-value-from|valueFrom»: {fieldRef: {fieldPath: metadata.name}}}]'],
    ['env: [{name: A, value: x}, {name: «env-name-duplicate|A», value: z}]'],
  ])('finds %s in every list', (container) => {
    for (const list of ['containers', 'initContainers', 'ephemeralContainers']) expectOwn(pod(container, list));
    expectOwn(`apiVersion: v1
kind: List
items:
- apiVersion: batch/v1
  kind: CronJob
  metadata: {name: a}
  spec:
    schedule: '* * * * *'
    jobTemplate:
      spec:
        template:
          spec:
            restartPolicy: Never
            containers:
            - name: app
              image: app
              ${container}
`);
  });

  it.each([
    ['env: [{name: A, value: 1}]', 'error env-value-not-string spec.containers[0].env[0].value'],
    ['env: {A: b}', 'error env-not-list spec.containers[0].env'],
    ['env: [A=b]', 'error env-not-list spec.containers[0].env[0]'],
    [
      'env: [A: b]',
      'error env-not-list spec.containers[0].env[0].A',
      'error required-field spec.containers[0].env[0].name',
    ],
    [
      'env: [{name: A, value: x, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]',
      'error env-value-and-value-from spec.containers[0].env[0].valueFrom',
    ],
    ['env: [{name: A, value: x}, {name: A, value: z}]', 'warning env-name-duplicate spec.containers[0].env[1]'],
  ])('gives the path of the API server for %s, and no other error', (container, ...told) => {
    expect(lines(pod(container)).map((found) => found.split(': ')[0])).toEqual(told);
  });
});

describe('env-value-not-string', () => {
  it.each([
    ['8080', '"8080"', 'the number 8080'],
    ['0644 # mode', '"0644" # mode', 'the number 420'],
    ['1.10', '"1.10"', 'the number 1.1'],
    ['1e3', '"1e3"', 'the number 1000'],
    ['yes', '"yes"', 'the boolean true'],
    ['off', '"off"', 'the boolean false'],
  ])('quotes %s', (before, after, seen) => {
    const container = (value: string) => `env:\n- name: A\n  value: ${value}`;
    expect(lines(pod(container(before)))[0]).toContain(seen);
    expectFix(container(before), 'env-value-not-string', container(after));
    const flow = (value: string) => `env: [{name: "A", value: ${value.split(' ')[0]}}]`;
    expectFix(flow(before), 'env-value-not-string', flow(after));
  });

  it('writes the text where an alias stands', () => {
    const container = (value: string) => `ports: [{containerPort: &port 8080}]\nenv:\n- name: A\n  value: ${value}`;
    expectOwn(pod(container('«env-value-not-string|*port»')));
    expectFix(container('*port'), 'env-value-not-string', container('"8080"'));
  });

  it('quotes JSON', () => {
    expectOwn(pod('env: [{name: A, «env-value-not-string|value»: {"a": 1}}]'));
    expectFix(
      `env:\n- name: A\n  value: {"a": ["b"]}`,
      'env-value-not-string',
      `env:\n- name: A\n  value: '{"a": ["b"]}'`,
    );
  });

  it.each(['[a, b]', '{a: b}', '!!int 5', '!!int "5"'])('leaves %s to the user', (value) => {
    expect(fixTitles(pod(`env: [{name: A, value: ${value}}]`), 'env-value-not-string')).toEqual([]);
  });

  it.each(['"8080"', "'yes'", '', '~', 'text', '12:30:45', '1.2.3', '|\n    8080', '!!str 8080'])(
    'takes %j',
    (value) => {
      expectOwn(pod(`env:\n- name: A\n  value: ${value}`));
    },
  );
});

describe('env-not-list', () => {
  it.each([
    [
      'env: # all\n  # one\n  A: b # c\n  PORT: 8080\n  EMPTY:\n  NONE: ~\n  Q: "x y"',
      'env: # all\n  # one\n  - name: A\n    value: b # c\n  - name: PORT\n    value: "8080"\n  - name: EMPTY\n  - name: NONE\n  - name: Q\n    value: "x y"',
    ],
    [
      'env:\n  TEXT: |\n    a\n\n     b\n  KEY:\n    valueFrom:\n      secretKeyRef: {name: a, key: b}\n  y: x',
      'env:\n  - name: TEXT\n    value: |\n      a\n\n       b\n  - name: KEY\n    valueFrom:\n      secretKeyRef: {name: a, key: b}\n  - name: "y"\n    value: x',
    ],
    ['env: {A: b, C: 1, D: {value: e}}', 'env: [{name: A, value: b}, {name: C, value: "1"}, {name: D, value: e}]'],
    [
      'env:\n- A: b # c\n- name: C\n  value: d\n- E: 1',
      'env:\n- name: A\n  value: b # c\n- name: C\n  value: d\n- name: E\n  value: "1"',
    ],
    ['env: [A: b, {C: d}]', 'env: [{name: A, value: b}, {name: C, value: d}]'],
    [
      'env:\n- A=b=c # x\n- "C= d"\n- E=',
      'env:\n- name: A\n  value: b=c # x\n- name: C\n  value: " d"\n- name: E\n  value: ""',
    ],
    ['env: [A=1]', 'env: [{name: A, value: "1"}]'],
  ])('rewrites %j', (before, after) => expectFix(before, 'env-not-list', after));

  it('marks each entry of a list', () => {
    expectOwn(pod('env:\n- «env-not-list|A»: b\n- «env-not-list|C=d»\n- «env-not-list|E»: 1\n  «env-not-list|F»: 2'));
  });

  it('mends a whole list on save', () => {
    const manifest = manifestOf(pod('env:\n- A: b\n- C: d'));
    expect(fixAll(manifest, defaultSettings).map(({ newText }) => newText)).toEqual([
      'name: A\n      value: b\n    - name: C\n      value',
    ]);
  });

  it('keeps JSON and CRLF', () => {
    const json = (env: string) =>
      `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"name":"a","image":"a","env":${env}}]}}`;
    expect(fixed(json('{"A":"b","C":1}'), 'env-not-list')).toBe(
      json('[{"name": "A", "value":"b"}, {"name": "C", "value":"1"}]').replace('}, {', '},{'),
    );
    const crlf = fixed(pod('env:\n  A: b').replaceAll('\n', '\r\n'), 'env-not-list');
    expect(crlf).toContain('      - name: A\r\n        value: b\r\n');
  });

  it.each([
    'env: {<<: {A: b}}',
    'env: {A: [b]}',
    'env: {A: {secretKeyRef: {name: a, key: b}}}',
    'env:\n- A: b\n  C: d',
    'env: &e {A: b}',
    'x: &e {A: b}\nenv: [*e]',
  ])('leaves %s to the user', (container) => expect(fixTitles(pod(container), 'env-not-list')).toEqual([]));

  it.each([
    'env: []',
    'env:',
    'env: [{name: A}]',
    'env: [{name: A, valu: b}]',
    'env: [{name: A, valuefrom: {fieldRef: {fieldPath: metadata.name}}}]',
  ])('does not speak of %s', (container) => expectOwn(pod(container)));
});

describe('env-value-and-value-from', () => {
  const from = 'valueFrom:\n    fieldRef: {fieldPath: metadata.name}';

  it('removes either', () => {
    const both = `env:\n- name: A\n  value: b # old\n  ${from}`;
    expectFix(both, 'env-value-and-value-from', `env:\n- name: A\n  # old\n  ${from}`);
    expectFix(both, 'env-value-and-value-from', 'env:\n- name: A\n  value: b # old', 'Remove valueFrom');
  });

  it.each([
    ['an empty value', 37, `value: ""\n  ${from}`],
    ['a null value', 37, `value:\n  ${from}`],
    ['no source, which is refused for that', 37, 'value: b\n  valueFrom: {}'],
    ['a null source', 37, 'value: b\n  valueFrom: {fieldRef: ~}'],
    [
      'a source that the version does not know',
      33,
      'value: b\n  valueFrom: {fileKeyRef: {volumeName: a, key: b, path: c}}',
    ],
    ['a null valueFrom', 37, 'value: b\n  valueFrom: ~'],
  ])('does not speak of %s', (_, minor, fields) => expectOwn(pod(`env:\n- name: A\n  ${fields}`), minor));
});

describe('env-name-duplicate', () => {
  const twice = (first: string, between: string, second: string) =>
    `env:\n- name: A\n  value: ${first} # 1\n${between}- name: A # 2\n  value: ${second}`;

  it('removes the earlier on save', () => {
    expectFix(twice('x', '', 'z'), 'env-name-duplicate', 'env:\n# 1\n- name: A # 2\n  value: z');
    expectFix(
      'env: [{name: A, value: x}, {name: A, value: z}]',
      'env-name-duplicate',
      'env: [{name: A, value: x}]',
      'Remove this A',
    );
  });

  it.each([
    ['safe where nothing needs it', twice('x', '- {name: B, value: $(C)}\n', 'z'), true],
    ['a suggestion where an entry between refers to it', twice('x', '- {name: B, value: $(A)/b}\n', 'z'), false],
    ['a suggestion where the later is the earlier', twice('x', '', '$(A)'), false],
    ['a suggestion where a comment would go along', `env:\n- name: A # x\n  value: x\n- name: A\n  value: z`, false],
  ])('is %s', (_, container, isSafe) => {
    const changed = fixAll(manifestOf(pod(container)), defaultSettings).length > 0;
    expect(changed).toBe(isSafe);
  });

  it('speaks of each later one, with the one that it hides', () => {
    const text = pod(
      'env:\n- {name: A, value: x}\n- {name: A, value: z}\n- {name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}',
    );
    const hidden = find(text).map(({ problem }) => text.slice(problem.related?.[0]?.node.start).split('}')[0]);
    expect(hidden).toEqual(['A, value: x', 'A, value: z']);
  });

  it.each([
    ['one that adds to the earlier', twice('x', '', '$(A):z')],
    ['other names', 'env: [{name: A, value: x}, {name: a, value: x}]'],
    ['entries without a name', 'env: [{value: x}, {value: x}]'],
    ['entries that are no objects', 'env: [{name: A}, ~]'],
  ])('does not speak of %s', (_, container) => expectOwn(pod(container)));

  it('counts each container by itself', () => {
    expectOwn(
      pod('env: [{name: A, value: x}]').replace(
        '  containers:\n',
        '$&  - {name: c, image: d, env: [{name: A, value: x}]}\n',
      ),
    );
  });
});
