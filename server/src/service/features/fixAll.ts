import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { type TextEdit as ChunkEdit, Editor } from '../fixes/index.ts';
import { type Fix, ruleOf } from '../rules/index.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { type PlacedProblem, problemsOf, type Settings } from './problems.ts';

/** A fix can uncover the next problem; more rounds than this would be a fix that does not mend. */
const maximumRounds = 10;

/** The fixes of a problem, the best first. */
export function fixesOf({ problem, placed }: PlacedProblem): Fix[] {
  return ruleOf(problem.code)?.fix?.(problem, new Editor(placed.chunk)) ?? [];
}

/** Applies every safe fix until none is left; the edits that lead there, none where nothing changes. */
export function fixAll(manifest: Manifest, settings: Settings): TextEdit[] {
  let current = manifest;
  for (let round = 0; round < maximumRounds; round++) {
    const edits = safeEdits(current, settings);
    if (edits.length === 0) break;
    const text = apply(current.document.getText(), edits);
    const { uri, languageId, version } = current.document;
    current = parseManifest(TextDocument.create(uri, languageId, version, text), current);
  }
  return difference(manifest.document, current.document.getText());
}

/** The edits of the first safe fix of each problem, those left out that touch an earlier one: their turn comes next. */
function safeEdits(manifest: Manifest, settings: Settings): ChunkEdit[] {
  const taken: ChunkEdit[] = [];
  for (const found of problemsOf(manifest, settings)) {
    const [fix] = fixesOf(found);
    if (!fix?.safe) continue;
    const { offset } = found.placed;
    const edits = fix.edits.map(({ start, end, text }) => ({ start: start + offset, end: end + offset, text }));
    const collides = edits.some((edit) => taken.some((other) => edit.start <= other.end && other.start <= edit.end));
    if (!collides) taken.push(...edits);
  }
  return taken;
}

/** Applies edits that do not overlap; of two at one place the first comes first. */
export function apply(text: string, edits: readonly ChunkEdit[]): string {
  let result = '';
  let at = 0;
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  for (const { edit } of ordered) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** One edit that turns a text into another, without their common beginning and end. */
function difference(document: TextDocument, after: string): TextEdit[] {
  const before = document.getText();
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [
    {
      range: { start: document.positionAt(start), end: document.positionAt(before.length - end) },
      newText: after.slice(start, after.length - end),
    },
  ];
}
