import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { apply, type ChunkEdit, Editor, keepsAnchors, sharedNodes } from '../fixes/index.ts';
import { type Fix, ruleOf } from '../rules/index.ts';
import { isBelowKey, nodesAt, type Span, type YamlNode } from '../yaml/index.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { type PlacedProblem, problemsOf, type Settings } from './problems.ts';

/** A fix can uncover the next problem; more rounds than this would be a fix that does not mend. */
const maximumRounds = 100;

/** The fixes of a problem, the best first; none that changes nothing, or takes out what an alias elsewhere stands for. */
export function fixesOf({ problem, placed: { chunk } }: PlacedProblem): Fix[] {
  const fixes = ruleOf(problem.code)?.fix?.(problem, new Editor(chunk)) ?? [];
  return fixes.filter(({ edits }) => edits.length > 0 && keepsAnchors(chunk.root, edits));
}

/** Applies every safe fix until none is left; the edits that lead there, none where nothing changes. */
export function fixAll(manifest: Manifest, settings: Settings): TextEdit[] {
  let current = manifest;
  for (let round = 0; round < maximumRounds; round++) {
    const edits = safeEdits(current, settings);
    if (edits.length === 0) break;
    const text = apply(current.document.getText(), edits);
    const { uri, languageId, version } = current.document;
    current = parseManifest(TextDocument.create(uri, languageId, version, text), current, settings.podTemplates);
  }
  return difference(manifest.document, current.document.getText());
}

/**
 * The edits of the first safe fix of each problem, those left out that touch an earlier one: their turn comes next. Of the
 * fixes that reach beyond what is underlined only one changes a map, since two may both make the object missing in it.
 */
function safeEdits(manifest: Manifest, settings: Settings): ChunkEdit[] {
  const taken: ChunkEdit[] = [];
  const mended = new Set<YamlNode>();
  for (const found of problemsOf(manifest, settings)) {
    const { chunk, offset } = found.placed;
    const around = chunk.root ? nodesAt(chunk.root, found.problem.node.start) : [];
    // a word on a line below its key may be the beginning of the key that is meant to stand there
    if (around[0] && isBelowKey(around[0], chunk.text)) continue;
    // what mends it here may be wrong where else it is read
    const shared = chunk.root && sharedNodes(chunk.root);
    if (around.some((node) => shared?.has(node))) continue;
    const [fix] = fixesOf(found);
    if (!fix?.safe) continue;
    const owner = around.find(({ kind }) => kind === 'map');
    if (owner && !isWithin(fix, found.problem.node)) {
      if (mended.has(owner)) continue;
      mended.add(owner);
    }
    const edits = fix.edits.map(({ start, end, text }) => ({ start: start + offset, end: end + offset, text }));
    const collides = edits.some((edit) => taken.some((other) => edit.start <= other.end && other.start <= edit.end));
    if (!collides) taken.push(...edits);
  }
  return taken;
}

/** Whether a fix only replaces text of what is underlined. */
function isWithin({ edits }: Fix, { start, end }: Span): boolean {
  return edits.every((edit) => start <= edit.start && edit.start < edit.end && edit.end <= end);
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
