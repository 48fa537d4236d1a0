import type { TextEdit } from 'vscode-languageserver-types';
import { type Fix, ruleOf } from '../rules/index.ts';
import { changes, fixesOf, mendAll } from './fixAll.ts';
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
 * Applies the best fix of each problem of a kind, until nothing changes. To check each fix by itself takes long, so they are
 * checked together first.
 * @returns undefined where that solves fewer than two, or suggestions that are sound one by one make another problem
 */
export function fixKind(manifest: Manifest, code: string, settings: Settings): TextEdit[] | undefined {
  const all = problemsOf(manifest, settings).filter(({ problem }) => problem.code === code);
  const fixable = all.filter((found) => fixesOf(found).length > 0).length;
  const together = mended(manifest, code, settings, (found) => fixesOf(found)[0]);
  if (together && together.solved === fixable) return changes(manifest, together.manifest);
  const singly = mended(manifest, code, settings, (found) => soundFixes([found], settings)[0]?.[0]);
  return singly && changes(manifest, singly.manifest);
}

function mended(
  manifest: Manifest,
  code: string,
  settings: Settings,
  choose: (found: PlacedProblem) => Fix | undefined,
): { manifest: Manifest; solved: number } | undefined {
  const before = problemsOf(manifest, settings).map(({ problem }) => problem);
  const ofKind = before.filter((problem) => problem.code === code);
  let isSafe = true;
  const later = mendAll(manifest, settings, maximumRounds, (found) => {
    const fix = found.problem.code === code ? choose(found) : undefined;
    isSafe &&= fix?.safe !== false;
    return fix;
  });
  const after = problemsOf(later, settings).map(({ problem }) => problem);
  const solved = ofKind.length - after.filter((problem) => problem.code === code).length;
  const isSound = isSafe || ruleOf(code)?.hides || addsNone(before, after, ofKind);
  return isSound && solved >= 2 ? { manifest: later, solved } : undefined;
}
