import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeActionContext,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { isConfig, readConfig } from './config/index.ts';
import { codeActions, resolveCodeAction } from './features/codeActions.ts';
import { codeLenses } from './features/codeLenses.ts';
import { complete, resolveCompletion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnose } from './features/diagnostics.ts';
import { documentLinks } from './features/documentLinks.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { type Explanation, explain } from './features/explain.ts';
import { fixAll } from './features/fixAll.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { highlights } from './features/highlights.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { kinds } from './features/kinds.ts';
import { type Manifest, parseManifest } from './features/manifest.ts';
import type { Settings } from './features/problems.ts';
import { references } from './features/references.ts';
import { prepareRename, rename } from './features/rename.ts';
import { documents, problems, type ReportedDocument, type ReportedProblem } from './features/report.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { Workspace } from './features/workspace.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';

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
  /** @param workspace asked for only where something of it can be used */
  complete(manifest: Manifest, position: Position, settings: Settings, workspace: () => Workspace): CompletionItem[];
  /** Adds what is only needed of the item that the user looks at. */
  resolveCompletion(item: CompletionItem): CompletionItem;
  definition(manifest: Manifest, position: Position, workspace: Workspace): Location[];
  references(manifest: Manifest, position: Position, workspace: Workspace, includeDeclaration: boolean): Location[];
  highlights(manifest: Manifest, position: Position): DocumentHighlight[];
  prepareRename(manifest: Manifest, position: Position): { range: Range; placeholder: string } | undefined;
  /** @throws RenameError where the new name is not allowed */
  rename(manifest: Manifest, position: Position, newName: string, workspace: Workspace): WorkspaceEdit;
  documentSymbols(manifest: Manifest): DocumentSymbol[];
  workspaceSymbols(workspace: Workspace, query: string): WorkspaceSymbol[];
  foldingRanges(manifest: Manifest): FoldingRange[];
  selectionRanges(manifest: Manifest, positions: readonly Position[]): SelectionRange[];
  documentLinks(manifest: Manifest): DocumentLink[];
  inlayHints(manifest: Manifest, range: Range, settings: Settings): InlayHint[];
  codeLenses(manifest: Manifest): CodeLens[];
  /** @param isLazy whether actions that take long come without their edits, for `resolveCodeAction` */
  codeActions(
    manifest: Manifest,
    range: Range,
    settings: Settings,
    context?: Partial<CodeActionContext>,
    isLazy?: boolean,
  ): CodeAction[];
  /** Adds its edits to an action; undefined where the file has changed since, or it can do nothing good. */
  resolveCodeAction(manifest: Manifest, action: CodeAction, settings: Settings): CodeAction | undefined;
  /** @param now when the next runs of a schedule are counted from */
  hover(manifest: Manifest, position: Position, settings: Settings, now: Date): Hover | undefined;
  /**
   * Explains a kind, or a field by its path, without a manifest.
   * @param minor the Kubernetes version, 37 for 1.37
   * @throws ExplainError where there is no such field in that version
   */
  explain(path: string, minor: number): Explanation;
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
    complete: (manifest, ...where) => (isConfig(manifest.document.uri) ? [] : complete(manifest, ...where)),
    resolveCompletion,
    definition,
    references,
    highlights,
    prepareRename,
    rename,
    documentSymbols,
    workspaceSymbols,
    foldingRanges,
    selectionRanges,
    documentLinks,
    inlayHints,
    codeLenses,
    codeActions,
    resolveCodeAction,
    hover,
    explain,
    fixAll,
  };
}

export { type Config, configName, isConfig, readConfig, withConfig } from './config/index.ts';
export { fixAllKind } from './features/codeActions.ts';
export { ExplainError, type Explanation } from './features/explain.ts';
export type { Manifest } from './features/manifest.ts';
export { defaultSettings, type RuleSeverity, ruleSeverities, type Settings } from './features/problems.ts';
export { RenameError } from './features/rename.ts';
export type { ReportedDocument, ReportedProblem } from './features/report.ts';
export type { Workspace } from './features/workspace.ts';
export type { Severity } from './rules/index.ts';
export { type PodSecurity, podSecurityLevels } from './rules/rule.ts';
export { minorOf, newestMinor, oldestMinor } from './schema/index.ts';
