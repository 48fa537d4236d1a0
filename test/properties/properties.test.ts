import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeActions } from '../../server/src/service/features/codeActions.ts';
import { fixAll } from '../../server/src/service/features/fixAll.ts';
import { hover } from '../../server/src/service/features/hover.ts';
import { rangeOf } from '../../server/src/service/features/manifest.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { apply } from '../../server/src/service/fixes/index.ts';
import { changed, expectInside } from '../helpers/changes.ts';
import { find, manifestOf } from '../helpers/manifests.ts';

/** Looks at a text in every way there is; nothing may throw, and every place must be in the text. */
function lookAt(text: string) {
  const manifest = manifestOf(text);
  for (const { problem, placed } of find(text)) {
    for (const { node } of [problem, ...(problem.related ?? [])]) expectInside(node, placed.chunk.text.length);
    expect(rangeOf(manifest, placed, problem.node).start.line).toBeLessThan(manifest.document.lineCount);
  }
  const whole = { start: { line: 0, character: 0 }, end: manifest.document.positionAt(text.length) };
  for (const { edit } of codeActions(manifest, whole, defaultSettings)) {
    for (const { range } of Object.values(edit?.changes ?? {}).flat()) {
      expectInside(
        { start: manifest.document.offsetAt(range.start), end: manifest.document.offsetAt(range.end) },
        text.length,
      );
    }
  }
  for (let offset = 0; offset < text.length; offset += 37)
    hover(manifest, manifest.document.positionAt(offset), defaultSettings, new Date(0));
}

function fixedAll(text: string): string {
  const manifest = manifestOf(text);
  const edits = fixAll(manifest, defaultSettings).map(({ range, newText }) => ({
    start: manifest.document.offsetAt(range.start),
    end: manifest.document.offsetAt(range.end),
    text: newText,
  }));
  return apply(text, edits);
}

// each looks at hundreds of manifests
describe('whatever is typed', { timeout: 60_000 }, () => {
  it('nothing throws and every range is in the text', () => {
    fc.assert(fc.property(changed, lookAt), { numRuns: 300, seed: 1 });
  });

  it('fixing everything twice changes nothing more', () => {
    fc.assert(
      fc.property(changed, (text) => {
        const once = fixedAll(text);
        expect(fixedAll(once)).toBe(once);
      }),
      { numRuns: 150, seed: 2 },
    );
  });
});

describe('is fast and deep enough for', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n';
  it.each([
    ['brackets', `${pod}    - name: a\n      args: ${'['.repeat(20_000)}`],
    ['balanced brackets', `${pod}    - name: a\n      args: ${'['.repeat(400)}${']'.repeat(400)}\n`],
    ['deep maps', `${pod}    - name: a\n      x: ${'{a: '.repeat(450)}${'}'.repeat(450)}\n`],
    ['very deep maps', `${pod}    - name: a\n      x: ${'{a: '.repeat(4000)}${'}'.repeat(4000)}\n`],
    ['many containers', pod + '    - {name: a, image: b, env: [{name: A, value: 1}]}\n'.repeat(1000)],
    ['a large file', `a: ${'x'.repeat(5_000_000)}\n---\n${pod}    - {name: a, image: b}\n`],
    ['many documents', `${pod}    - {name: a, image: b}\n---\n`.repeat(500)],
  ])('%s', (_, text) => {
    const manifest = manifestOf(text);
    expect(() => [find(text), hover(manifest, { line: 4, character: 4 }, defaultSettings, new Date(0))]).not.toThrow();
  });
});
