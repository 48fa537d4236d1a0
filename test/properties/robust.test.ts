import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, rangesOutside } from '../helpers/ask.ts';
import { mangled } from '../helpers/changes.ts';
import { randomOf } from '../truth/mutations.ts';

const container = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: b
`;
const letters = [...'bcdefghi'];
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Nine times nine times nine … of what `&a` stands for. */
const laughs = (indent: string, of: (names: string) => string) =>
  letters
    .map((letter, index) => `${indent}${letter}: &${letter} ${of(Array(9).fill(`*${'abcdefgh'[index]}`).join(', '))}\n`)
    .join('');

const texts: Readonly<Record<string, string>> = {
  'an alias bomb': `a: &a [x, x]\n${laughs('', (names) => `[${names}]`)}`,
  'an alias bomb in a container': `${container}      a: &a [x, x]\n${laughs('      ', (names) => `[${names}]`)}      env: *i\n`,
  'a bomb of merges': `apiVersion: v1\nkind: Pod\na: &a {name: a}\n${laughs('', (names) => `{<<: [${names}]}`)}spec: {containers: [*i]}\n`,
  'opening brackets': `${container}      args: ${'['.repeat(20_000)}`,
  'opening braces': `${container}      args: ${'{a: '.repeat(20_000)}`,
  'closing brackets': `${container}      args: ${']'.repeat(2_000)}`,
  dashes: `${container}      args:\n        ${'- '.repeat(5_000)}`,
  'deep indentation': `${container}${lines(600, (index) => `${' '.repeat(index + 6)}a:\n`)}`,
  'many documents': `${container}---\n`.repeat(500),
  'a long line': `${container}      args: ["${'x '.repeat(500_000)}"]\n`,
  'a large comment': `${container}${'# comment\n'.repeat(5_000)}`,
  'a large script': `${container}      args:\n      - |\n${'        echo hello\n'.repeat(50_000)}`,
  'many items': `${container}      args:\n${'      - x\n'.repeat(5_000)}`,
  'many labels': `apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n${lines(2_000, (index) => `    key${index}: a\n`)}`,
  'a quote that stays open': `${container}      args: ["${'x\n '.repeat(5_000)}`,
  'cut JSON': `{"a": ${'{"a": 1}\n'.repeat(500)}`,
  'carriage returns': `${container}${'\r'.repeat(5_000)}x`,
};

const texts10MB: Readonly<Record<string, string>> = {
  'comments alone': '# comment\n'.repeat(1_000_000),
  'a Pod and comments': container + '# comment\n'.repeat(1_000_000),
  'a script': `${container}      args:\n      - |\n${'        echo hello\n'.repeat(530_000)}`,
  documents: `${container}---\n`.repeat(120_000),
  JSON: `{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [${'{"name": "a"},'.repeat(700_000)}{}]}}`,
  'odd characters': oddText(1_000_000).repeat(10),
  'one line': 'x'.repeat(10_000_000),
};

function oddText(length: number): string {
  const random = randomOf(13);
  return Array.from({ length }, () => String.fromCharCode(Math.floor(random() * 256))).join('');
}

/** Its middle and its end. */
const places = (text: string) => [Math.floor(text.length / 2), text.length];

describe('nothing throws, however odd a text is', { timeout: 120_000 }, () => {
  it.each(Object.entries({ ...texts, ...texts10MB }))('%s', (_, text) => {
    expect(() => ask(text, places(text))).not.toThrow();
  });

  it('a manifest cut anywhere', () => {
    const text = readFileSync(new URL('../../examples/sidecar.yaml', import.meta.url), 'utf8');
    for (let end = 0; end < text.length; end++)
      expect(rangesOutside(text.slice(0, end), ask(text.slice(0, end), [end]))).toEqual([]);
  });

  it('manifests with other bytes in them', () => {
    fc.assert(
      fc.property(mangled, fc.nat(), (text, at) => {
        expect(rangesOutside(text, ask(text, [at % (text.length + 1)]))).toEqual([]);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

/** Texts of about so many characters, of what can be long in a manifest. */
const growing: Readonly<Record<string, (length: number) => string>> = {
  comments: (length) => container + fill('# comment\n', length),
  documents: (length) => fill(`${container}---\n`, length),
  'empty documents': (length) => container + fill('---\n', length),
  script: (length) =>
    `${container}      command: [sh, -c]\n      args:\n      - |\n${fill('        echo hello\n', length)}`,
  containers: (length) =>
    container + numbered(length, (n) => `    - {name: a${n}, image: b, ports: [{containerPort: 1${n}}]}\n`),
  misspelled: (length) => container + numbered(length, (n) => `    - {nam: a${n}, imag: b, ports: [{port: 1${n}}]}\n`),
  env: (length) =>
    `${container}      env:\n${numbered(length, (n) => `        - {name: A${n}, value: $(A${n - 1})}\n`)}`,
  volumes: (length) => `${container}  volumes:\n${numbered(length, (n) => `    - {name: v${n}, emptyDir: {}}\n`)}`,
  args: (length) => `${container}      args: [${fill('"x", ', length)}]\n`,
  'open references': (length) => `${container}      args: ["${fill('$(', length)}"]\n`,
  'closing brackets': (length) => `${container}      args: ${']'.repeat(length)}`,
  'a line': (length) => `${container}      args: ["${fill('x ', length)}"]\n`,
  JSON: (length) => `{"apiVersion":"v1","kind":"Pod","spec":{"containers":[${fill('{"name":"a"},', length)}{}]}}`,
};

const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length));
const numbered = (length: number, line: (n: number) => string) => lines(Math.ceil(length / line(100).length), line);

function seconds(text: string): number {
  const from = performance.now();
  ask(text, places(text));
  return performance.now() - from;
}

describe('what is sixteen times as long takes not much more than sixteen times as long', { timeout: 120_000 }, () => {
  it.each(Object.entries(growing))('%s', (_, make) => {
    const [short, long] = [make(2_000), make(32_000)];
    seconds(short);
    // a machine with other things to do is given another chance
    const ratios = [];
    do ratios.push(seconds(long) / seconds(short));
    while (ratios.length < 5 && Math.min(...ratios) > 48);
    expect(Math.min(...ratios)).toBeLessThan(48);
  });
});
