import * as l10n from '@vscode/l10n';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Range,
} from 'vscode-languageserver-types';
import type { Fix } from '../rules/index.ts';
import { addContainerActions } from './addContainer.ts';
import { toDiagnostic } from './diagnostics.ts';
import { placedEdits, workspaceEdit } from './edits.ts';
import { fixAll } from './fixAll.ts';
import { fixKind } from './fixKind.ts';
import { type Manifest, rangeOf } from './manifest.ts';
import { type PlacedProblem, problemsOf, type Settings } from './problems.ts';
import { refactorActions } from './refactor/index.ts';
import { soundFixes } from './soundFixes.ts';
import { commentableLine } from './suppressions.ts';

/** The kind that runs every safe fix, on save where the user wants it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.podsmith`;

/**
 * What the light bulb offers for a range.
 * @param context the kinds that are asked for (`quickfix`, `source.fixAll`), all where it names none; and whether the user
 * asked, or the editor to know whether to show a light bulb: that is lit for problems only
 */
export function codeActions(
  manifest: Manifest,
  range: Range,
  settings: Settings,
  { only, triggerKind }: Partial<CodeActionContext> = {},
): CodeAction[] {
  const wants = (kind: string) =>
    !only || only.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const problems = problemsOf(manifest, settings).filter((found) => touches(manifest, found, range));
    const fixes = soundFixes(problems, settings);
    const kinds = new Set<string>();
    problems.forEach((found, index) => {
      actions.push(...quickFixes(manifest, found, fixes[index] ?? []));
      const { code } = found.problem;
      if (!kinds.has(code)) actions.push(...kindFixes(manifest, code, problems, settings));
      kinds.add(code);
      actions.push(...suppressions(manifest, found));
    });
  }
  if (triggerKind !== CodeActionTriggerKind.Automatic) {
    if (wants(CodeActionKind.RefactorRewrite)) actions.push(...addContainerActions(manifest, range));
    actions.push(...refactorActions(manifest, range, settings, wants));
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

/** The quick fix for all problems of a kind, of which some are in the range. */
function kindFixes(
  manifest: Manifest,
  code: string,
  problems: readonly PlacedProblem[],
  settings: Settings,
): CodeAction[] {
  const fix = fixKind(manifest, code, settings);
  if (!fix) return [];
  const { solved, left, edits } = fix;
  return [
    {
      title:
        left === 0
          ? l10n.t('Fix all {0} of {1} in this file', solved, code)
          : l10n.t('Fix {0} of {1} of {2} in this file', solved, solved + left, code),
      kind: CodeActionKind.QuickFix,
      diagnostics: problems
        .filter(({ problem }) => problem.code === code)
        .map((found) => toDiagnostic(manifest, found)),
      edit: workspaceEdit(manifest.document, edits),
    },
  ];
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
