import * as l10n from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { type Manifest, rangeOf } from './manifest.ts';
import { type PlacedProblem, problemsOf, type Settings, serverWords } from './problems.ts';
import { tooLarge } from './tooLarge.ts';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const source = 'podsmith';
const pages = 'https://github.com/podsmith/podsmith/blob/main/docs/rules';

/** What is wrong in a file, as LSP tells it. */
export function diagnose(manifest: Manifest, settings: Settings): Diagnostic[] {
  const unchecked = tooLarge(manifest).map((notice) => ({ ...notice, source, severity: severities[notice.severity] }));
  return [...unchecked, ...problemsOf(manifest, settings).map((found) => toDiagnostic(manifest, found))];
}

export function toDiagnostic(manifest: Manifest, { problem, placed }: PlacedProblem): Diagnostic {
  const { code, severity, message, node, related } = problem;
  const diagnostic: Diagnostic = {
    source,
    code,
    codeDescription: { href: `${pages}/${code}.md` },
    severity: severities[severity],
    message,
    range: rangeOf(manifest, placed, node),
  };
  const others = [
    ...(related ?? []),
    ...serverWords(problem).map((words) => ({ node, message: l10n.t('The API server says: {0}', words) })),
  ];
  if (others.length > 0) {
    diagnostic.relatedInformation = others.map(({ node, message }) => ({
      message,
      location: { uri: manifest.document.uri, range: rangeOf(manifest, placed, node) },
    }));
  }
  return diagnostic;
}
