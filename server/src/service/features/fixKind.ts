import type { TextEdit } from 'vscode-languageserver-types';
import { ruleOf } from '../rules/index.ts';
import { changes, mendAll } from './fixAll.ts';
import type { Manifest } from './manifest.ts';
import { problemsOf, type Settings } from './problems.ts';
import { addsNone, soundFixes } from './soundFixes.ts';

/** How often a text is checked again: a fix can uncover the next problem. */
const maximumRounds = 10;

/**
 * Applies the best fix of each problem of a kind, until nothing changes.
 * @returns undefined where that solves fewer than two, or suggestions that are sound one by one make another problem
 */
export function fixKind(manifest: Manifest, code: string, settings: Settings): TextEdit[] | undefined {
  const before = problemsOf(manifest, settings).map(({ problem }) => problem);
  const mended = before.filter((problem) => problem.code === code);
  let isSafe = true;
  const later = mendAll(manifest, settings, maximumRounds, (found) => {
    const fix = found.problem.code === code ? soundFixes([found], settings)[0]?.[0] : undefined;
    isSafe &&= fix?.safe !== false;
    return fix;
  });
  const after = problemsOf(later, settings).map(({ problem }) => problem);
  const left = after.filter((problem) => problem.code === code).length;
  const isSound = isSafe || ruleOf(code)?.hides || addsNone(before, after, mended);
  return isSound && mended.length - left >= 2 ? changes(manifest, later) : undefined;
}
