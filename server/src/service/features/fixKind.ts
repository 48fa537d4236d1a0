import type { TextEdit } from 'vscode-languageserver-types';
import { ruleOf } from '../rules/index.ts';
import { changes, fixesOf, mendAll } from './fixAll.ts';
import type { Manifest } from './manifest.ts';
import { problemsOf, type Settings } from './problems.ts';
import { addsNone } from './soundFixes.ts';

/** What mends every problem of a kind. */
export interface KindFix {
  edits: TextEdit[];
  /** How many problems it solves. */
  solved: number;
  /** How many of the kind stay. */
  left: number;
}

/** How much text is checked again for one kind, and how often a text at the most. */
const longest = 100_000;
const maximumRounds = 10;

/**
 * Applies the best fix of each problem of a kind, until nothing changes.
 * @returns undefined where that solves fewer than two, makes another problem, or takes longer than a light bulb may
 */
export function fixKind(manifest: Manifest, code: string, settings: Settings): KindFix | undefined {
  const rounds = Math.min(maximumRounds, Math.floor(longest / manifest.document.getText().length));
  if (rounds < 1) return undefined;
  const before = problemsOf(manifest, settings).map(({ problem }) => problem);
  const mended = before.filter((problem) => problem.code === code);
  if (mended.length < 2) return undefined;
  const later = mendAll(manifest, settings, rounds, (found) =>
    found.problem.code === code ? fixesOf(found)[0] : undefined,
  );
  const after = problemsOf(later, settings).map(({ problem }) => problem);
  const left = after.filter((problem) => problem.code === code).length;
  const isSound = ruleOf(code)?.hides || addsNone(before, after, mended);
  if (mended.length - left < 2 || !isSound) return undefined;
  return { edits: changes(manifest, later), solved: mended.length - left, left };
}
