import type { TextEdit } from 'vscode-languageserver-types';
import { ruleOf } from '../rules/index.ts';
import { changes, mendAll } from './fixAll.ts';
import type { Manifest } from './manifest.ts';
import { type PlacedProblem, problemsOf, type Settings } from './problems.ts';
import { addsNone, soundFixes } from './soundFixes.ts';

/** How often a text is checked again: a fix can uncover the next problem. */
const maximumRounds = 10;

/** How many problems are looked at for a second one that can be fixed as well. */
const mostLooked = 3;

/**
 * The kinds of which more than one problem can be fixed.
 * @param fixable problems that have a fix
 * @param all those of the file
 */
export function fixableKinds(
  fixable: readonly PlacedProblem[],
  all: readonly PlacedProblem[],
  settings: Settings,
): string[] {
  return [...new Set(fixable.map(({ problem }) => problem.code))].filter((code) => {
    const isOfKind = ({ problem }: PlacedProblem) => problem.code === code;
    const others = all.filter((found) => isOfKind(found) && !fixable.includes(found)).slice(0, mostLooked);
    return fixable.filter(isOfKind).length > 1 || others.some((found) => soundFixes([found], settings)[0]?.length);
  });
}

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
