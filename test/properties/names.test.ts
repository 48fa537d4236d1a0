import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { placedFacts, rangeOfMention } from '../../server/src/service/features/mentions.ts';
import { RenameError, rename } from '../../server/src/service/features/rename.ts';
import { Workspace } from '../../server/src/service/features/workspace.ts';
import { changed } from '../helpers/changes.ts';
import { codes, manifestOf } from '../helpers/manifests.ts';

const files = ['../../examples/', '../truth/manifests/'].flatMap((folder) => {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(path + name, 'utf8')] as const);
});

const mentionsIn = (text: string) =>
  placedFacts(manifestOf(text)).flatMap((doc) => doc.facts.mentions.map((mention) => ({ doc, mention })));

/** The problems, but for those of `$VAR`: it is what it is only as long as there is a variable of that name. */
const problemsIn = (text: string) => codes(text, { rules: { 'variable-without-shell': 'off' } });

/** The text after the mention at an index is renamed, alone in its workspace. */
function renamed(text: string, index: number, name: string): string {
  const manifest = manifestOf(text);
  const mention = mentionsIn(text)[index];
  if (!mention) throw new Error('no such name');
  const { changes = {} } = rename(manifest, rangeOfMention(mention).start, name, new Workspace());
  return TextDocument.applyEdits(manifest.document, changes[manifest.document.uri] ?? []);
}

/** One mention of each thing that has a name. */
function named(text: string): [kind: string, name: string, index: number][] {
  const seen = new Set<string>();
  return mentionsIn(text).flatMap(({ doc, mention: { kind, name, scope } }, index) => {
    const thing = `${doc.origin.line} ${scope} ${kind} ${name}`;
    return seen.size < seen.add(thing).size ? [[kind, name, index]] : [];
  });
}

describe.each(files)('a new name for anything in %s', (_, text) => {
  const before = problemsIn(text);

  it.each(named(text))('%s %s brings no problem, and can be taken back', (_kind, name, index) => {
    const after = renamed(text, index, 'fresh-1');
    expect(after).not.toBe(text);
    expect(problemsIn(after)).toEqual(before);
    expect(mentionsIn(after)).toHaveLength(mentionsIn(text).length);
    expect(renamed(after, index, name)).toBe(text);
  });
});

describe('whatever is typed', { timeout: 60_000 }, () => {
  it('names stand where they are said to, and are renamed or refused', () => {
    fc.assert(
      fc.property(changed, (text) => {
        const { document } = manifestOf(text);
        for (const [index, found] of mentionsIn(text).entries()) {
          const written = document.getText(rangeOfMention(found));
          expect(written).toSatisfy((token) => token === found.mention.name || /^\*|\\|''/.test(token));
          expect(() => renamedOrRefused(text, index)).not.toThrow();
        }
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});

function renamedOrRefused(text: string, index: number): void {
  try {
    renamed(text, index, 'fresh-1');
  } catch (error) {
    if (!(error instanceof RenameError)) throw error;
  }
}
