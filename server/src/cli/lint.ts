import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  defaultSettings,
  type Manifest,
  type PodSecurity,
  podSecurityLevels,
  type ReportedDocument,
  type ReportedProblem,
  type Settings,
  type Severity,
} from '../service/index.ts';
import { readSources, type Source } from './files.ts';
import { formatText } from './text.ts';
import { parseMinor, printUsage, UsageError } from './usage.ts';

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

/** `podsmith lint`: checks files and prints what is wrong in them. */
export function runLint(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'kubernetes-version': { type: 'string', default: 'latest' },
      'pod-security': { type: 'string', default: defaultSettings.podSecurity },
      fix: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return printUsage();
  const settings = {
    ...defaultSettings,
    minor: parseMinor(values['kubernetes-version']),
    podSecurity: parseLevel(values['pod-security']),
    onRuleError: warnOfRule,
  };
  if (values.format !== 'text' && values.format !== 'json')
    throw new UsageError(l10n.t('--format takes text or json, not {0}.', values.format));
  if (positionals.length === 0) throw new UsageError(l10n.t('No file is given.'));
  const { report, texts } = lint(readSources(positionals), settings, values.fix);
  process.stdout.write(
    values.format === 'json' ? `${JSON.stringify(report)}\n` : formatText(report, texts, hasColours()),
  );
  return report.summary.error > 0 ? 1 : 0;
}

function parseLevel(text: string): PodSecurity {
  const level = podSecurityLevels.find((each) => each === text);
  if (level) return level;
  throw new UsageError(l10n.t('--pod-security takes off, baseline or restricted, not {0}.', text));
}

function hasColours(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;
}

function warnOfRule(code: string, error: unknown): void {
  process.stderr.write(`${l10n.t('The rule {0} failed: {1}', code, String(error))}\n`);
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
