import type { CodeAction, CodeActionKind, Range } from 'vscode-languageserver-types';
import { apply, Editor, keepsAnchors } from '../../fixes/index.ts';
import { type Container, containersOf, type PodSpec, workloadsOf } from '../../model/index.ts';
import { splitChunks } from '../../yaml/index.ts';
import { placedEdits, workspaceEdit } from '../edits.ts';
import { chunkAt, type Manifest } from '../manifest.ts';
import { checkedProblems, type Settings } from '../problems.ts';
import { commandForms } from './command.ts';
import { areAllIn, keepsComments } from './comments.ts';
import { containerRoles } from './containers.ts';
import { extractVariables } from './env.ts';
import { addProbes } from './probes.ts';
import type { Refactor, RefactorContext, Refactoring } from './refactoring.ts';
import { addResources } from './resources.ts';
import { extractScript } from './script.ts';
import { restrict } from './security.ts';
import { intoController } from './workloads.ts';
import { intoPod } from './workloadsPod.ts';

/** Every refactoring, in the order in which they are offered. */
const refactors: readonly Refactor[] = [
  commandForms,
  extractScript,
  containerRoles,
  extractVariables,
  addProbes,
  addResources,
  restrict,
  intoController,
  intoPod,
];

/**
 * The refactorings for where a range starts. What they leave is a manifest that the API server takes if it took the one
 * before, with all its comments.
 * @param wants whether a kind of action is asked for
 */
export function refactorActions(
  manifest: Manifest,
  range: Range,
  settings: Settings,
  wants: (kind: CodeActionKind) => boolean,
): CodeAction[] {
  const isAsked = ['refactor.extract', 'refactor.move', 'refactor.rewrite'].some(wants);
  const context = isAsked && contextAt(manifest, manifest.document.offsetAt(range.start), settings);
  if (!context) return [];
  return refactors
    .flatMap((refactor) => refactor(context))
    .filter((refactoring) => wants(refactoring.kind) && isSound(refactoring, context))
    .map(({ title, kind, edits }) => ({
      title,
      kind,
      edit: workspaceEdit(manifest.document, placedEdits(manifest, context.placed, edits)),
    }));
}

function contextAt(manifest: Manifest, at: number, settings: Settings): RefactorContext | undefined {
  const placed = chunkAt(manifest, at);
  if (!placed || manifest.isTemplate || placed.chunk.problems.length > 0) return undefined;
  const { chunk } = placed;
  const offset = at - placed.offset;
  const workloads = workloadsOf(chunk);
  const workload =
    workloads.find(({ item }) => item === undefined) ??
    workloads.find(({ root }) => root.start <= offset && offset <= root.end);
  if (!workload?.pod) return undefined;
  const { pod } = workload;
  const container = containerAt(pod, offset);
  return { manifest, placed, offset, workload, pod, container, editor: new Editor(chunk), settings };
}

/** The container whose lines hold an offset, its dash included. */
function containerAt(pod: PodSpec, offset: number): Container | undefined {
  return containersOf(pod).find(({ node }) => {
    const list = node.parent;
    const dash = list?.kind === 'seq' ? list.dashes[list.items.indexOf(node)] : undefined;
    return (dash ?? node.start) <= offset && offset <= node.end;
  });
}

/** Whether a refactoring keeps comments and aliases, and makes no new error. */
function isSound({ edits }: Refactoring, { placed, settings }: RefactorContext): boolean {
  const { chunk } = placed;
  if (edits.length === 0 || !keepsAnchors(chunk.root, edits)) return false;
  // the other documents only get entries
  const own = edits.filter(({ start, end }) => start >= 0 && end <= chunk.text.length);
  const text = apply(chunk.text, own);
  const before = errorsOf(checkedProblems(placed, settings));
  const left = splitChunks(text, [], chunk.podTemplates);
  const after = left.flatMap((each) => errorsOf(checkedProblems(each, settings)));
  const keeps = keepsComments(
    chunk,
    left.map((each) => each.chunk),
  );
  return keeps && left.every((each) => each.chunk.problems.length === 0) && areAllIn(after, before);
}

/** Their codes: what moves has another path. */
function errorsOf(problems: ReturnType<typeof checkedProblems>): string[] {
  return problems.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
}
