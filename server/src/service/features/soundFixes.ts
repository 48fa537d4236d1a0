import { apply } from '../fixes/index.ts';
import { type Fix, type Problem, ruleOf } from '../rules/index.ts';
import { splitChunks } from '../yaml/index.ts';
import { fixesOf, isSharedAt } from './fixAll.ts';
import { checkedProblems, type PlacedProblem, type Settings } from './problems.ts';

/** How much text is checked again for one light bulb; more would be felt. What is not checked is not offered. */
const longest = 200_000;

/**
 * The fixes of each problem that solve it and do not lead to the next: no `operator: Exists` where there are values.
 * What lies behind a mistake that keeps the API server from looking further is no fault of its fixes, and of what other
 * documents define a document by itself tells nothing.
 */
export function soundFixes(all: readonly PlacedProblem[], settings: Settings): Fix[][] {
  let length = 0;
  return all.map((found) => {
    const rule = ruleOf(found.problem.code);
    const isTaken = rule?.hides || rule?.looksBeyond;
    return fixesOf(found).filter((fix) => {
      if (isTaken || (fix.safe && !isSharedAt(found.placed.chunk, found.problem.node.start))) return true;
      length += found.placed.chunk.text.length;
      return length <= longest && isSound(found, fix, settings);
    });
  });
}

function isSound({ problem, placed }: PlacedProblem, { edits }: Fix, settings: Settings): boolean {
  const before = checkedProblems(placed, settings);
  const { text, podTemplates } = placed.chunk;
  const left = splitChunks(apply(text, edits), [], podTemplates).flatMap((each) => checkedProblems(each, settings));
  const count = (all: readonly Problem[]) => countsOf(all).get(keyOf(problem)) ?? 0;
  return count(left) < count(before) && addsNone(before, left, [problem]);
}

/** Whether no error or warning has come, but for those of a value that could not be read before. */
export function addsNone(before: readonly Problem[], after: readonly Problem[], mended: readonly Problem[]): boolean {
  const [known, now] = [countsOf(before), countsOf(after)];
  const unread = new Set(mended.filter(({ severity }) => severity === 'error').map(placeOf));
  return after.every((problem) => {
    if (problem.severity !== 'error' && problem.severity !== 'warning') return true;
    if (problem.severity === 'warning' && unread.has(placeOf(problem))) return true;
    return (now.get(keyOf(problem)) ?? 0) <= (known.get(keyOf(problem)) ?? 0);
  });
}

function countsOf(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  return counts;
}

function keyOf(problem: Problem): string {
  return `${problem.code} ${placeOf(problem)}`;
}

/** The place of an entry in its list changes where another is taken out. */
function placeOf({ path }: Problem): string {
  return path.replace(/\[\d+\]/g, '[]');
}
