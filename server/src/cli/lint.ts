import { writeFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixesOf } from '../service/features/fixAll.ts';
import { type Manifest, parseManifest, rangeOf } from '../service/features/manifest.ts';
import { problemsOf, type Settings } from '../service/features/problems.ts';
import { createLanguageService, type Severity } from '../service/index.ts';
import { deref, stringOf, valueAt } from '../service/yaml/index.ts';
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
  documents: { index: number; apiVersion?: string; kind?: string; name?: string }[];
  diagnostics: DiagnosticReport[];
}

export interface DiagnosticReport {
  /** Index of the document, empty ones not counted, as kubectl counts. */
  document: number;
  /** Index in the `items` of a List. */
  item?: number;
  code: string;
  severity: Severity;
  message: string;
  path: string;
  /** Zero-based, in UTF-16 units. */
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  fixes: { title: string; safe: boolean }[];
}

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
  return parseManifest(TextDocument.create(path, 'yaml', 1, text));
}

function fixed(manifest: Manifest, settings: Settings): Manifest {
  const edits = createLanguageService().fixAll(manifest, settings);
  return parseText(manifest.document.uri, TextDocument.applyEdits(manifest.document, edits));
}

function lintFile(path: string, manifest: Manifest, settings: Settings): FileReport {
  const filled = manifest.chunks.filter(({ chunk }) => chunk.root !== undefined || chunk.problems.length > 0);
  const documents = filled.map(({ chunk }, index) => {
    const root = deref(chunk.root);
    const head = {
      apiVersion: stringOf(valueAt(root, 'apiVersion')),
      kind: stringOf(valueAt(root, 'kind')),
      name: stringOf(valueAt(valueAt(root, 'metadata'), 'name')),
    };
    return { index, ...Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined)) };
  });
  const diagnostics = problemsOf(manifest, settings).map((found): DiagnosticReport => {
    const { problem, placed } = found;
    const { item } = problem.workload;
    return {
      document: filled.indexOf(placed),
      ...(item === undefined ? {} : { item }),
      code: problem.code,
      severity: problem.severity,
      message: problem.message,
      path: problem.path,
      range: rangeOf(manifest, placed, problem.node),
      fixes: fixesOf(found).map(({ title, safe }) => ({ title, safe })),
    };
  });
  return { path, documents, diagnostics };
}
