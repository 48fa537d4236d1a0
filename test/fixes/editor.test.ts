import { describe, expect, it } from 'vitest';
import { apply, type ChunkEdit, Editor, keepsAnchors } from '../../server/src/service/fixes/index.ts';
import {
  Chunk,
  deref,
  type MapNode,
  type Pair,
  pairOf,
  type SeqNode,
  type Writable,
  type YamlNode,
} from '../../server/src/service/yaml/index.ts';

type Edit = (editor: Editor, at: (path: string) => YamlNode, pair: (path: string) => Pair) => ChunkEdit[] | undefined;

/** The text after edits; what is edited is found by a path such as `a.0.b`. It must still be YAML. */
function edited(text: string, edit: Edit): string {
  const chunk = new Chunk(text);
  const at = (path: string): YamlNode => {
    const steps = path === '' ? [] : path.split('.');
    return steps.reduce<YamlNode>((node, step) => {
      const found = deref(node);
      const child = found?.kind === 'seq' ? found.items[Number(step)] : pairOf(found, step)?.value;
      if (!child) throw new Error(`no ${step} of ${path}`);
      return child;
    }, chunk.root as YamlNode);
  };
  const pair = (path: string): Pair => {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    return pairOf(at(steps.join('.')), last) as Pair;
  };
  const after = apply(text, edit(new Editor(chunk), at, pair) ?? []);
  expect(new Chunk(after).problems).toEqual([]);
  return after;
}

const map = (node: YamlNode) => node as MapNode;
const list = (node: YamlNode) => node as SeqNode;

/** Every case in the three line endings and with a BOM, which must stay as they are. */
function check(before: string, after: string, edit: Edit) {
  expect(edited(before, edit)).toBe(after);
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  if (before.includes('\n')) expect(edited(crlf(before), edit)).toBe(crlf(after));
  expect(edited(`\ufeff${before}`, edit)).toBe(`\ufeff${after}`);
}

const pod: Writable = { name: 'x', list: ['a', { b: 1 }] };

describe('insertPair', () => {
  it.each<[string, string, string, Writable, string[]?]>([
    ['a: 1\n', 'a: 1\nb: 2\n', '', 2],
    ['a: 1', 'a: 1\nb: 2', '', 2],
    ['a: 1 # x\n# end\n', 'a: 1 # x\nb: 2\n# end\n', '', 2],
    ['a: 1\nc: 3\n', 'a: 1\nb: 2\nc: 3\n', '', 2, ['a']],
    ['a:\n  x: 1\nc: 3\n', 'a:\n  x: 1\nb: 2\nc: 3\n', '', 2, ['a']],
    ['a: |\n  x\n  y\nc: 3\n', 'a: |\n  x\n  y\nb: 2\nc: 3\n', '', 2, ['a']],
    ['a:\nc: 3\n', 'a:\nb: 2\nc: 3\n', '', 2, ['a']],
    ['m:\n- a: 1\n  c: 2\n- d: 3\n', 'm:\n- a: 1\n  c: 2\n  b: 2\n- d: 3\n', 'm.0', 2],
    [
      'm:\n    a: 1\n',
      'm:\n    a: 1\n    b:\n        name: x\n        list:\n            - a\n            - b: 1\n',
      'm',
      pod,
    ],
    ['m:\n- a: 1\n', 'm:\n- a: 1\n  b:\n    name: x\n    list:\n    - a\n    - b: 1\n', 'm.0', pod],
    ['m: {a: 1}\n', 'm: {a: 1, b: {name: x, list: [a, {b: 1}]}}\n', 'm', pod],
    ['m: {a: 1, c: 3}\n', 'm: {a: 1, b: 2, c: 3}\n', 'm', 2, ['a']],
    ['m: {}\n', 'm: {b: 2}\n', 'm', 2],
    ['m: {\n  a: 1\n}\n', 'm: {\n  a: 1,\n  b: 2\n}\n', 'm', 2],
    ['{"a": 1}', '{"a": 1, "b": {"name": "x", "list": ["a", {"b": 1}]}}', '', pod],
    ['m: &x # x\n  a: 1\n', 'm: &x # x\n  a: 1\n  b: 2\n', 'm', 2],
    ['m:\n  - &x a: 1\n', 'm:\n  - &x a: 1\n    b: 2\n', 'm.0', 2],
    ['a: "yes"\n', 'a: "yes"\nb: "no"\n', '', 'no'],
    ["a: 'yes'\n", "a: 'yes'\nb: 'no'\n", '', 'no'],
    ['a: 1\n', 'a: 1\nb: |\n  x\n  y\n', '', 'x\ny\n'],
  ])('%j', (before, after, path, value, behind) =>
    check(before, after, (editor, at) => editor.insertPair(map(at(path)), 'b', value, behind)),
  );
});

describe('prependPair', () => {
  it.each([
    ['a: 1\n', 'b: 2\na: 1\n', ''],
    ['m:\n- a: 1 # x\n', 'm:\n- b: 2\n  a: 1 # x\n', 'm.0'],
    ['m: {a: 1}\n', 'm: {b: 2, a: 1}\n', 'm'],
    ['m: {}\n', 'm: {b: 2}\n', 'm'],
  ])('%j', (before, after, path) => check(before, after, (editor, at) => editor.prependPair(map(at(path)), 'b', 2)));
});

describe('insertItem', () => {
  it.each<[string, string, Writable]>([
    ['m:\n  - a\n', 'm:\n  - a\n  - x\n', 'x'],
    ['m:\n- a # x\n# end\n', 'm:\n- a # x\n- x\n# end\n', 'x'],
    ['m:\n  - a: 1\n    b: 2\nn: 3\n', 'm:\n  - a: 1\n    b: 2\n  - c: 3\n    d: 4\nn: 3\n', { c: 3, d: 4 }],
    ['m: [a]\n', 'm: [a, x]\n', 'x'],
    ['m: []\n', 'm: [x]\n', 'x'],
    ['m: [\n  a,\n  b\n]\n', 'm: [\n  a,\n  b,\n  x\n]\n', 'x'],
    ['{"m": ["a"]}', '{"m": ["a", "x"]}', 'x'],
    ['m:\n  - a\n  -\n', 'm:\n  - a\n  -\n  - x\n', 'x'],
    ['m:\n  - - a\n', 'm:\n  - - a\n  - x\n', 'x'],
    ['m:\n  - |\n    a\n', 'm:\n  - |\n    a\n  - x\n', 'x'],
  ])('%j', (before, after, value) => check(before, after, (editor, at) => editor.insertItem(list(at('m')), value)));
});

describe('prependItem', () => {
  it.each<[string, string, Writable]>([
    ['m:\n  - a\n', 'm:\n  - x\n  - a\n', 'x'],
    ['m: # x\n- a\n', 'm: # x\n- c: 3\n  d: 4\n- a\n', { c: 3, d: 4 }],
    ['m: [a]\n', 'm: [x, a]\n', 'x'],
    ['m: []\n', 'm: [x]\n', 'x'],
    ['m: &l\n  - a\n', 'm: &l\n  - x\n  - a\n', 'x'],
  ])('%j', (before, after, value) => check(before, after, (editor, at) => editor.prependItem(list(at('m')), value)));
});

describe('appendTo', () => {
  it.each([
    ['a: 1\n', 'a: 1\nm:\n  - x\n'],
    ['m:\n- a\n', 'm:\n- a\n- x\n'],
    ['m:\n', 'm:\n  - x\n'],
    ['m: ~ # none\n', 'm: # none\n  - x\n'],
    ['m: []\n', 'm: [x]\n'],
    ['{"a": 1}', '{"a": 1, "m": ["x"]}'],
    ['m: text\n', 'm: text\n'],
  ])('%j', (before, after) => check(before, after, (editor, at) => editor.appendTo(map(at('')), 'm', 'x')));
});

describe('removePair', () => {
  it.each([
    ['the first', 'b: 2\na: 1\n', 'a: 1\n', 'b'],
    ['the last', 'a: 1\nb: 2\n', 'a: 1\n', 'b'],
    ['the last without a line break', 'a: 1\nb: 2', 'a: 1', 'b'],
    ['one in the middle', 'a: 1\nb:\n  - x\n  - y\nc: 3\n', 'a: 1\nc: 3\n', 'b'],
    ['one without a value', 'a: 1\nb:\nc: 3\n', 'a: 1\nc: 3\n', 'b'],
    ['one whose comment stays', 'a: 1\n# of b\nb: 2 # x\nc: 3\n', 'a: 1\n# of b\n# x\nc: 3\n', 'b'],
    ['one with a question mark', 'a: 1\n? b\n# x: y\n: 2\nc: 3\n', 'a: 1\nc: 3\n', 'b'],
    ['one with an anchor and a tag', 'a: 1\n&x-y !!str b: 2\nc: 3\n', 'a: 1\nc: 3\n', 'b'],
    ['the only one', 'm:\n  b: 2\nc: 3\n', 'm: {}\nc: 3\n', 'm.b'],
    ['the only one, below a comment', 'm: # x\n  b: 2\nc: 3\n', 'm: # x\n  {}\nc: 3\n', 'm.b'],
    ['the first of an item', 'm:\n  - b: 2\n    a: 1\n', 'm:\n  - a: 1\n', 'm.0.b'],
    ['the first of an item, with a comment', 'm:\n  - b: 2 # x\n    a: 1\n', 'm:\n  - # x\n    a: 1\n', 'm.0.b'],
    ['the last of an item', 'm:\n  - a: 1\n    b: 2\n  - c: 3\n', 'm:\n  - a: 1\n  - c: 3\n', 'm.0.b'],
    ['the only one of an item', 'm:\n  - b: 2\n  - c: 3\n', 'm:\n  - {}\n  - c: 3\n', 'm.0.b'],
    ['of a block scalar', 'a: 1\nb: |\n  x\n\n  y\nc: 3\n', 'a: 1\nc: 3\n', 'b'],
    ['the first in flow', 'm: {b: 2, a: 1}\n', 'm: {a: 1}\n', 'm.b'],
    ['the last in flow', 'm: {a: 1, b: 2}\n', 'm: {a: 1}\n', 'm.b'],
    ['the only one in flow', 'm: {b: 2}\n', 'm: {}\n', 'm.b'],
    ['on lines of its own in flow', 'm: {\n  a: 1,\n  b: 2,\n  c: 3\n}\n', 'm: {\n  a: 1,\n  c: 3\n}\n', 'm.b'],
    ['of JSON', '{"a": 1, "b": [1, 2]}', '{"a": 1}', 'b'],
  ])('%s', (_, before, after, path) => check(before, after, (editor, _at, pair) => editor.removePair(pair(path))));
});

describe('removeItem', () => {
  it.each<[string, string, string, number]>([
    ['the first', 'm:\n  - a\n  - b\n', 'm:\n  - b\n', 0],
    ['the last', 'm:\n  - a\n  - b\nc: 1\n', 'm:\n  - a\nc: 1\n', 1],
    ['one in the middle', 'm:\n- a\n- x: 1\n  y: 2\n- b\n', 'm:\n- a\n- b\n', 1],
    ['the only one', 'm:\n  - a\nc: 1\n', 'm: []\nc: 1\n', 0],
    ['the only one with a comment', 'm:\n  - a # x\nc: 1\n', 'm: [] # x\nc: 1\n', 0],
    ['the only one below a comment', 'm: # x\n- a\nc: 1\n', 'm: # x\n  []\nc: 1\n', 0],
    ['the first in flow with an anchor', 'm: [&x !!str a, b]\n', 'm: [b]\n', 0],
    ['an empty one', 'm:\n  - a\n  -\n  - b\n', 'm:\n  - a\n  - b\n', 1],
    ['an empty first', 'm:\n  -\n  - b\n', 'm:\n  - b\n', 0],
    ['an empty last', 'm:\n  - a\n  -\n', 'm:\n  - a\n', 1],
    ['one with a comment', 'm:\n  - a # x\n  - b\n', 'm:\n  # x\n  - b\n', 0],
    ['with dashes in it', 'm:\n  - -a - b\n  - c\n', 'm:\n  - c\n', 0],
    ['in flow', 'm: [a, b, c]\n', 'm: [a, c]\n', 1],
    ['the last in flow', 'm: [a, b]\n', 'm: [a]\n', 1],
    ['the only one in flow', 'm: [a]\n', 'm: []\n', 0],
    ['of a list in a list', 'm:\n  - - a\n    - b\n', 'm:\n  - - b\n', -1],
    ['with an anchor', 'm:\n  - a\n  - &x b\n', 'm:\n  - a\n', 1],
    ['with an anchor on its dash', 'm:\n  - &x-y\n    b: 1\n  - &z-z\n    c: 2\n', 'm:\n  - &z-z\n    c: 2\n', 0],
    ['with a comment behind its dash', 'm:\n  - a\n  - # x-y\n    b: 1\n  - c\n', 'm:\n  - a\n  - c\n', 1],
    ['an empty one with a comment', 'm:\n  - a\n  - # x-y\n  - c\n', 'm:\n  - a\n  # x-y\n  - c\n', 1],
    ['an empty one with an anchor', 'm:\n  - a\n  - &x-y\n  - c\n', 'm:\n  - a\n  - c\n', 1],
    ['before one with a comment', 'm:\n  - - a\n    - # x-y\n      b\n', 'm:\n  - - # x-y\n      b\n', -1],
  ])('%s', (_, before, after, index) =>
    check(before, after, (editor, at) =>
      index < 0 ? editor.removeItem(list(at('m.0')), 0) : editor.removeItem(list(at('m')), index),
    ),
  );
});

it('does not mind mixed line endings', () => {
  expect(edited('x: 1\r\nm:\n  - a\n  - b', (editor, at) => editor.removeItem(list(at('m')), 1))).toBe(
    'x: 1\r\nm:\n  - a',
  );
});

describe('movePair', () => {
  it.each([
    ['down', 'b: 2 # x\nm:\n  a: 1\n', 'm:\n  a: 1\n  b: 2 # x\n', 'b', 'm'],
    ['up', 'a: 1\nm:\n  b:\n    - x # y\n  c: 3\n', 'a: 1\nm:\n  c: 3\nb:\n  - x # y\n', 'm.b', ''],
    [
      'into an item',
      'b:\n  x: 1\n  y: 2\nm:\n  - a: 1\n',
      'm:\n  - a: 1\n    b:\n      x: 1\n      y: 2\n',
      'b',
      'm.0',
    ],
    ['out of an item', 'm:\n  - b: 2\n    a: 1\nc: 3\n', 'm:\n  - a: 1\nc: 3\nb: 2\n', 'm.0.b', ''],
    [
      'of a block scalar',
      'b: |\n  x\n\n    y\nm:\n  - a: 1\n',
      'm:\n  - a: 1\n    b: |\n      x\n\n        y\n',
      'b',
      'm.0',
    ],
    ['in flow', '{"b": 2, "m": {"a": 1}}', '{"m": {"a": 1, "b": 2}}', 'b', 'm'],
    ['out of flow', 'm: {a: 1, b: 2}\n', 'm: {a: 1}\nb: 2\n', 'm.b', ''],
    ['to where it is', 'm:\n  b: 2\n  c: 3\n', 'm:\n  b: 2\n  c: 3\n', 'm.b', 'm'],
    ['into itself', 'a: 1\nb:\n  c:\n    d: 1\n', 'a: 1\nb:\n  c:\n    d: 1\n', 'b', 'b.c'],
  ])('%s', (_, before, after, from, to) =>
    check(before, after, (editor, at, pair) => editor.movePair(pair(from), map(at(to)))),
  );
});

describe('renameKey', () => {
  it.each([
    ['b: 2 # x\n', 'name: 2 # x\n'],
    ['"b" : 2\n', 'name : 2\n'],
    ['&x b: 2\n', '&x name: 2\n'],
    ['{b: 2}\n', '{name: 2}\n'],
    ['{"b": 2}', '{"name": 2}'],
    ['? b\n: 2\n', '? name\n: 2\n'],
  ])('%j', (before, after) => check(before, after, (editor, _at, pair) => editor.renameKey(pair('b'), 'name')));
});

describe('replaceNode', () => {
  it.each<[string, string, string, Writable]>([
    ['b: 2 # x\n', 'b: 3 # x\n', 'b', 3],
    ['b:\n', 'b: 3\n', 'b', 3],
    ['b: # x\n', 'b: 3 # x\n', 'b', 3],
    ['b: 2 # x\n', 'b: # x\n  - w\n', 'b', ['w']],
    ['b: 2\nm:\n- z\n', 'b:\n- w\nm:\n- z\n', 'b', ['w']],
    ['b: [a] # x\n', 'b: # x\n  c: 1\n', 'b', { c: 1 }],
    ['b:\n  - a\n  - c\nd: 1\n', 'b: []\nd: 1\n', 'b', []],
    ['b: |\n  x\n  y\nd: 1\n', 'b: z\nd: 1\n', 'b', 'z'],
    ['m: {b: 2}\n', 'm: {b: [w]}\n', 'm.b', ['w']],
    ['m: [a, c]\n', 'm: [{x: 1}, c]\n', 'm.0', { x: 1 }],
    ['m:\n  - a # x\n  - c\n', 'm:\n  - x: 1 # x\n  - c\n', 'm.0', { x: 1 }],
    ['m:\n  -\n  - c\n', 'm:\n  - 3\n  - c\n', 'm.0', 3],
    ['m:\n  - # x-y\n  - c\n', 'm:\n  - 3 # x-y\n  - c\n', 'm.0', 3],
    ['m:\n  - &x-y\n  - c\n', 'm:\n  - &x-y 3\n  - c\n', 'm.0', 3],
    ['b: &x # y\n', 'b: &x 3 # y\n', 'b', 3],
    ['b: !!int\n', 'b: !!int 3\n', 'b', 3],
    ['? b\n# x: y\n:\n', '? b\n# x: y\n: 3\n', 'b', 3],
    ['? b\n# x: y\n: 2\n', '? b\n# x: y\n:\n  - w\n', 'b', ['w']],
    ['{"b": 2}', '{"b": {"w": "[ -f /x ] && { echo 1; }", "v": []}}', 'b', { w: '[ -f /x ] && { echo 1; }', v: [] }],
    ['{"b": 2}', '{"b": ["w"]}', 'b', ['w']],
    ['b: 2\n', 'b: "yes"\n', 'b', 'yes'],
    ['b: {}\n', 'b: {}\n', 'b', {}],
  ])('%j', (before, after, path, value) => check(before, after, (editor, at) => editor.replaceNode(at(path), value)));
});

describe('mergePair', () => {
  it.each([
    ['a:\n  - x # 1\n  - w\nb:\n  - z\nc: 1\n', 'b:\n  - z\n  - x # 1\n  - w\nc: 1\n'],
    ['a:\n- x: 1\n  w: 2\nb:\n    - z\n', 'b:\n    - z\n    - x: 1\n      w: 2\n'],
    ['a:\n  x: 1\nb:\n  z: 2\n', 'b:\n  z: 2\n  x: 1\n'],
    ['a:\nb: [z]\n', 'b: [z]\n'],
    ['a: {x: 1}\nb: {z: 2}\n', 'a: {x: 1}\nb: {z: 2}\n'],
    ['a:\n  x: 1\nb:\n  x: 2\n', 'a:\n  x: 1\nb:\n  x: 2\n'],
  ])('%j', (before, after) => check(before, after, (editor, _at, pair) => editor.mergePair(pair('a'), pair('b'))));

  it('not with itself', () => {
    const text = 'a:\n  - x\nb: 1\n';
    check(text, text, (editor, _at, pair) => editor.mergePair(pair('a'), pair('a')));
  });
});

describe('wrapIntoList', () => {
  it.each([
    ['m:\n  a: 1 # x\n  # y\n  b: |\n    z\n', 'm:\n  - a: 1 # x\n    # y\n    b: |\n      z\n'],
    ['m: {a: 1}\n', 'm: [{a: 1}]\n'],
  ])('%j', (before, after) => check(before, after, (editor, at) => editor.wrapIntoList(map(at('m')))));
});

describe('setAt', () => {
  it.each<[string, string, string, string[], Writable]>([
    ['a: 1\n', 'a: 1\nb:\n  c: 2\n', '', ['b', 'c'], 2],
    ['b:\n  d: 1\n', 'b:\n  d: 1\n  c: 2\n', '', ['b', 'c'], 2],
    ['b:\n  c: 1 # x\n', 'b:\n  c: 2 # x\n', '', ['b', 'c'], 2],
    ['b:\na: 1\n', 'b:\n  c: 2\na: 1\n', '', ['b', 'c'], 2],
    ['b: {}\n', 'b: {c: {d: 2}}\n', '', ['b', 'c', 'd'], 2],
    ['a: &x {d: 1}\nb: *x\n', 'a: &x {d: 1, c: 2}\nb: *x\n', '', ['b', 'c'], 2],
    ['{"a": 1}', '{"a": 1, "b": {"c": [2]}}', '', ['b', 'c'], [2]],
  ])('%j', (before, after, path, keys, value) =>
    check(before, after, (editor, at) => editor.setAt(map(at(path)), keys, value)),
  );
});

describe('removePairs', () => {
  it.each<[string, string, string[]]>([
    ['a: 1\nb: 2\nc: 3', 'a: 1\n', ['b', 'c']],
    ['a: 1\nb: 2\nc: 3\n', 'b: 2\n', ['c', 'a']],
    ['{a: 1, b: 2, c: 3}', '{a: 1}', ['c', 'b']],
    ['{a: 1, b: 2, c: 3}', '{b: 2}', ['a', 'c']],
    ['{a: 1, b: 2, c: 3}', '{c: 3}', ['a', 'b']],
  ])('%j becomes %j', (before, after, keys) => {
    check(before, after, (editor, _, pair) => editor.removePairs(keys.map(pair)));
  });
});

describe('prunePair', () => {
  it.each([
    ['a: 1\nb:\n  c:\n    d: 2\n', 'a: 1\n', 'b.c.d'],
    ['a: 1\nb:\n  c:\n    d: 2\n  e: 3\n', 'a: 1\nb:\n  e: 3\n', 'b.c.d'],
    ['a: 1\nb:\n  # x\n  d: 2\n', 'a: 1\nb:\n  # x\n  {}\n', 'b.d'],
    ['b: &x\n  d: 2\na: *x\n', 'b: &x\n  {}\na: *x\n', 'b.d'],
    ['{"a": 1, "b": {"c": 2}}', '{"a": 1}', 'b.c'],
  ])('%j', (before, after, path) => check(before, after, (editor, _at, pair) => editor.prunePair(pair(path))));
});

describe('pruneItems', () => {
  it.each<[string, string, number[]]>([
    ['a: 1\nm:\n  b:\n    - x\n', 'a: 1\n', [0]],
    ['m:\n  c: 1\n  b:\n    - x\n    - w\n', 'm:\n  c: 1\n', [0, 1]],
    ['m:\n  b:\n    - x\n    - w # 1\n    - z\n', 'm:\n  b:\n    - w # 1\n', [0, 2]],
    ['a: 1\nm:\n  b:\n    # x\n    - x\n', 'a: 1\nm:\n  b: []\n    # x\n', [0]],
    ['m:\n  b: # x\n  - x\n  - y\na: 1\n', 'm:\n  b: [] # x\na: 1\n', [0, 1]],
    ['m:\n  b: &x\n  - x\na: 1\n', 'm:\n  b: &x []\na: 1\n', [0]],
    ['a: 1\nm:\n  b:\n    - x # 1\n', 'a: 1\n# 1\n', [0]],
    ['m: {b: [x, w, z]}\n', 'm: {b: [w]}\n', [0, 2]],
    ['a: 1\nm: {b: [x]}\n', 'a: 1\n', [0]],
  ])('%j', (before, after, indices) =>
    check(before, after, (editor, at) => editor.pruneItems(list(at('m.b')), indices) ?? []),
  );
});

describe('keepsAnchors', () => {
  const keeps = (text: string, from: string, by: string, at = text.length) => {
    const start = text.indexOf(from);
    const edits = [
      { start, end: start + from.length, text: '' },
      { start: at, end: at, text: by },
    ];
    return keepsAnchors(new Chunk(text).root, edits);
  };
  it.each([
    ['what no alias stands for', 'a: &x 1\nb: &y 2\nc: *y\n', 'a: &x 1\n', '', true],
    ['what an alias stands for', 'a: &x 1\nb: *x\n', 'a: &x 1\n', '', false],
    ['it with its only alias', 'a: [&x 1, *x]\nb: 2\n', 'a: [&x 1, *x]\n', '', true],
    ['what goes to a place behind its alias', 'a: &x 1\nb: *x\n', 'a: &x 1\n', 'a: &x 1\n', false],
    ['an alias that goes to the end', 'a: &x 1\nb: *x\nc: 2\n', 'b: *x\n', 'b: *x\n', true],
  ])('%s', (_, text, from, by, expected) => expect(keeps(text, from, by)).toBe(expected));

  it('not with an alias within what it stands for', () => {
    expect(keeps('a: &x {b: 1}\nc: *x\n', 'c: *x\n', ', c: *x', 11)).toBe(false);
  });

  it('not with an alias in front of its anchor', () => {
    expect(keeps('a: 0\nb: &x 1\nc: *x\n', 'c: *x\n', 'c: *x\n', 0)).toBe(false);
    expect(keeps('a: &x 1\nb: 2\nc: *x\n', 'a: &x 1\n', 'a: &x 1\n', 8)).toBe(true);
  });
});
