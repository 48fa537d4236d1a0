import { writeFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  type Manifest,
  type ReportedDocument,
  type ReportedProblem,
  type Settings,
  type Severity,
} from '../service/index.ts';
import type { Source } from './files.ts';

/** The report of a run; the same shape as `--format json` prints, and stable. */
export interface Report {
  version: 1;
  kubernetesVersion: string;
  files: FileReport[];
  summary: Record<Severity, number>;
}

export interface FileReport {
  path: string;
  /** `index` counts as kubectl does, empty documents left out. */
  documents: ({ index: number } & ReportedDocument)[];
  diagnostics: ReportedProblem[];
}

const service = createLanguageService();

/** Lints files, after applying the safe fixes to them where `fix` is set; standard input is never written. */
export function lint(
  sources: readonly Source[],
  settings: Settings,
  fix: boolean,
): { report: Report; texts: Map<string, string> } {
  const summary: Report['summary'] = { error: 0, warning: 0, information: 0, hint: 0 };
  const texts = new Map<string, string>();
  const files = sources.map(({ path, text }) => {
    const before = parseText(path, text);
    const manifest = fix ? fixed(before, settings) : before;
    const after = manifest.document.getText();
    if (after !== text && path !== '-') writeFileSync(path, after);
    texts.set(path, after);
    return lintFile(path, manifest, settings);
  });
  for (const { diagnostics } of files) for (const { severity } of diagnostics) summary[severity]++;
  return { report: { version: 1, kubernetesVersion: `1.${settings.minor}`, files, summary }, texts };
}

function parseText(path: string, text: string): Manifest {
  return service.parse(TextDocument.create(path, 'yaml', 1, text));
}

function fixed(manifest: Manifest, settings: Settings): Manifest {
  const edits = service.fixAll(manifest, settings);
  return parseText(manifest.document.uri, TextDocument.applyEdits(manifest.document, edits));
}

function lintFile(path: string, manifest: Manifest, settings: Settings): FileReport {
  const documents = service.documents(manifest).map((head, index) => ({ index, ...head }));
  return { path, documents, diagnostics: service.problems(manifest, settings) };
}
