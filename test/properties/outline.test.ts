import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentSymbol, Range, SelectionRange } from 'vscode-languageserver-types';
import { codeLenses } from '../../server/src/service/features/codeLenses.ts';
import { documentLinks } from '../../server/src/service/features/documentLinks.ts';
import { documentSymbols } from '../../server/src/service/features/documentSymbols.ts';
import { foldingRanges } from '../../server/src/service/features/foldingRanges.ts';
import { inlayHints } from '../../server/src/service/features/inlayHints.ts';
import type { Manifest } from '../../server/src/service/features/manifest.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { selectionRanges } from '../../server/src/service/features/selectionRanges.ts';
import { changed, expectInside } from '../helpers/changes.ts';
import { manifestOf } from '../helpers/manifests.ts';

function expectInFile({ document }: Manifest, range: Range) {
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  expectInside(span, document.getText().length);
  expect([document.positionAt(span.start), document.positionAt(span.end)]).toEqual([range.start, range.end]);
}

function holds(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

function expectOutline(manifest: Manifest, symbols: DocumentSymbol[]) {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    expect(name.trim()).not.toBe('');
    expectInFile(manifest, range);
    expect(holds(range, selectionRange)).toBe(true);
    expectOutline(manifest, children);
  }
}

function expectFolds(manifest: Manifest) {
  const ranges = foldingRanges(manifest);
  for (const [index, { startLine, endLine }] of ranges.entries()) {
    expect(startLine).toBeLessThan(endLine);
    expect(endLine).toBeLessThan(manifest.document.lineCount);
    for (const before of ranges.slice(0, index)) {
      expect(before.startLine).toBeLessThan(startLine);
      expect(before.endLine <= startLine || endLine <= before.endLine).toBe(true);
    }
  }
}

function expectSelections(manifest: Manifest, length: number) {
  const positions = Array.from({ length: 40 }, (_, part) =>
    manifest.document.positionAt(Math.floor((length * part) / 39)),
  );
  for (const [index, selection] of selectionRanges(manifest, positions).entries()) {
    const position = positions[index];
    let inner: Range | undefined = position && { start: position, end: position };
    for (let outer: SelectionRange | undefined = selection; outer && inner; outer = outer.parent) {
      expectInFile(manifest, outer.range);
      expect(holds(outer.range, inner)).toBe(true);
      if (outer !== selection) expect(holds(inner, outer.range)).toBe(false);
      inner = outer.range;
    }
  }
}

function lookAt(text: string) {
  const manifest = manifestOf(text);
  const whole = { start: { line: 0, character: 0 }, end: manifest.document.positionAt(text.length) };
  expectOutline(manifest, documentSymbols(manifest));
  expectFolds(manifest);
  expectSelections(manifest, text.length);
  for (const { range } of [...documentLinks(manifest), ...codeLenses(manifest)]) expectInFile(manifest, range);
  for (const { position } of inlayHints(manifest, whole, { ...defaultSettings, inlayHints: true })) {
    expectInFile(manifest, { start: position, end: position });
  }
}

it('whatever is typed, nothing throws and every range is in the text and in the one around it', () => {
  fc.assert(fc.property(changed, lookAt), { numRuns: 300, seed: 1 });
}, 60_000);
