import type { CodeAction, CodeActionKind, Position, TextEdit } from 'vscode-languageserver-types';
import { apply, type ChunkEdit, keepsAnchors } from '../../fixes/index.ts';
import { type PlacedChunk, splitChunks } from '../../yaml/index.ts';
import { addContainers } from '../addContainer.ts';
import { areAllIn, commentsOf, keepsComments } from '../comments.ts';
import { placedEdits } from '../edits.ts';
import type { Manifest } from '../manifest.ts';
import { checkedProblems, type Settings } from '../problems.ts';
import { commandForms } from './command.ts';
import { containerRoles } from './containers.ts';
import { extractVariables } from './env.ts';
import { addProbes } from './probes.ts';
import { contextAt, type Refactor, type RefactorContext, type Refactoring } from './refactoring.ts';
import { addResources } from './resources.ts';
import { extractScript } from './script.ts';
import { restrict } from './security.ts';
import { intoController } from './workloads.ts';
import { intoPod } from './workloadsPod.ts';

/** Every refactoring, in the order in which they are offered. */
const refactors: readonly Refactor[] = [
  commandForms,
  extractScript,
  extractVariables,
  containerRoles,
  intoController,
  intoPod,
  addProbes,
  addResources,
  restrict,
  addContainers,
];

/**
 * The refactorings at a position, without their edits: these are made, and checked, for the one that is chosen.
 * @param wants whether a kind of action is asked for
 */
export function refactorActions(
  manifest: Manifest,
  position: Position,
  settings: Settings,
  wants: (kind: CodeActionKind) => boolean,
): CodeAction[] {
  if (!['refactor.extract', 'refactor.move', 'refactor.rewrite'].some(wants)) return [];
  const context = contextAt(manifest, position, settings);
  const found = context ? refactoringsAt(context) : [];
  return found.filter(({ kind }) => wants(kind)).map(({ title, kind }) => ({ title, kind }));
}

/**
 * The edits of a refactoring that was offered. What they leave is a manifest that the API server takes if it took the one
 * before, with all its comments.
 * @returns undefined where they would not
 */
export function resolveRefactoring(
  manifest: Manifest,
  position: Position,
  settings: Settings,
  title: string,
): TextEdit[] | undefined {
  const context = contextAt(manifest, position, settings);
  if (!context) return undefined;
  const chosen = refactoringsAt(context).find((each) => each.title === title);
  const edits = typeof chosen?.edits === 'function' ? chosen.edits() : chosen?.edits;
  if (!edits || !isSound(edits, context)) return undefined;
  return placedEdits(manifest, context.placed, edits);
}

/** Those that what is quick to see does not speak against. */
function refactoringsAt(context: RefactorContext): Refactoring[] {
  const { chunk } = context.placed;
  return refactors
    .flatMap((refactor) => refactor(context))
    .filter(
      ({ edits }) =>
        typeof edits === 'function' ||
        (edits.length > 0 && keepsAnchors(chunk.root, edits) && keepsComments(chunk, edits)),
    );
}

/** Whether edits leave a document that can be read, with all comments and no error of another code. */
function isSound(edits: readonly ChunkEdit[], { placed, settings }: RefactorContext): boolean {
  const { chunk } = placed;
  if (edits.length === 0 || !keepsAnchors(chunk.root, edits)) return false;
  // the other documents only get entries
  const own = edits.filter(({ start, end }) => start >= 0 && end <= chunk.text.length);
  const left = splitChunks(apply(chunk.text, own), [], chunk.podTemplates);
  const comments = left.flatMap((each) => commentsOf(each.chunk));
  const known = new Set(errorsIn(placed, settings));
  return (
    left.every((each) => each.chunk.problems.length === 0) &&
    areAllIn(commentsOf(chunk), comments) &&
    left.every((each) => errorsIn(each, settings).every((code) => known.has(code)))
  );
}

/** Their codes: what moves has another path. */
function errorsIn(placed: PlacedChunk, settings: Settings): string[] {
  return checkedProblems(placed, settings).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
}
