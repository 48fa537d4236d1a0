import { apply } from '../fixes/index.ts';
import { type Fix, type Problem, ruleOf } from '../rules/index.ts';
import { splitChunks } from '../yaml/index.ts';
import { fixesOf } from './fixAll.ts';
import { checkedProblems, type PlacedProblem, type Settings } from './problems.ts';

/** How much text is checked again for one light bulb; more would be felt. */
const longest = 100_000;

/**
 * The fixes of each problem that solve it and do not lead to the next error: no `operator: Exists` where there are values.
 * What lies behind a mistake that keeps the API server from looking further is no fault of its fixes.
 */
export function soundFixes(all: readonly PlacedProblem[], settings: Settings): Fix[][] {
  let length = 0;
  return all.map((found) => {
    const isTaken = ruleOf(found.problem.code)?.hides;
    return fixesOf(found).filter((fix) => {
      if (isTaken || fix.safe) return true;
      length += found.placed.chunk.text.length;
      return length > longest || isSound(found, fix, settings);
    });
  });
}

function isSound({ problem, placed }: PlacedProblem, { edits }: Fix, settings: Settings): boolean {
  const before = countsOf(checkedProblems(placed, settings));
  const { text, podTemplates } = placed.chunk;
  const left = splitChunks(apply(text, edits), [], podTemplates).flatMap((each) => checkedProblems(each, settings));
  const after = countsOf(left);
  const isLess = (after.get(keyOf(problem)) ?? 0) < (before.get(keyOf(problem)) ?? 0);
  return isLess && left.every((each) => each.severity !== 'error' || isKnown(each));

  function isKnown(each: Problem): boolean {
    return (after.get(keyOf(each)) ?? 0) <= (before.get(keyOf(each)) ?? 0);
  }
}

function countsOf(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  return counts;
}

/** The place of an entry in its list changes where another is taken out. */
function keyOf({ code, path }: Problem): string {
  return `${code} ${path.replace(/\[\d+\]/g, '[]')}`;
}
