import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAll } from '../../server/src/service/features/fixAll.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { patterns } from '../../server/src/service/patterns/index.ts';
import { codes, lines, manifestOf } from '../helpers/manifests.ts';

const folder = new URL('../../examples/', import.meta.url);
const names = readdirSync(folder);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** What each broken example is about, in the order of the text, and what is left when the safe fixes have been made. */
const broken: Record<string, { found: string[]; left: string[] }> = {
  'adapter-broken.yaml': {
    found: ['container-name-duplicate', 'shell-syntax-without-shell'],
    left: ['container-name-duplicate', 'shell-syntax-without-shell'],
  },
  'ambassador-broken.yaml': { found: ['variable-without-shell', 'env-value-not-string'], left: [] },
  'init-clone-broken.yaml': { found: ['command-line-in-one-item', 'unknown-field'], left: [] },
  'init-files-broken.yaml': {
    found: ['shell-syntax-without-shell', 'init-container-probe', 'mount-path-duplicate'],
    left: ['shell-syntax-without-shell', 'init-container-probe', 'mount-path-duplicate'],
  },
  'init-wait-for-broken.yaml': { found: ['misplaced-field'], left: [] },
  'multi-container-broken.yaml': {
    found: ['command-not-list', 'container-exits-at-once'],
    left: ['container-exits-at-once'],
  },
  'native-sidecar-broken.yaml': {
    found: ['init-container-never-ends', 'init-container-probe'],
    left: ['init-container-never-ends', 'init-container-probe'],
  },
  'sidecar-broken.yaml': { found: ['command-not-list', 'mount-volume-not-found'], left: ['mount-volume-not-found'] },
  'together-broken.yaml': {
    found: ['config-key-not-found', 'file-not-shared'],
    left: ['config-key-not-found', 'file-not-shared'],
  },
};

it('every pattern has an example that works and a broken one, and no broken one is unknown', () => {
  const wanted = patterns.map(({ prefixes }) => prefixes.pod.replace('k8s-', ''));
  expect(names).toEqual(expect.arrayContaining(wanted.map((name) => `${name}.yaml`)));
  const brokenOnes = names.filter((name) => name.endsWith('-broken.yaml')).sort();
  expect(brokenOnes).toEqual([...wanted, 'together'].map((name) => `${name}-broken.yaml`).sort());
  expect(Object.keys(broken)).toEqual(brokenOnes);
});

it('the walk names every example and every snippet', () => {
  const readme = read('README.md');
  for (const name of names) if (name !== 'README.md') expect(readme).toContain(`(${name})`);
  for (const { prefixes } of patterns) expect(readme).toContain(`\`${prefixes.pod}\`, \`${prefixes.item}\``);
});

it.each(names.filter((name) => /(?<!-broken)\.yaml$/.test(name)))('%s has no problem', (name) => {
  for (let minor = 30; minor <= 37; minor++) expect(lines(read(name), { minor })).toEqual([]);
});

describe.each(Object.entries(broken).map(([name, expected]) => ({ name, ...expected })))(
  '$name',
  ({ name, found, left }) => {
    it('has the mistakes that it is about', () => {
      expect(codes(read(name))).toEqual(found);
    });

    it('is valid YAML when the safe fixes have been made', () => {
      const manifest = manifestOf(read(name));
      const mended = TextDocument.applyEdits(manifest.document, fixAll(manifest, defaultSettings));
      expect(manifestOf(mended).chunks.flatMap(({ chunk }) => chunk.problems)).toEqual([]);
      expect(codes(mended)).toEqual(left);
    });
  },
);
