import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, defaultSettings } from '../../server/src/service/index.ts';

const service = createLanguageService();
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

const range = (document: TextDocument, offset: number) => ({
  start: document.positionAt(offset),
  end: document.positionAt(offset),
});

/** Everything an editor asks for, at the middle and the end of a text. */
function ask(text: string): void {
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, text);
  const manifest = service.parse(document);
  const workspace = service.createWorkspace();
  workspace.set(manifest);
  service.diagnose(manifest, defaultSettings);
  service.documentSymbols(manifest);
  service.foldingRanges(manifest);
  service.documentLinks(manifest);
  service.codeLenses(manifest);
  for (const offset of [Math.floor(text.length / 2), text.length]) {
    const at = range(document, offset);
    service.hover(manifest, at.start, defaultSettings, new Date(0));
    service.complete(manifest, at.start, defaultSettings, () => workspace);
    service.codeActions(manifest, at, defaultSettings);
    service.definition(manifest, at.start, workspace);
    service.references(manifest, at.start, workspace, true);
    service.highlights(manifest, at.start);
    service.selectionRanges(manifest, [at.start]);
  }
}

describe('nothing throws, however odd a text is', { timeout: 120_000 }, () => {
  it.each(Object.entries(texts))('%s', (_, text) => {
    expect(() => ask(text)).not.toThrow();
  });
});
