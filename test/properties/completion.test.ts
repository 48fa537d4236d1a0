import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { complete } from '../../server/src/service/features/completion.ts';
import { defaultSettings, problemsOf } from '../../server/src/service/features/problems.ts';
import { Workspace } from '../../server/src/service/features/workspace.ts';
import { acceptedAsIs } from '../helpers/completion.ts';
import { inFlow } from '../helpers/everyField.ts';
import { manifestOf } from '../helpers/manifests.ts';
import { randomOf } from '../truth/mutations.ts';

const read = (folder: string) => {
  const base = new URL(`../../${folder}/`, import.meta.url);
  const names = readdirSync(base).filter((name) => name.endsWith('.yaml'));
  return names.map((name): [string, string] => [name, readFileSync(new URL(name, base), 'utf8')]);
};
const settings = defaultSettings;
const workspace = new Workspace();

/** How many errors a text has, by code. */
function errorsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { problem } of problemsOf(manifestOf(text), settings)) {
    if (problem.severity === 'error') counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1);
  }
  return counts;
}

const examples: readonly [string, string][] = read('examples').flatMap(([name, text]) => {
  // a document without a pod that is made one lacks what a pod has to have
  const pod = text.split(/^---\n/m).find((document) => /^spec:/m.test(document)) ?? '';
  return [
    [name, pod],
    [`${name} in flow style`, inFlow(parse(pod))],
    [`${name} as JSON`, JSON.stringify(parse(pod), null, 2)],
  ];
});
const kinds = read('test/truth/manifests');

/** The share of the places that is looked at: all with PODSMITH_COMPLETION=all. */
const all = process.env.PODSMITH_COMPLETION === 'all' ? 1 : undefined;

const random = randomOf(11);

/** A text in which something is about to be written at an offset. */
interface Opened {
  text: string;
  offset: number;
}

/** Every place of a text as it is, with an empty line opened below each line, room in each bracket, and each value taken out. */
function opened(text: string): Opened[] {
  const asIs = Array.from({ length: text.length + 1 }, (_, offset) => ({ text, offset }));
  const lines = [...text.matchAll(/^( *).*$/gm)].flatMap(({ index, 0: line, 1: blanks = '' }) =>
    Array.from({ length: blanks.length + 7 }, (_, column) => {
      const at = index + line.length;
      return { text: `${text.slice(0, at)}\n${' '.repeat(column)}${text.slice(at)}`, offset: at + 1 + column };
    }),
  );
  const entries = [...text.matchAll(/[[{,](?= *\S)/g)].map(({ index }) => ({
    text: `${text.slice(0, index + 1)}  ${text.slice(index + 1)}`,
    offset: index + 2,
  }));
  const values = [...text.matchAll(/(?<=\w: )[^\s{}[\],]+/g)].map(({ index, 0: value }) => ({
    text: text.slice(0, index) + text.slice(index + value.length),
    offset: index,
  }));
  return [...asIs, ...lines, ...entries, ...values];
}

/** What is wrong with the text after an item is accepted, for every place of a text. */
function flaws(text: string, share: number): string[] {
  const found = new Map<string, string>();
  const original = errorsIn(text);
  let known = { text: '', manifest: manifestOf(''), errors: new Map<string, number>() };
  const seen = new Set<string>();
  for (const { text: before, offset } of opened(text)) {
    if (random() > (all ?? share)) continue;
    if (known.text !== before) known = { text: before, manifest: manifestOf(before), errors: errorsIn(before) };
    const { manifest, errors } = known;
    for (const item of complete(manifest, manifest.document.positionAt(offset), settings, () => workspace)) {
      const after = acceptedAsIs(manifest, item);
      if (after === before || seen.has(after)) continue;
      seen.add(after);
      accepted++;
      for (const [code, count] of errorsIn(after)) {
        // what is half typed may hide what is wrong elsewhere
        if (count > Math.max(errors.get(code) ?? 0, original.get(code) ?? 0))
          found.set(`${item.label}: ${code}`, after);
      }
    }
  }
  return [...found].map(([flaw, after]) => `${flaw}\n${after}`);
}

let accepted = 0;

/** Values that are refused until what is to be written next is there. */
const unfinished = [
  'In: selector-values',
  'NotIn: selector-values',
  'Gt: selector-values',
  'Lt: selector-values',
  'Equal: toleration-operator',
  'Localhost: required-field',
  'None: dns-servers-missing',
  'Indexed: indexed-job-completions',
];

describe('accepting any completion item adds no error', { timeout: 600_000 }, () => {
  it.each(examples)('%s', (name, text) => expect(flaws(text, name === 'native-sidecar.yaml' ? 1 : 0.08)).toEqual([]));

  it.each(kinds)('%s', (_, text) => {
    const found = flaws(text, 0.02).filter((flaw) => !unfinished.includes(flaw.split('\n')[0] ?? ''));
    expect(found).toEqual([]);
  });

  it('and there are many', () => expect(accepted).toBeGreaterThan(5000));
});
