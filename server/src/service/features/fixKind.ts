import type { TextEdit } from 'vscode-languageserver-types';
import { ruleOf } from '../rules/index.ts';
import { changes, mendAll } from './fixAll.ts';
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

/**
 * Applies the best fix of each problem of a kind, until nothing changes.
 * @returns undefined where that solves fewer than two, or makes another problem
 */
export function fixKind(manifest: Manifest, code: string, settings: Settings): KindFix | undefined {
  const before = problemsOf(manifest, settings).map(({ problem }) => problem);
  const mended = before.filter((problem) => problem.code === code);
  if (mended.length < 2) return undefined;
  const later = mendAll(manifest, settings, (_, problem) => problem.code === code);
  const after = problemsOf(later, settings).map(({ problem }) => problem);
  const left = after.filter((problem) => problem.code === code).length;
  const isSound = ruleOf(code)?.hides || addsNone(before, after, mended);
  if (mended.length - left < 2 || !isSound) return undefined;
  return { edits: changes(manifest, later), solved: mended.length - left, left };
}
