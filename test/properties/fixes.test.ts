import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, fixAllKind } from '../../server/src/service/features/codeActions.ts';
import { fixesOf } from '../../server/src/service/features/fixAll.ts';
import { defaultSettings, problemsOf } from '../../server/src/service/features/problems.ts';
import { manifestOf, saved } from '../helpers/manifests.ts';
import { brokenPromises } from '../helpers/promise.ts';
import { commented, commentsOf, styles, withCrLf } from '../helpers/styles.ts';
import { type Json, mutate, parseManifests, randomOf, textOf } from '../truth/mutations.ts';

type Case = readonly [name: string, text: string];

const root = new URL('../../', import.meta.url);

/** The files of a folder, and of those in it. */
function read(folder: string | URL, ext: RegExp): Case[] {
  const base = new URL(folder, root);
  const names = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((name) => ext.test(name));
  return names.map((name) => [name, readFileSync(new URL(name, base), 'utf8')]);
}

const examples = read('examples/', /\.yaml$/);
const wrong = read('docs/rules/', /\.md$/).flatMap(([name, page]): Case[] => {
  const text = /^## Wrong\n[^#]*?^```yaml\n(.*?)^```/ms.exec(page)?.[1];
  return text === undefined ? [] : [[name, text]];
});

/** A text as people write it, and as it stands. */
const versions = ([name, text]: Case): Case[] => [
  [name, text],
  [`${name}, CRLF`, withCrLf(text)],
  [`${name}, BOM`, `\ufeff${text}`],
  ...(/^\s*[[{]/.test(text) ? [] : [[`${name}, comments everywhere`, commented(text)] as const]),
];

const random = randomOf(7);
const allStyles = Object.entries(styles);
const manifests = parseManifests(read('test/truth/manifests/', /\.yaml$/).map(([, text]) => text));
const mutants = Array.from({ length: 200 }, (_, index): Case => {
  const manifest = mutate(manifests[Math.floor(random() * manifests.length)] as Json, random, defaultSettings.minor);
  const [style, write] = allStyles[index % allStyles.length] ?? ['', textOf];
  return [`mutant ${index}, ${style}`, write(manifest, random)];
});

/** What the API server was asked about, in every style: `every` takes one of so many. */
function asked(file: string | URL, every: number): Case[] {
  const lines = readFileSync(new URL(file, root), 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line, index): Case[] => {
    if (index % every !== 0) return [];
    const text: string = JSON.parse(line).manifest;
    return [
      [`case ${index}`, text],
      ...restyled(text).map(([style, written]): Case => [`case ${index}, ${style}`, written]),
    ];
  });
}

function restyled(text: string): Case[] {
  const [manifest] = parseableManifests(text);
  if (typeof manifest !== 'object' || manifest === null) return [];
  return allStyles.map(([style, write]) => [style, write(manifest, random)]);
}

/** None where a text is wrong YAML, which can only be tried as it stands. */
function parseableManifests(text: string): Json[] {
  try {
    return parseManifests([text]);
  } catch {
    return [];
  }
}

describe('a fix keeps its promise', { timeout: 60_000 }, () => {
  it.each([...examples, ...wrong].flatMap(versions))('%s', (_, text) => expect(brokenPromises(text)).toEqual([]));
  it.each(mutants)('%s', (_, text) => expect(brokenPromises(text)).toEqual([]));
  it.each(asked('test/truth/cases.jsonl', 30))('%s', (_, text) => expect(brokenPromises(text)).toEqual([]));
});

/** A folder of manifests, and a file of lines with a `manifest` each. */
const { PODSMITH_CORPUS: corpus, PODSMITH_ORACLE: oracle } = process.env;

describe.skipIf(!corpus)('a fix keeps its promise in real manifests', { timeout: 60_000 }, () => {
  const files = corpus ? read(new URL(`file://${corpus}/`), /\.(?:ya?ml|json)$/) : [];
  it.each(files.flatMap(versions))('%s', (_, text) => expect(brokenPromises(text, 40)).toEqual([]));
});

describe.skipIf(!oracle)('a fix keeps its promise in what the API server was asked about', { timeout: 60_000 }, () => {
  const cases = oracle ? asked(new URL(`file://${oracle}`), 1) : [];
  it.each(cases)('%s', (_, text) => expect(brokenPromises(text)).toEqual([]));
});

describe('saving', { timeout: 60_000 }, () => {
  const all = [...examples, ...wrong, ...mutants];

  it.each(all)('%s twice changes nothing more', (_, text) => {
    const once = saved(text);
    expect(saved(once)).toBe(once);
  });

  it.each(all)('%s does what the action of the editor does', (_, text) => {
    const manifest = manifestOf(text);
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const actions = codeActions(manifest, nowhere, defaultSettings, { only: [fixAllKind] });
    const edits = actions.flatMap(({ edit }) => Object.values(edit?.changes ?? {}).flat());
    expect(TextDocument.applyEdits(manifest.document, edits)).toBe(saved(text));
  });

  it.each(mutants.filter(([, text]) => !/^\s*\{/.test(text)))('%s loses no comment', (_, text) => {
    const before = commented(text);
    expect(commentsOf(saved(before))).toEqual(commentsOf(before));
  });
});

describe('the fixes of a problem', { timeout: 60_000 }, () => {
  it.each([...examples, ...wrong, ...mutants])('%s: only the best is preferred, and only if it is safe', (_, text) => {
    const manifest = manifestOf(text);
    const whole = { start: { line: 0, character: 0 }, end: manifest.document.positionAt(text.length) };
    const actions = codeActions(manifest, whole, defaultSettings, { only: ['quickfix'] });
    const isOf = (code: string) => actions.filter(({ diagnostics }) => diagnostics?.some((each) => each.code === code));
    for (const found of problemsOf(manifest, defaultSettings)) {
      const safe = fixesOf(found).filter((fix) => fix.safe);
      expect(fixesOf(found).slice(0, safe.length)).toEqual(safe);
    }
    for (const { isPreferred, diagnostics = [], title } of actions) {
      if (!isPreferred) continue;
      const [diagnostic] = diagnostics;
      const all = isOf(String(diagnostic?.code)).filter(({ diagnostics: of }) => of?.[0]?.range === diagnostic?.range);
      expect(all.filter((action) => action.isPreferred).map((action) => action.title)).toEqual([title]);
      expect(all[0]?.title).toBe(title);
    }
  });
});
