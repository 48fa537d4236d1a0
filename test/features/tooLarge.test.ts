import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { longestText } from '../../server/src/service/features/manifest.ts';
import { createLanguageService, defaultSettings } from '../../server/src/service/index.ts';
import { podWith } from '../helpers/manifests.ts';

const service = createLanguageService();

function told(text: string): string[] {
  const manifest = service.parse(TextDocument.create('file:///a.yaml', 'yaml', 1, text));
  const { document } = manifest;
  const diagnostics = service.diagnose(manifest, defaultSettings);
  const reported = service.problems(manifest, defaultSettings);
  expect(reported.map(({ code, range }) => ({ code, range }))).toEqual(
    diagnostics.map(({ code, range }) => ({ code, range })),
  );
  return diagnostics.map(({ code, range }) => `${code} ${document.getText(range)}`);
}

/** A text that has a problem, and as many characters as are asked for. */
const ofLength = (length: number, text = podWith('imag: a')) => text + '#'.repeat(length - text.length);

it('looks at a file up to a limit, and says so of one that is larger', () => {
  expect(told(ofLength(longestText))).toEqual(['unknown-field imag']);
  expect(told(ofLength(longestText + 1))).toEqual(['file-too-large apiVersion']);
  const json = '{"apiVersion":"v1","kind":"Pod","spec":{}}';
  expect(told(json + ' '.repeat(longestText))).toEqual(['file-too-large apiVersion']);
});

it('is silent on a large file without workloads', () => {
  const config = 'apiVersion: v1\nkind: ConfigMap\ndata:\n';
  expect(told(ofLength(longestText + 1, config))).toEqual([]);
  expect(told('x'.repeat(longestText + 1))).toEqual([]);
});

it('looks at a file again when it has become smaller', () => {
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, ofLength(longestText + 1));
  const large = service.parse(document);
  const smaller = service.parse(TextDocument.create('file:///a.yaml', 'yaml', 2, podWith('imag: a')), large);
  expect(service.diagnose(smaller, defaultSettings).map(({ code }) => code)).toEqual(['unknown-field']);
});
