import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patterns, podOf } from '../../server/src/service/patterns/index.ts';
import { type Snippet, snippets } from '../../server/src/service/patterns/snippets.ts';
import { writeBlock } from '../../server/src/service/yaml/index.ts';
import { lines } from '../helpers/manifests.ts';
import { expandSnippet, tabStops } from '../helpers/snippets.ts';

const file = new URL('../../snippets/podsmith.code-snippets', import.meta.url);
const text = readFileSync(file, 'utf8');
const all: Record<string, Snippet> = JSON.parse(text);
const style = { indent: 2, indentLists: true, quote: "'", eol: '\n' } as const;

it('the file is what scripts/generate-snippets.mjs writes', () => {
  expect(text).toBe(`${JSON.stringify(snippets(), null, 2)}\n`);
});

it('there is one of each pattern, and none that VS Code offers while somebody types', () => {
  expect(Object.keys(all)).toHaveLength(patterns.length);
  for (const snippet of Object.values(all)) expect(snippet).not.toHaveProperty('prefix');
});

describe.each(Object.entries(all).map(([name, snippet]) => ({ name, snippet })))('$name', ({ snippet }) => {
  const { body } = snippet;

  it('has a description of one line', () => {
    expect(snippet.description).toMatch(/^[A-Z].{10,110}$/);
  });

  it('has no indentation of its own and ends at the final tab stop', () => {
    expect(body[0]).toMatch(/^\S/);
    expect(body.join('\n')).not.toMatch(/\t|\r/);
    expect(body.join('\n').indexOf('$0')).toBe(body.join('\n').length - 2);
  });

  it('counts its tab stops in the order of the text, equal numbers with equal values', () => {
    const seen: string[] = [];
    for (const { number, value } of tabStops(body)) {
      if (number > seen.length) seen.push(value);
      expect(seen[number - 1]).toBe(value);
    }
    expect(seen.length).toBeGreaterThan(1);
  });
});

describe.each(patterns)('$name', (pattern) => {
  const body = all[`Pod: ${pattern.name}`]?.body ?? [];

  it('gives the whole pod, without a problem', () => {
    expect(expandSnippet(body)).toBe(`${writeBlock(podOf(pattern), style).join('\n')}\n`);
    expect(lines(expandSnippet(body))).toEqual([]);
  });

  it('stays valid whatever is typed for a name', () => {
    const names = tabStops(body).filter(({ value }) => /^[a-z-]+$/.test(value));
    const typed = Object.fromEntries(names.map(({ number }) => [number, `other-${number}`]));
    const changed = expandSnippet(body, typed);
    expect(changed).toContain('other-1');
    expect(lines(changed)).toEqual([]);
  });
});
