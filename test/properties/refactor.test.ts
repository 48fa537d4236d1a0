import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { containersOf, workloadsOf } from '../../server/src/service/model/index.ts';
import { find, manifestOf } from '../helpers/manifests.ts';
import { refactoringsAt } from '../helpers/refactorings.ts';
import { commented, commentsOf, styles, withCrLf } from '../helpers/styles.ts';
import { type Json, mutate, parseManifests, randomOf } from '../truth/mutations.ts';

const read = (folder: string, ext: string) => {
  const base = new URL(`../../${folder}/`, import.meta.url);
  const names = readdirSync(base).filter((name) => name.endsWith(ext));
  return names.map((name) => [name, readFileSync(new URL(name, base), 'utf8')] as const);
};
const examples = read('examples', '.yaml');
const random = randomOf(11);
const manifests = parseManifests(read('test/truth/manifests', '.yaml').map(([, text]) => text));
const pick = () => manifests[Math.floor(random() * manifests.length)] as Json;
const written = Object.entries(styles).map(([style, write]): [string, string[]] => [
  style,
  Array.from({ length: 4 }, () => write(pick(), random)),
]);
const mutants = Array.from({ length: 30 }, (_, index): [number, string] => {
  const write = Object.values(styles)[index % Object.keys(styles).length] ?? JSON.stringify;
  return [index, write(mutate(pick(), random, defaultSettings.minor), random)];
});

/** Some of the places that a user may have the cursor at: the kind, each container, and what is written in it. */
function cursors(text: string): number[] {
  const all = manifestOf(text).chunks.flatMap(({ chunk, offset }) =>
    workloadsOf(chunk).flatMap(({ root, pod }) => {
      const fields = (pod ? containersOf(pod) : []).flatMap(({ node }) => node.pairs);
      const entries = fields.flatMap(({ value }) => (value.kind === 'seq' ? value.items : []));
      return [root, ...fields, ...entries].map(({ start }) => offset + start);
    }),
  );
  return all.filter((_, index) => index === 0 || random() < 3 / all.length);
}

/** The containers that can be added have tests of their own. */
const isOurs = ({ title }: { title: string }) => !title.endsWith('this pod');

const errors = (text: string) => find(text).filter(({ problem }) => problem.severity === 'error').length;

/** What is wrong with what the refactorings leave. */
function flaws(text: string): string[] {
  const errorsBefore = errors(text);
  const comments = commentsOf(text);
  return cursors(text).flatMap((cursor) =>
    refactoringsAt(text, cursor)
      .filter(isOurs)
      .flatMap(({ title, apply }) => {
        const after = apply();
        const left = commentsOf(after);
        const broken = [
          ...(after === text ? ['nothing changes'] : []),
          ...(errors(after) > errorsBefore ? ['a new error'] : []),
          ...comments.filter((comment) => !left.includes(comment)).map((comment) => `loses ${comment}`),
          ...(text.includes('\r\n') && /[^\r]\n/.test(after) ? ['mixed line breaks'] : []),
          ...(text.startsWith('\ufeff') && !after.startsWith('\ufeff') ? ['no mark at the top'] : []),
          ...(title.startsWith('Convert') && podsOf(after) !== podsOf(text) ? ['another pod'] : []),
        ];
        return broken.map((what) => `${title} at ${cursor}: ${what}\n${text}\n--- becomes\n${after}`);
      }),
  );
}

const ofKind = ['restartPolicy', 'activeDeadlineSeconds'];

/** The pod specs of a text, but for what depends on the kind. */
function podsOf(text: string): string {
  const pods: object[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('containers' in value) pods.push(Object.entries(value).filter(([key]) => !ofKind.includes(key)));
    else for (const inner of Object.values(value)) visit(inner);
  };
  for (const document of parseAllDocuments(text, { merge: true })) visit(document.toJS());
  return JSON.stringify(pods);
}

describe('what refactorings leave is accepted, with all comments', { timeout: 60_000 }, () => {
  it.each(examples)('%s', (_, text) => {
    expect(flaws(text)).toEqual([]);
    expect(flaws(withCrLf(commented(text)))).toEqual([]);
  });

  it.each(written)('%s', (_, texts) => expect(texts.flatMap(flaws)).toEqual([]));

  it.each(mutants)('mutant %i', (_, text) => expect(flaws(text)).toEqual([]));
});
