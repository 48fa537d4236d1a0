import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { apply, type ChunkEdit, difference, Editor, keepsAnchors, sharedNodes } from '../fixes/index.ts';
import { type Fix, ruleOf } from '../rules/index.ts';
import { type Chunk, firstFrom, isBelowKey, nodesAt, type Span, type YamlNode } from '../yaml/index.ts';
import { keepsComments } from './comments.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { type PlacedProblem, problemsOf, type Settings } from './problems.ts';

/** A fix can uncover the next problem; more rounds than this would be a fix that does not mend. */
const maximumRounds = 100;

/**
 * The fixes of a problem, the best first; none that changes nothing, takes out what an alias elsewhere stands for, or
 * loses a comment.
 */
export function fixesOf({ problem, placed: { chunk } }: PlacedProblem): Fix[] {
  const fixes = ruleOf(problem.code)?.fix?.(problem, new Editor(chunk)) ?? [];
  return fixes.filter(
    ({ edits }) =>
      edits.length > 0 && keepsAnchors(chunk.root, edits) && keepsComments(chunk, edits, edits.filter(isReplacement)),
  );
}

/** What an edit takes out it takes out with its comments. */
function isReplacement({ text }: ChunkEdit): boolean {
  return !/^\s*(?:\[\]|\{\})?$/.test(text);
}

/** Applies every safe fix until none is left; the edits that lead there, none where nothing changes. */
export function fixAll(manifest: Manifest, settings: Settings): TextEdit[] {
  return changes(
    manifest,
    mendAll(manifest, settings, maximumRounds, (found) =>
      fixesOf(found)
        .slice(0, 1)
        .find(({ safe }) => safe),
    ),
  );
}

/**
 * Applies the fix that is chosen for each problem, until nothing changes.
 * @param rounds how often at most, since a fix may uncover the next problem
 */
export function mendAll(
  manifest: Manifest,
  settings: Settings,
  rounds: number,
  choose: (found: PlacedProblem) => Fix | undefined,
): Manifest {
  let current = manifest;
  for (let round = 0; round < rounds; round++) {
    const edits = chosenEdits(problemsOf(current, settings), choose);
    if (edits.length === 0) break;
    const text = apply(current.document.getText(), edits);
    const { uri, languageId, version } = current.document;
    current = parseManifest(TextDocument.create(uri, languageId, version, text), current, settings.podTemplates);
  }
  return current;
}

/** The edit that turns a file into a later version of itself; none where they are the same. */
export function changes(manifest: Manifest, later: Manifest): TextEdit[] {
  const before = manifest.document.getText();
  const after = later.document.getText();
  if (before === after) return [];
  const { start, end, text } = difference(before, after);
  const range = { start: manifest.document.positionAt(start), end: manifest.document.positionAt(end) };
  return [{ range, newText: text }];
}

/**
 * The edits of the fix chosen for each problem, those left out that touch an earlier one: their turn comes next. Of the
 * fixes that reach beyond what is underlined only one changes a map, since two may both make the object missing in it.
 */
function chosenEdits(
  problems: readonly PlacedProblem[],
  choose: (found: PlacedProblem) => Fix | undefined,
): ChunkEdit[] {
  const taken: ChunkEdit[] = [];
  const mended = new Set<YamlNode>();
  for (const found of problems) {
    const { chunk, offset } = found.placed;
    const around = chunk.root ? nodesAt(chunk.root, found.problem.node.start) : [];
    // a word on a line below its key may be the beginning of the key that is meant to stand there
    if (around[0] && isBelowKey(around[0], chunk.text)) continue;
    const fix = choose(found);
    // what mends it here may be wrong where else it is read
    if (!fix || [found.problem.node, ...fix.edits].some(({ start }) => isSharedAt(chunk, start))) continue;
    const owner = around.find(({ kind }) => kind === 'map');
    if (owner && !isWithin(fix, found.problem.node)) {
      if (mended.has(owner)) continue;
      mended.add(owner);
    }
    const edits = fix.edits.map(({ start, end, text }) => ({ start: start + offset, end: end + offset, text }));
    const collides = edits.some((edit) => (taken[firstFrom(taken, edit.start)]?.start ?? Infinity) <= edit.end);
    if (!collides) for (const edit of edits) taken.splice(firstFrom(taken, edit.end + 1), 0, edit);
  }
  return taken;
}

/** Whether what stands at an offset is read in other places too. */
export function isSharedAt({ root }: Chunk, offset: number): boolean {
  if (!root) return false;
  const shared = sharedNodes(root);
  return shared.size > 0 && nodesAt(root, offset).some((node) => shared.has(node));
}

/** Whether a fix only replaces text of what is underlined. */
function isWithin({ edits }: Fix, { start, end }: Span): boolean {
  return edits.every((edit) => start <= edit.start && edit.start < edit.end && edit.end <= end);
}
