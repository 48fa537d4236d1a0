import { describe, expect, it } from 'vitest';
import {
  booleanOf,
  Chunk,
  deref,
  effectivePairs,
  entriesOf,
  integerOf,
  itemsOf,
  mapsOf,
  nodesAt,
  pairOf,
  splitChunks,
  stringOf,
  valueAt,
  type YamlNode,
} from '../../server/src/service/yaml/index.ts';

/** What is sent: the tree as JSON. */
function json(node: YamlNode | undefined): unknown {
  const found = deref(node);
  if (!found) return null;
  if (found.kind === 'seq') return found.items.map(json);
  if (found.kind === 'map')
    return Object.fromEntries([...effectivePairs(found)].map(([key, { value }]) => [key, json(value)]));
  return found.value.type === 'null' || found.value.type === 'unsupported' ? null : found.value.value;
}

const parts = (text: string) => splitChunks(text).map(({ chunk, offset }) => [offset, chunk.text]);

describe('splitting a file', () => {
  it.each([
    ['at markers', 'a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    [
      'at markers with comments and blanks',
      'a: 1\n---  # x\nb: 2\n--- \nc: 3',
      ['a: 1\n', '---  # x\nb: 2\n', '--- \nc: 3'],
    ],
    ['with CRLF', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
    ['not at the first line', '---\na: 1\n', ['---\na: 1\n']],
    ['not behind a BOM', '\ufeff---\na: 1\n', ['\ufeff---\na: 1\n']],
    ['into empty documents', '---\n---\n\n---\na: 1', ['---\n', '---\n\n', '---\na: 1']],
    ['not at other text', 'a: 1\n--- x\nb: 2\n----\n ---\n', ['a: 1\n--- x\nb: 2\n----\n ---\n']],
    ['not at lone carriage returns', 'a: 1\r---\rb: 2', ['a: 1\r---\rb: 2']],
    ['between JSON objects', '{"a": 1}{"b": "}{"}\n {"c": 1}', ['{"a": 1}', '{"b": "}{"}\n {"c": 1}']],
    ['not inside JSON', '{"a": {"b": "} {"}}', ['{"a": {"b": "} {"}}']],
    ['of nothing', '', ['']],
  ])('%s', (_, text, expected) => {
    expect(parts(text).map(([, part]) => part)).toEqual(expected);
    expect(parts(text).every(([offset, part]) => text.startsWith(part as string, offset as number))).toBe(true);
  });

  it('uses what did not change again', () => {
    const before = splitChunks('a: 1\n---\nb: 2\n---\nc: 3\n');
    const after = splitChunks('a: 1\n---\nb: 22\n---\nc: 3\n', before);
    expect(after.map(({ chunk }, index) => chunk === before[index]?.chunk)).toEqual([true, false, true]);
    const grown = splitChunks('x: 1\n---\na: 1\n---\nb: 2\n---\nc: 3\n', before);
    expect(grown.at(-1)?.chunk).toBe(before.at(-1)?.chunk);
  });
});

describe('a document', () => {
  it.each([
    ['the first of several', 'a: 1\n...\nb: 2\n', { a: 1 }],
    ['a marker and comments', '--- # x\n# y\na: 1 # z\n', { a: 1 }],
    [
      'merge keys, where they stand',
      'x: &x {a: 1, b: 2}\nz: {a: 0, <<: *x, b: 3}\n',
      { x: { a: 1, b: 2 }, z: { a: 1, b: 3 } },
    ],
    [
      'a list of merges, the first counting',
      'x: &x {a: 1}\nu: &u {a: 2, b: 2}\nz: {<<: [*x, *u]}\n',
      { x: { a: 1 }, u: { a: 2, b: 2 }, z: { a: 1, b: 2 } },
    ],
    ['a quoted merge key', '"<<": {a: 1}\n', { '<<': { a: 1 } }],
    ['the last of equal keys', 'a: 1\na: 2\non: 3\ntrue: 4\n0x10: 5\n16: 6\n', { a: 2, true: 4, 16: 6 }],
    ['aliases as values and keys', 'a: &k b\n*k : c\nd: *k\n', { a: 'b', b: 'c', d: 'b' }],
    ['the last of equal anchors', 'a: &x 1\nb: &x 2\nc: *x\n', { a: 1, b: 2, c: 2 }],
    ['block scalars', 'a: |\n  x\n   y\n\nb: >-\n  x\n  y\n', { a: 'x\n y\n', b: 'x y' }],
    ['folded quotes', 'a: "x\n  y\\\n  z"\n', { a: 'x yz' }],
    ['a list that is not indented', 'a:\n- b\n- c\nd: e\n', { a: ['b', 'c'], d: 'e' }],
    ['missing values', 'a:\nb: [c: , ~]\nd: {e}\n', { a: null, b: [{ c: null }, null], d: { e: null } }],
    ['a BOM', '\ufeffa: 1\n', { a: 1 }],
    ['CRLF', 'a: |\r\n  x\r\nb:\r\n  - c\r\n', { a: 'x\n', b: ['c'] }],
    ['JSON with tabs and escapes', '{\n\t"a": "\\/\\ud83d\\ude00",\n\t"b": [1e2]\n}', { a: '/😀', b: [100] }],
  ])('has %s', (_, text, expected) => {
    const chunk = new Chunk(text);
    expect([json(chunk.root), chunk.problems]).toEqual([expected, []]);
  });

  it.each(['', '# x\n', '---\n', '~\n', '\n\n'])('of nothing has no root: %j', (text) => {
    expect([new Chunk(text).root, new Chunk(text).problems]).toEqual([undefined, []]);
  });

  it.each([
    ['&a [*a]', 'alias-loop'],
    ['a: &a {b: {<<: *a}}', 'alias-loop'],
    ['a: *b', 'unknown-anchor'],
    ['? [a]\n: b', 'bad-key'],
    ['~: a', 'bad-key'],
    ['18446744073709551615: a', 'bad-key'],
    ['<<: [a]', 'bad-merge'],
    ['a: &a [{}]\nb: {<<: *a}', 'bad-merge'],
    ['a: .nan', 'not-json'],
    ['a: !!int b', 'bad-tag'],
    ['a: 1\n--- b\n', 'separator'],
    ['a: "\u0000"', 'control-character'],
  ])('is refused for %j: %s', (text, code) => {
    const { problems, root } = new Chunk(text);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(() => json(root)).not.toThrow();
  });

  it('keeps the places of the items of a list', () => {
    const { root } = new Chunk('[*gone, a, {b: 1}, [c]]');
    expect(entriesOf(root).map(({ node, index }) => [index, node.kind])).toEqual([
      [1, 'scalar'],
      [2, 'map'],
      [3, 'seq'],
    ]);
    expect(mapsOf(root).map(({ index }) => index)).toEqual([2]);
    expect(mapsOf(undefined)).toEqual([]);
  });

  it('is entered by several keys', () => {
    const { root } = new Chunk('x: &x {b: {c: 1, d: ~}}\na: *x\n');
    expect(integerOf(valueAt(root, 'a', 'b', 'c'))).toBe(1);
    expect([valueAt(root, 'a', 'b', 'd'), valueAt(root, 'a', 'c', 'b'), valueAt(root, 'a', 'b', 'd', 'e')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['a: on', true],
    ['a: &x off', false],
    ['a: "true"', undefined],
    ['a:', undefined],
    ['a: [true]', undefined],
  ])('has a boolean or none: %j', (text, expected) => {
    expect(booleanOf(pairOf(new Chunk(text).root, 'a')?.value)).toBe(expected);
  });

  it('knows what is at a place', () => {
    const text = 'a:\n  - b: cd\n';
    const [inner] = nodesAt(new Chunk(text).root as YamlNode, text.indexOf('cd') + 1);
    expect(stringOf(inner)).toBe('cd');
  });
});

describe('what is still being typed', () => {
  const head = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: app\n';
  it.each([
    '      ima',
    '      image: "ngi',
    "      image: 'ngi\n      tty: true\n",
    '      env:\n        - ',
    '      env:\n        -\n        - name: A\n',
    '      args: [a, b',
    '      args: [a, b\n      tty: true\n',
    '      resources: {limits: {',
    '      image: {{',
    '      image: *',
    '      image: &',
    '      image: !',
    '      image: |',
    '      ? ',
    '      : ',
    '\t',
    '     b: c\n',
    '- x',
    '      image: a: b: c',
    '      %',
    '      @',
  ])('leaves what is before it understood: %j', (typed) => {
    const chunk = new Chunk(head + typed);
    const [container] = itemsOf(valueAt(valueAt(chunk.root, 'spec'), 'containers'));
    expect(stringOf(valueAt(container, 'name'))).toMatch(/^app/);
    expect(stringOf(valueAt(chunk.root, 'kind'))).toBe('Pod');
    expect(chunk.intact).toBeGreaterThanOrEqual(head.length - 5);
  });
});

it.each([
  ['a: {{ .x }}', true],
  ['{{- if .x }}\na: b\n{{- end }}', true],
  ['a: b{{ .x }}', true],
  ['a: "{{ .x }}"', false],
  ["a: '{{ .x }}'", false],
  ['a: | # {{\n  {{ .x }}\n', false],
  ['# {{ .x }}\na: b', false],
  ['a: {b: {c: d}}', false],
  ['a: {b: {}}', false],
  ['{% if x %}\na: b\n{% endif %}', true],
  ['a: <%= x %>', true],
  ['a: "{% x %}"', false],
  ['a: |\n  {% x %}\nb: c', false],
  ['a: {b: 5%}', false],
])('%j is a template: %s', (text, expected) => expect(new Chunk(text).isTemplate).toBe(expected));

describe('is not harmed by', () => {
  const bomb = (value: (name: string) => string, open: string, close: string) =>
    [...'bcdefghij'].reduce(
      (text, name, index) =>
        `${text}${name}: &${name} ${open}${Array(10)
          .fill(value('abcdefghij'[index] ?? ''))
          .join(',')}${close}\n`,
      `a: &a ${open === '[' ? '[x]' : '{x: y}'}\n`,
    );
  it.each([
    ['a bomb of aliases', bomb((name) => `*${name}`, '[', ']')],
    ['a bomb of merges', bomb((name) => `*${name}`, '{<<: [', ']}')],
  ])('%s', (_, text) => {
    const chunk = new Chunk(text);
    expect(chunk.problems.map(({ code }) => code)).toEqual(['too-many-aliases']);
    const last = valueAt(chunk.root, 'j');
    if (last?.kind === 'map') expect(effectivePairs(last).size).toBeLessThan(10);
  });

  it('as many aliases as kubectl takes', () => {
    expect(new Chunk(`a: &a [x]\nb: [${Array(500).fill('*a').join(', ')}]\n`).problems).toEqual([]);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['balanced brackets', '['.repeat(5000) + ']'.repeat(5000)],
    ['maps', `${'{a: '.repeat(5000)}`],
    ['dashes', '- '.repeat(20_000)],
    ['question marks', '? '.repeat(20_000)],
    ['closing brackets', `a: ${'}'.repeat(2000)}`],
    ['indentation', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['colons', 'a: '.repeat(5000)],
    ['braces', '{'.repeat(3000) + '}{'.repeat(3000)],
    ['templates', 'a: {{ x }}\n'.repeat(5000)],
  ])('%s', (_, text) => {
    for (const { chunk } of splitChunks(text)) {
      expect(() => [chunk.root, chunk.problems, chunk.isTemplate, json(chunk.root)]).not.toThrow();
    }
  });
});
