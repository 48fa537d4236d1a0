import * as l10n from '@vscode/l10n';
import { apply, type ChunkEdit, difference } from '../../fixes/index.ts';
import { containersOf, type PodSpec } from '../../model/index.ts';
import { booleanOf, integerOf, type PlacedChunk, splitChunks, valueAt } from '../../yaml/index.ts';
import { fixesOf } from '../fixAll.ts';
import { checkedProblems, type PlacedProblem, type Settings } from '../problems.ts';
import type { RefactorContext, Refactoring } from './refactoring.ts';

/** A fix can uncover the next problem; more rounds than this would be a fix that does not mend. */
const maximumRounds = 20;

/** The security contexts that Pod Security asks for at its level restricted; none where the manifest asks for root. */
export function restrict({ workload, pod, placed, settings }: RefactorContext): Refactoring[] {
  if (asksForRoot(pod)) return [];
  const restricted = { ...settings, podSecurity: 'restricted' } as const;
  let current = placed;
  for (let round = 0; round < maximumRounds; round++) {
    const edits = nextEdits(current, workload.item, restricted);
    if (edits.length === 0) break;
    const [next] = splitChunks(apply(current.chunk.text, edits), [], current.chunk.podTemplates);
    if (!next) return [];
    current = { ...next, offset: placed.offset };
  }
  if (current === placed) return [];
  const title = l10n.t('Add the security contexts of the level restricted');
  return [{ title, kind: 'refactor.rewrite', edits: [difference(placed.chunk.text, current.chunk.text)] }];
}

function asksForRoot(pod: PodSpec): boolean {
  return [pod, ...containersOf(pod)].some(({ node }) => {
    const security = valueAt(node, 'securityContext');
    return integerOf(valueAt(security, 'runAsUser')) === 0 || booleanOf(valueAt(security, 'privileged')) === true;
  });
}

/** The first fix of each problem with a security context, but for those that touch an earlier one: their turn comes next. */
function nextEdits(placed: PlacedChunk, item: number | undefined, settings: Settings): ChunkEdit[] {
  const taken: ChunkEdit[] = [];
  for (const problem of checkedProblems(placed, settings)) {
    if (problem.workload.item !== item || !isOfContext({ problem, placed })) continue;
    const edits = fixesOf({ problem, placed })[0]?.edits ?? [];
    const collides = edits.some((edit) => taken.some((other) => edit.start <= other.end && other.start <= edit.end));
    if (!collides) taken.push(...edits);
  }
  return taken;
}

function isOfContext({ problem: { code, path } }: PlacedProblem): boolean {
  return code.startsWith('pod-security-') && path.includes('.securityContext');
}
