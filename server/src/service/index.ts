import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeActionContext,
  CompletionItem,
  Diagnostic,
  Hover,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver-types';
import { isConfig, readConfig } from './config/index.ts';
import { codeActions } from './features/codeActions.ts';
import { complete, resolveCompletion } from './features/completion.ts';
import { diagnose } from './features/diagnostics.ts';
import { fixAll } from './features/fixAll.ts';
import { hover } from './features/hover.ts';
import { kinds } from './features/kinds.ts';
import { type Manifest, parseManifest } from './features/manifest.ts';
import type { Settings } from './features/problems.ts';
import { documents, problems, type ReportedDocument, type ReportedProblem } from './features/report.ts';
import { Workspace } from './features/workspace.ts';

/** The language service: pure functions over parsed files, the same in Node, in a web worker and on the command line. */
export interface LanguageService {
  /**
   * @param previous the last version of the same file: what has not changed is not parsed again
   * @param podTemplates those of the settings: without them custom resources are no workloads
   */
  parse(document: TextDocument, previous?: Manifest, podTemplates?: Settings['podTemplates']): Manifest;
  /** What is wrong in a manifest, or in a `.podsmith.yaml`. */
  diagnose(manifest: Manifest, settings: Settings): Diagnostic[];
  /** What `diagnose` tells, with field paths and fixes, for a report. */
  problems(manifest: Manifest, settings: Settings): ReportedProblem[];
  /** The documents of a file, empty ones left out. */
  documents(manifest: Manifest): ReportedDocument[];
  /** The kinds of the workloads in a file, each once. */
  kinds(manifest: Manifest): string[];
  /** Keeps what files define and use beyond themselves, for the functions that take it. */
  createWorkspace(): Workspace;
  complete(manifest: Manifest, position: Position, settings: Settings, workspace: Workspace): CompletionItem[];
  /** Adds what is only needed of the item that the user looks at. */
  resolveCompletion(item: CompletionItem): CompletionItem;
  codeActions(manifest: Manifest, range: Range, settings: Settings, context?: Partial<CodeActionContext>): CodeAction[];
  /** @param now when the next runs of a schedule are counted from */
  hover(manifest: Manifest, position: Position, settings: Settings, now: Date): Hover | undefined;
  /** The edits that apply every safe fix; none where there is nothing to mend. */
  fixAll(manifest: Manifest, settings: Settings): TextEdit[];
}

export function createLanguageService(): LanguageService {
  return {
    parse: parseManifest,
    diagnose: (manifest, settings) =>
      isConfig(manifest.document.uri) ? readConfig(manifest.document).diagnostics : diagnose(manifest, settings),
    problems,
    documents,
    kinds,
    createWorkspace: () => new Workspace(),
    complete,
    resolveCompletion,
    codeActions,
    hover,
    fixAll,
  };
}

export { type Config, configName, isConfig, readConfig, withConfig } from './config/index.ts';
export { fixAllKind } from './features/codeActions.ts';
export type { Manifest } from './features/manifest.ts';
export { defaultSettings, type RuleSeverity, ruleSeverities, type Settings } from './features/problems.ts';
export type { ReportedDocument, ReportedProblem } from './features/report.ts';
export type { Workspace } from './features/workspace.ts';
export type { Severity } from './rules/index.ts';
export { type PodSecurity, podSecurityLevels } from './rules/rule.ts';
export { minorOf, newestMinor, oldestMinor } from './schema/index.ts';
