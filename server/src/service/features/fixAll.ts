import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { apply, type ChunkEdit, Editor } from '../fixes/index.ts';
import { type Fix, ruleOf } from '../rules/index.ts';
import { nodesAt, type YamlNode } from '../yaml/index.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { type PlacedProblem, problemsOf, type Settings } from './problems.ts';

/** A fix can uncover the next problem; more rounds than this would be a fix that does not mend. */
const maximumRounds = 100;

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

/**
 * The edits of the first safe fix of each problem, those left out that touch an earlier one: their turn comes next. Of the
 * problems in one map only the first is mended, since two fixes may both make the object that is missing in it.
 */
function safeEdits(manifest: Manifest, settings: Settings): ChunkEdit[] {
  const taken: ChunkEdit[] = [];
  const mended = new Set<YamlNode>();
  for (const found of problemsOf(manifest, settings)) {
    const owner = ownerOf(found);
    if ((owner && mended.has(owner)) || isBeingTyped(found)) continue;
    const [fix] = fixesOf(found);
    if (!fix?.safe) continue;
    if (owner) mended.add(owner);
    const { offset } = found.placed;
    const edits = fix.edits.map(({ start, end, text }) => ({ start: start + offset, end: end + offset, text }));
    const collides = edits.some((edit) => taken.some((other) => edit.start <= other.end && other.start <= edit.end));
    if (!collides) taken.push(...edits);
  }
  return taken;
}

/** The map that a problem is in. */
function ownerOf({ problem, placed }: PlacedProblem): YamlNode | undefined {
  const { root } = placed.chunk;
  return root && nodesAt(root, problem.node.start).find(({ kind }) => kind === 'map');
}

/** A word on a line below its key may be the beginning of the key that is meant to stand there. */
function isBeingTyped({ problem: { node }, placed: { chunk } }: PlacedProblem): boolean {
  const word = chunk.root && nodesAt(chunk.root, node.start)[0];
  if (word?.kind !== 'scalar' || word.style !== 'plain' || word.parent?.kind !== 'pair') return false;
  const { key } = word.parent;
  return word !== key && chunk.text.slice(key.end, word.start).includes('\n');
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
