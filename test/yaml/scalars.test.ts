import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  Chunk,
  canBePlain,
  keyText,
  type MapNode,
  quoted,
  readScalar,
  type ScalarValue,
  writeScalar,
} from '../../server/src/service/yaml/index.ts';

type Read = string | number | boolean | null | { refused: true };

/** What kubectl of Kubernetes 1.37 makes of a text: plain, as a key, and with four tags. */
const table: [
  text: string,
  plain: Read,
  key: string | { refused: true },
  int: Read,
  float: Read,
  bool: Read,
  none: Read,
][] = JSON.parse(readFileSync(new URL('scalars.json', import.meta.url), 'utf8'));
const texts = table.map(([text]) => text);
const style = { indent: 2, indentLists: true, quote: '"', eol: '\n' } as const;

function read(value: ScalarValue): Read {
  if (value.type === 'unsupported') return { refused: true };
  return value.type === 'null' ? null : value.value;
}

function pairIn(text: string) {
  const chunk = new Chunk(text);
  return { problems: chunk.problems, pair: (chunk.root as MapNode).pairs[0] };
}

describe.each(table)('%s', (text, plain, key, int, float, bool, none) => {
  it('means what it means to kubectl', () => expect(read(readScalar(text, 'plain'))).toEqual(plain));

  it('keeps its meaning in a document', () => {
    const { problems, pair } = pairIn(`a: ${text}\n`);
    expect(problems.length > 0).toBe(typeof plain === 'object' && plain !== null);
    if (problems.length === 0) expect(pair?.value).toMatchObject({ value: readScalar(text, 'plain') });
  });

  it('is a string in quotes and with a tag of its own', () => {
    for (const tag of [undefined, '!!str', 'tag:yaml.org,2002:str', '!foo', '!']) {
      expect(read(readScalar(text, tag ? 'plain' : 'double', tag))).toBe(text);
    }
  });

  it('obeys a tag', () => {
    for (const [tag, expected] of Object.entries({ int, float, bool, null: none })) {
      for (const spelled of [`!!${tag}`, `tag:yaml.org,2002:${tag}`]) {
        expect(read(readScalar(text, 'plain', spelled))).toEqual(expected);
      }
    }
  });

  it('has the name of the JSON key', () => {
    const { problems, pair } = pairIn(`${text}: a\n`);
    if (typeof key === 'object') expect(problems).not.toEqual([]);
    else expect(pair && [keyText(pair), problems]).toEqual([key, []]);
  });
});

describe('writing a text', () => {
  const more = [
    '',
    ' a',
    'a ',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '- a',
    '-',
    '?',
    '? a',
    'a\nb',
    "it's",
    'say "a"',
    '\\',
    '[a',
    'a]',
    '{a}',
    'a,b',
    '*a',
    '&a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '---',
    '...',
    "''",
    '""',
    'é',
    '😀',
    '\t',
    '\u0007',
    '\u2028',
    '\ufeff',
    '"\'',
    '1.27',
    'a?b',
    ':a',
    'a{b',
  ];
  const contexts: [string, boolean, (text: string) => string, (root: MapNode) => unknown][] = [
    ['block', false, (text) => `a: ${text}\n`, (root) => root.pairs[0]?.value],
    ['flow', true, (text) => `{a: ${text}, b: c}\n`, (root) => root.pairs[0]?.value],
    [
      'a list',
      true,
      (text) => `a: [${text}]\n`,
      (root) => root.pairs[0]?.value.kind === 'seq' && root.pairs[0].value.items[0],
    ],
  ];

  it.each(contexts)('reads the same in %s', (_, flow, write, valueIn) => {
    for (const text of [...texts, ...more]) {
      for (const quote of ['"', "'"] as const) {
        const chunk = new Chunk(write(writeScalar(text, { ...style, quote }, flow)));
        expect([text, chunk.problems]).toEqual([text, []]);
        expect(valueIn(chunk.root as MapNode)).toMatchObject({ value: { type: 'string', value: text } });
        expect(read(readScalar(text, 'double'))).toBe(text);
        expect(quoted(text, quote)).toMatch(/^(["']).*\1$/s);
      }
    }
  });

  it('leaves plain what may be', () => {
    expect(['nginx:1.27', '/data', 'a-b', 'a b', '1.2.3', '12:30:45'].every((text) => canBePlain(text, true))).toBe(
      true,
    );
    expect(['yes', '012', '1e3', 'a: b', 'a,b', '<<', '='].some((text) => canBePlain(text, true))).toBe(false);
  });
});

it.each([
  ['!!binary', 'aGVsbG8=', 'hello'],
  ['!!binary', 'aGVs\nbG8=', 'hello'],
  ['!!timestamp', '2001-01-01', '2001-01-01'],
  ['!!seq', 'a', 'a'],
])('%s %j', (tag, text, value) => expect(readScalar(text, 'plain', tag)).toEqual({ type: 'string', value }));

it.each([
  ['!!binary', 'x'],
  ['!!timestamp', 'x'],
])('%s %j is refused', (tag, text) => expect(readScalar(text, 'plain', tag).type).toBe('unsupported'));
