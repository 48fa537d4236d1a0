import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { scriptLine } from '../../server/src/service/features/refactor/layout.ts';
import { containersOf, workloadsOf } from '../../server/src/service/model/index.ts';
import { manifestOf } from '../helpers/manifests.ts';
import { refactoringsAt } from '../helpers/refactorings.ts';
import { styles } from '../helpers/styles.ts';
import { parseManifests, randomOf } from '../truth/mutations.ts';

const read = (folder: string) => {
  const base = new URL(`../../${folder}/`, import.meta.url);
  const names = readdirSync(base).filter((name) => name.endsWith('.yaml'));
  return names.map((name): [string, string] => [name, readFileSync(new URL(name, base), 'utf8')]);
};
const random = randomOf(5);
const manifests = parseManifests(read('test/truth/manifests').map(([, text]) => text));
const texts = [
  ...read('examples').filter(([name]) => !name.includes('broken')),
  ...['block', 'block, lists not indented', 'JSON'].flatMap((style) =>
    manifests.map((manifest, index): [string, string] => [
      `${style} ${index}`,
      (styles[style] as (typeof styles)[string])(manifest, random),
    ]),
  ),
];

type Pair = [there: RegExp, back: RegExp];

/** Refactorings that lead back to where others came from. */
const pairs: Record<string, Pair[]> = {
  app: [
    [/^Make \S+ an init container$/, /^Make \S+ an app container$/],
    [/^Make \S+ a native sidecar$/, /^Make \S+ an app container$/],
  ],
  init: [[/^Make \S+ a native sidecar$/, /^Make \S+ an init container$/]],
  sidecar: [[/^Make \S+ an init container$/, /^Make \S+ a native sidecar$/]],
  ephemeral: [],
};
const lists: Pair[] = [
  [/ as a block list$/, / on one line$/],
  [/ on one line$/, / as a block list$/],
  [/^Run it with a shell/, /^Run it without a shell/],
  [/^Run it without a shell/, /^Run it with a shell/],
];

/** The contents of a text: the containers of each list by name, scripts on one line. */
function contentsOf(text: string): string {
  const documents = parseAllDocuments(text, { merge: true }).map((document) => document.toJS() as unknown);
  return JSON.stringify(documents, (key, value: unknown) => {
    if (typeof value === 'string') return scriptLine(value) ?? value;
    if (!/^(?:c|initC)ontainers$/.test(key) || !Array.isArray(value)) return value;
    return Object.fromEntries(value.map((each: { name: string }) => [each.name, Object.entries(each).sort()]).sort());
  });
}

/** Where the containers of a text and the fields of their commands are. */
function placesIn(text: string): { name: string | undefined; role: string; at: number; command: boolean }[] {
  return manifestOf(text).chunks.flatMap(({ chunk, offset }) =>
    workloadsOf(chunk).flatMap(({ pod }) =>
      (pod ? containersOf(pod) : []).flatMap(({ name, role, node }) => {
        const fields = node.pairs.filter(({ key }) => /^(?:command|args)$/.test(key.text));
        return [
          { name, role, at: offset + node.start, command: false },
          ...fields.map(({ key }) => ({ name: `${name} ${key.text}`, role, at: offset + key.start, command: true })),
        ];
      }),
    ),
  );
}

function offered(text: string, at: number, title: RegExp): string | undefined {
  return refactoringsAt(text, at)
    .find((offer) => title.test(offer.title))
    ?.apply();
}

/** What does not lead back, and how often something does. */
function oneWays(text: string): { failed: string[]; count: number } {
  const failed: string[] = [];
  let count = 0;
  for (const { name, role, at, command } of placesIn(text)) {
    for (const [there, back] of command ? lists : (pairs[role] ?? [])) {
      const between = offered(text, at, there);
      const place = placesIn(between ?? '').find((each) => each.name === name);
      if (between === undefined || !place) continue;
      const again = offered(between, place.at, back);
      count++;
      if (again === undefined || contentsOf(again) !== contentsOf(text)) {
        failed.push(`${name} ${there}\n${text}\n--- becomes\n${between}\n--- becomes\n${again}`);
      }
    }
  }
  return { failed, count };
}

let total = 0;

describe('a refactoring and its inverse leave what was there', { timeout: 60_000 }, () => {
  it.each(texts)('%s', (_, text) => {
    const { failed, count } = oneWays(text);
    total += count;
    expect(failed).toEqual([]);
  });

  it('of which there are many', () => expect(total).toBeGreaterThan(40));
});
