import * as l10n from '@vscode/l10n';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Fix } from '../rules/index.ts';
import { toDiagnostic } from './diagnostics.ts';
import { placedEdits, workspaceEdit } from './edits.ts';
import { fixAll } from './fixAll.ts';
import { fixableKinds, fixKind } from './fixKind.ts';
import { type Manifest, rangeOf } from './manifest.ts';
import { type PlacedProblem, problemsOf, type Settings } from './problems.ts';
import { refactorActions, resolveRefactoring } from './refactor/index.ts';
import { soundFixes } from './soundFixes.ts';
import { commentableLine } from './suppressions.ts';

/** The kind that runs every safe fix, on save where the user wants it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.podsmith`;

/** What an action without edits is resolved with. */
interface Postponed {
  uri: string;
  version: number;
  /** Where it was asked for. */
  at: Position;
  /** Of the problems that it mends; none for a refactoring. */
  code?: string;
}

/**
 * What the light bulb offers for a range.
 * @param context the kinds that are asked for (`quickfix`, `source.fixAll`), all where it names none; and whether the user
 * asked, or the editor to know whether to show a light bulb: that is lit for problems only
 * @param isLazy whether actions that take long come without their edits, for `resolveCodeAction`
 */
export function codeActions(
  manifest: Manifest,
  range: Range,
  settings: Settings,
  { only, triggerKind }: Partial<CodeActionContext> = {},
  isLazy = false,
): CodeAction[] {
  const wants = (kind: string) =>
    !only || only.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`));
  const { uri, version } = manifest.document;
  const postponed = (action: CodeAction, code?: string): CodeAction | never[] => {
    const data: Postponed = { uri, version, at: range.start, ...(code && { code }) };
    const later = { ...action, data };
    return isLazy ? later : (resolveCodeAction(manifest, later, settings) ?? []);
  };
  const isAutomatic = triggerKind === CodeActionTriggerKind.Automatic;
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const all = problemsOf(manifest, settings);
    const problems = all.filter((found) => touches(manifest, found, range));
    const fixes = soundFixes(problems, settings);
    actions.push(...problems.flatMap((found, index) => quickFixes(manifest, found, fixes[index] ?? [])));
    // where they are not left for later, they would be made with every move of the cursor
    if (isLazy || !isAutomatic) {
      const mended = problems.filter((_, index) => fixes[index]?.length);
      const kinds = fixableKinds(mended, all, settings);
      actions.push(...kinds.flatMap((code) => postponed(kindFix(manifest, code, all), code)));
    }
    actions.push(...problems.flatMap((found) => suppressions(manifest, found)));
  }
  // behind a light bulb that is lit they are found as well
  if (!isAutomatic || (isLazy && actions.length > 0)) {
    actions.push(...refactorActions(manifest, range.start, settings, wants).flatMap((action) => postponed(action)));
  }
  // an editor that only opens the light bulb need not see it: it is asked for by name
  if (only && wants(fixAllKind)) {
    const edits = fixAll(manifest, settings);
    if (edits.length > 0) {
      actions.push({
        title: l10n.t('Fix all safe problems'),
        kind: fixAllKind,
        edit: workspaceEdit(manifest.document, edits),
      });
    }
  }
  return actions;
}

/** @returns undefined where the file has changed since the action was offered, or it can do nothing good */
export function resolveCodeAction(manifest: Manifest, action: CodeAction, settings: Settings): CodeAction | undefined {
  const { version, at, code }: Postponed = action.data;
  if (version !== manifest.document.version) return undefined;
  const edits = code ? fixKind(manifest, code, settings) : resolveRefactoring(manifest, at, settings, action.title);
  const { data, ...rest } = action;
  return edits && { ...rest, edit: workspaceEdit(manifest.document, edits) };
}

function quickFixes(manifest: Manifest, found: PlacedProblem, fixes: readonly Fix[]): CodeAction[] {
  const diagnostic = toDiagnostic(manifest, found);
  return fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: index === 0 && fix.safe,
    edit: workspaceEdit(manifest.document, placedEdits(manifest, found.placed, fix.edits)),
  }));
}

/** The quick fix for all problems of a kind, without its edits. */
function kindFix(manifest: Manifest, code: string, all: readonly PlacedProblem[]): CodeAction {
  const ofKind = all.filter(({ problem }) => problem.code === code);
  return {
    title: l10n.t('Fix all {0} problems in this file', code),
    kind: CodeActionKind.QuickFix,
    diagnostics: ofKind.map((found) => toDiagnostic(manifest, found)),
  };
}

function suppressions(manifest: Manifest, found: PlacedProblem): CodeAction[] {
  const { chunk, offset } = found.placed;
  if (chunk.root?.kind === 'map' && chunk.root.flow) return [];
  const { document } = manifest;
  const { code, node } = found.problem;
  const diagnostics = [toDiagnostic(manifest, found)];
  const text = document.getText();
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const top = text.startsWith('\ufeff') ? 1 : 0;
  const line = Math.max(top, offset + commentableLine(chunk, node.start));
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  const insert = (title: string, at: number, newText: string): CodeAction => {
    const position = document.positionAt(at);
    const edit = workspaceEdit(document, [{ range: { start: position, end: position }, newText }]);
    return { title, kind: CodeActionKind.QuickFix, diagnostics, edit };
  };
  return [
    insert(l10n.t('Suppress {0} for this line', code), line, `${indent}# podsmith-disable-next-line ${code}${eol}`),
    insert(l10n.t('Suppress {0} in this file', code), top, `# podsmith-disable ${code}${eol}`),
  ];
}

function touches(manifest: Manifest, { problem, placed }: PlacedProblem, range: Range): boolean {
  const { start, end } = rangeOf(manifest, placed, problem.node);
  const before = (a: Range['start'], b: Range['start']) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(start, range.end) && before(range.start, end);
}
