import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlacedProblem } from '../../server/src/service/features/problems.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { soundFixes } from '../../server/src/service/features/soundFixes.ts';
import { apply } from '../../server/src/service/fixes/index.ts';
import { type Fix, ruleOf } from '../../server/src/service/rules/index.ts';
import { find, saved } from '../helpers/manifests.ts';
import { type Json, mutate, parseManifests, randomOf, textOf } from '../truth/mutations.ts';

const read = (folder: string, ext: string) => {
  const base = new URL(`../../${folder}/`, import.meta.url);
  const names = readdirSync(base).filter((name) => name.endsWith(ext));
  return names.map((name) => [name, readFileSync(new URL(name, base), 'utf8')] as const);
};
const examples = read('examples', '.yaml');
const wrong = read('docs/rules', '.md').flatMap(([name, page]) => {
  const text = /^## Wrong\n[^#]*?^```yaml\n(.*?)^```/ms.exec(page)?.[1];
  return text === undefined ? [] : [[name, text] as const];
});

/** The ways in which a mutated manifest is written, in turn. */
const styles: readonly ((manifest: Json) => string)[] = [
  textOf,
  (manifest) => JSON.stringify(manifest, null, 2).replaceAll('\\u0001', ''),
  (manifest) => textOf(manifest).replaceAll('\n', '\r\n'),
  (manifest) => JSON.stringify(manifest).replaceAll('\\u0001', ''),
  (manifest) => commented(textOf(manifest)),
  aliased,
];

/** A manifest in which one object stands twice in its list, and another in two places, as an alias. */
function aliased(manifest: Json): string {
  const root = structuredClone(manifest);
  const places: { holder: { [key: string]: Json }; key: string; value: object }[] = [];
  const visit = (holder: object): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value !== 'object' || value === null) continue;
      places.push({ holder: holder as { [key: string]: Json }, key, value });
      visit(value);
    }
  };
  visit(root as object);
  const pick = () => places[Math.floor(random() * places.length)];
  const [from, to] = [pick(), pick()];
  const list = places.find(({ value }) => Array.isArray(value) && value.length > 0)?.value as Json[] | undefined;
  list?.push(list[0] as Json);
  if (from && to && !JSON.stringify(from.value).includes(JSON.stringify(to.value))) {
    to.holder[to.key] = structuredClone(from.value) as Json;
    from.holder[from.key] = to.holder[to.key] as Json;
  }
  return textOf(root);
}

/** A comment above and behind each line. */
function commented(text: string): string {
  return text.replace(
    /^( *)(\S.*)$/gm,
    (_, indent, line, at) => `${indent}# above ${at}\n${indent}${line} # behind ${at}`,
  );
}

const random = randomOf(7);
const manifests = parseManifests(read('test/truth/manifests', '.yaml').map(([, text]) => text));
const mutants = Array.from({ length: 100 }, (_, index): [number, string] => {
  const manifest = manifests[Math.floor(random() * manifests.length)] as Json;
  const write = styles[index % styles.length] ?? textOf;
  return [index, write(mutate(manifest, random, defaultSettings.minor))];
});

/**
 * Rules whose fixes may bring other errors to light. Those with `hides` keep the API server from looking further; a text
 * that gets its quotes is looked at for the first time.
 */
const mayUncover = (code: string) => ruleOf(code)?.hides === true || code === 'string-not-quoted';

/** A problem wherever the entry is in its list: others move up where one is taken out. */
const keyOf = ({ problem: { code, path } }: PlacedProblem) => `${code} ${path.replace(/\[\d+\]/g, '[]')}`;

const count = (problems: readonly PlacedProblem[], key: string) =>
  problems.filter((found) => keyOf(found) === key).length;

function fixedBy(text: string, { edits }: Fix, { placed: { offset } }: PlacedProblem): string {
  return apply(
    text,
    edits.map((edit) => ({ ...edit, start: edit.start + offset, end: edit.end + offset })),
  );
}

/** What is wrong with a fix. */
function flawsOf(before: readonly PlacedProblem[], found: PlacedProblem, after: string): string[] {
  const left = find(after);
  const { code } = found.problem;
  const isMore = (key: string) => count(left, key) > count(before, key);
  const errors = new Set(left.filter(({ problem }) => problem.severity === 'error').map(keyOf));
  const uncovered = mayUncover(code) ? [] : [...errors].filter(isMore).map((key) => `a new ${key}`);
  return [
    ...(count(left, keyOf(found)) >= count(before, keyOf(found)) ? ['its problem stays'] : []),
    ...(code !== 'yaml-syntax' && [...errors].some((key) => key.startsWith('yaml-syntax') && isMore(key))
      ? ['no YAML']
      : []),
    ...uncovered,
  ];
}

/** The fixes of a manifest that do not keep their promise; `find` throws where a rule does. */
function flaws(text: string): string[] {
  const before = find(text);
  return before.flatMap((found) =>
    (soundFixes([found], defaultSettings)[0] ?? []).flatMap((fix) => {
      const after = fixedBy(text, fix, found);
      return flawsOf(before, found, after).map(
        (flaw) => `${found.problem.code} / ${fix.title}: ${flaw}\n${text}\n--- becomes\n${after}`,
      );
    }),
  );
}

describe('a fix removes its problem and adds no error', { timeout: 30_000 }, () => {
  it.each([...examples, ...wrong])('%s', (_, text) => {
    expect(flaws(text)).toEqual([]);
    expect(flaws(text.replaceAll('\n', '\r\n')).map((flaw) => flaw.split('\n')[0])).toEqual([]);
  });

  it.each(mutants)('mutant %i', (_, text) => expect(flaws(text)).toEqual([]));
});

describe('saving twice changes nothing more', { timeout: 30_000 }, () => {
  it.each([...examples, ...wrong, ...mutants])('%s', (_, text) => {
    const once = saved(text);
    expect(saved(once)).toBe(once);
  });
});

describe('saving loses no comment', { timeout: 30_000 }, () => {
  it.each(mutants.map(([index, text]) => [index, text.startsWith('{') ? text : commented(text)]))(
    'mutant %i',
    (_, text) => {
      const comments = (of: string) => of.match(/# (?:above|behind) \d+/g)?.sort();
      expect(comments(saved(String(text)))).toEqual(comments(String(text)));
    },
  );
});
