import { writeFileSync } from 'node:fs';
import { sep } from 'node:path';
import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  defaultSettings,
  isConfig,
  type Manifest,
  type PodSecurity,
  podSecurityLevels,
  type ReportedDocument,
  type ReportedProblem,
  type Settings,
  type Severity,
  type Workspace,
  withConfig,
} from '../service/index.ts';
import { type ConfigFile, configFinder } from './config.ts';
import { readSources, type Source } from './files.ts';
import { formatText, hasColours } from './text.ts';
import { parseMinor, printUsage, UsageError } from './usage.ts';

/** The report of a run; the same shape as `--format json` prints, and stable. */
export interface Report {
  version: 1;
  /** The version for the working folder; every file has its own. */
  kubernetesVersion: string;
  files: FileReport[];
  summary: Record<Severity, number>;
}

export interface FileReport {
  path: string;
  /** Not of a `.podsmith.yaml`. */
  kubernetesVersion?: string;
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
      'kubernetes-version': { type: 'string' },
      'pod-security': { type: 'string' },
      fix: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return printUsage();
  const version = values['kubernetes-version'];
  const level = values['pod-security'];
  const flags: Flags = {
    ...(version === undefined ? {} : { minor: parseMinor(version) }),
    ...(level === undefined ? {} : { podSecurity: parseLevel(level) }),
  };
  if (values.format !== 'text' && values.format !== 'json')
    throw new UsageError(l10n.t('--format takes text or json, not {0}.', values.format));
  if (positionals.length === 0) throw new UsageError(l10n.t('No file is given.'));
  const { report, texts } = lint(readSources(positionals), flags, values.fix);
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

function warnOfRule(code: string, error: unknown): void {
  process.stderr.write(`${l10n.t('The rule {0} failed: {1}', code, String(error))}\n`);
}

/** What the command line sets, over every `.podsmith.yaml`. */
type Flags = Partial<Pick<Settings, 'minor' | 'podSecurity'>>;

/**
 * Lints files, after applying the safe fixes to them where `fix` is set; standard input is never written. What is wrong in
 * the `.podsmith.yaml` that count for them comes first.
 */
function lint(sources: readonly Source[], flags: Flags, fix: boolean): { report: Report; texts: Map<string, string> } {
  const configOf = configFinder();
  const workspace = workspaceOf(sources, (path) => settingsOf(path));
  const settingsOf = (path: string): Settings => ({
    ...withConfig(defaultSettings, configOf(path)?.config ?? {}),
    ...flags,
    workspace,
    onRuleError: warnOfRule,
  });
  const { minor } = settingsOf('-');
  const configs = configsToShow(sources, configOf);
  const texts = new Map(configs.map(({ path, text }) => [path, text]));
  const files = configs.map(reportConfig);
  for (const { path, text } of sources.filter((source) => !isConfig(source.path))) {
    const settings = settingsOf(path);
    const before = parseText(path, text, settings);
    const manifest = fix ? fixed(before, settings) : before;
    const after = manifest.document.getText();
    if (after !== text && path !== '-') writeFileSync(path, after);
    texts.set(path, after);
    files.push(lintFile(path, manifest, settings));
  }
  const summary: Report['summary'] = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { diagnostics } of files) for (const { severity } of diagnostics) summary[severity]++;
  return { report: { version: 1, kubernetesVersion: `1.${minor}`, files, summary }, texts };
}

/** The `.podsmith.yaml` that count for files and have mistakes in them, and those that are to be linted themselves. */
function configsToShow(sources: readonly Source[], configOf: ReturnType<typeof configFinder>): ConfigFile[] {
  const shown = sources.flatMap(({ path }) => {
    const config = configOf(path);
    return config && (isConfig(path) || config.diagnostics.length > 0) ? [config] : [];
  });
  return [...new Set(shown)];
}

/** What the files define, read when it is asked for. */
function workspaceOf(sources: readonly Source[], settingsOf: (path: string) => Settings): () => Workspace {
  let workspace: Workspace | undefined;
  return () => {
    if (workspace) return workspace;
    workspace = service.createWorkspace();
    for (const { path, text } of sources) workspace.set(parseText(path, text, settingsOf(path)));
    return workspace;
  };
}

function parseText(path: string, text: string, { podTemplates }: Settings): Manifest {
  // the service reads folders out of it, as of a uri
  return service.parse(TextDocument.create(path.replaceAll(sep, '/'), 'yaml', 1, text), undefined, podTemplates);
}

function fixed(manifest: Manifest, settings: Settings): Manifest {
  const edits = service.fixAll(manifest, settings);
  return parseText(manifest.document.uri, TextDocument.applyEdits(manifest.document, edits), settings);
}

function lintFile(path: string, manifest: Manifest, settings: Settings): FileReport {
  const documents = service.documents(manifest).map((head, index) => ({ index, ...head }));
  const kubernetesVersion = `1.${settings.minor}`;
  return { path, kubernetesVersion, documents, diagnostics: service.problems(manifest, settings) };
}

function reportConfig({ path, diagnostics }: ConfigFile): FileReport {
  return {
    path,
    documents: [{ index: 0 }],
    diagnostics: diagnostics.map(({ code, message, range }) => ({
      document: 0,
      code,
      severity: 'error',
      message,
      path: '',
      range,
      fixes: [],
    })),
  };
}
