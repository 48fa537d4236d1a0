import type { TextEdit } from 'vscode-languageserver-types';
import { ruleOf } from '../rules/index.ts';
import { changes, fixesOf, mendAll } from './fixAll.ts';
import type { Manifest } from './manifest.ts';
import { problemsOf, type Settings } from './problems.ts';
import { addsNone } from './soundFixes.ts';

/** How often a text is checked again: a fix can uncover the next problem. */
const maximumRounds = 10;

/**
 * Applies the best fix of each problem of a kind, until nothing changes.
 * @returns undefined where that solves fewer than two, or makes another problem
 */
export function fixKind(manifest: Manifest, code: string, settings: Settings): TextEdit[] | undefined {
  const before = problemsOf(manifest, settings).map(({ problem }) => problem);
  const mended = before.filter((problem) => problem.code === code);
  const later = mendAll(manifest, settings, maximumRounds, (found) =>
    found.problem.code === code ? fixesOf(found)[0] : undefined,
  );
  const after = problemsOf(later, settings).map(({ problem }) => problem);
  const left = after.filter((problem) => problem.code === code).length;
  const isSound = ruleOf(code)?.hides || addsNone(before, after, mended);
  return isSound && mended.length - left >= 2 ? changes(manifest, later) : undefined;
}
