import * as l10n from '@vscode/l10n';
import { apply, type ChunkEdit, difference, isShared } from '../../fixes/index.ts';
import { type Container, containersOf, type PodSpec, workloadsOf } from '../../model/index.ts';
import { rules } from '../../rules/index.ts';
import { runRules } from '../../rules/run.ts';
import { booleanOf, integerOf, type PlacedChunk, splitChunks, valueAt } from '../../yaml/index.ts';
import { keepsComments } from '../comments.ts';
import { fixesOf } from '../fixAll.ts';
import type { RefactorContext, Refactoring } from './refactoring.ts';

const controls = rules.filter(({ code }) => code.startsWith('pod-security-'));
/** A fix can uncover the next problem; more rounds than this would be a fix that does not mend. */
const maximumRounds = 20;

/** The security contexts that Pod Security asks for at its level restricted; none where the manifest asks for root. */
export function restrict(context: RefactorContext): Refactoring[] {
  const { field = 'securityContext', onHead, pod, placed } = context;
  const isAsked = onHead || field === 'securityContext';
  if (!isAsked || [pod, ...containersOf(pod)].some(isKept)) return [];
  const first = nextEdits(placed, context);
  if (first.length === 0 || !keepsComments(placed.chunk, first)) return [];
  const title = l10n.t('Add security contexts for the Pod Security level restricted');
  return [{ title, kind: 'refactor.rewrite', edits: () => restricted(context) }];
}

function restricted(context: RefactorContext): ChunkEdit[] {
  let current = context.placed;
  for (let round = 0; round < maximumRounds; round++) {
    const edits = nextEdits(current, context);
    const [next] =
      edits.length > 0 ? splitChunks(apply(current.chunk.text, edits), [], current.chunk.podTemplates) : [];
    if (!next) break;
    current = next;
  }
  return [difference(context.placed.chunk.text, current.chunk.text)];
}

/** Whether the one at hand asks for root, or is read elsewhere too. */
function isKept({ node }: PodSpec | Container): boolean {
  const security = valueAt(node, 'securityContext');
  const isRoot = integerOf(valueAt(security, 'runAsUser')) === 0 || booleanOf(valueAt(security, 'privileged')) === true;
  return isRoot || isShared(node);
}

/** The first fix of each problem with a security context, but for those that touch an earlier one: their turn comes next. */
function nextEdits(placed: PlacedChunk, { workload: { item }, settings }: RefactorContext): ChunkEdit[] {
  const taken: ChunkEdit[] = [];
  const problems = workloadsOf(placed.chunk)
    .filter((workload) => workload.item === item)
    .flatMap((workload) => runRules(controls, workload, { ...settings, podSecurity: 'restricted' }))
    .filter(({ path }) => path.includes('.securityContext'));
  for (const problem of problems) {
    const edits = fixesOf({ problem, placed })[0]?.edits ?? [];
    const collides = edits.some((edit) => taken.some((other) => edit.start <= other.end && other.start <= edit.end));
    if (!collides) taken.push(...edits);
  }
  return taken;
}
