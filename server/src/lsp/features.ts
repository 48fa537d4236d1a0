import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Position, TextDocumentIdentifier } from 'vscode-languageserver-types';
import { fixAllKind, type LanguageService, type Manifest, RenameError, type Workspace } from '../service/index.ts';
import type { Answers } from './answer.ts';
import type { Items } from './items.ts';
import type { WorkspaceIndex } from './workspace.ts';

/** How long completion waits for files that are not read yet. */
const patienceMilliseconds = 100;

/** What the requests of this module are announced with. */
export const featureCapabilities: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: [' ', '"', "'", '(', '/'], resolveProvider: true },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  inlayHintProvider: true,
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', fixAllKind] },
};

/** Answers the requests that a client makes for its user. */
export function registerFeatures(
  connection: Connection,
  service: LanguageService,
  { answer, answerFor }: Answers,
  index: WorkspaceIndex,
  items: Items,
): void {
  /** Answers once the files of the workspace are read. */
  function answerFromAll<T>(
    document: TextDocumentIdentifier,
    token: CancellationToken,
    fallback: T,
    compute: (manifest: Manifest, workspace: Workspace) => T,
  ): Promise<T> {
    return answerFor(document, token, fallback, (manifest) => compute(manifest, index.current()), index.filled());
  }

  connection.onHover(({ textDocument, position }, token) =>
    answerFor(textDocument, token, undefined, (manifest, settings) =>
      service.hover(manifest, position, settings, new Date()),
    ),
  );
  connection.onCompletion(({ textDocument, position, context }, token) =>
    answerFor(
      textDocument,
      token,
      [],
      (manifest, settings) =>
        isExpected(manifest, position, context?.triggerCharacter)
          ? service.complete(manifest, position, settings, index.current()).map(items.fit)
          : [],
      Promise.race([index.filled(), new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]),
    ),
  );
  connection.onCompletionResolve((item, token) => answer(token, item, () => service.resolveCompletion(item)));
  connection.onDefinition(({ textDocument, position }, token) =>
    answerFromAll(textDocument, token, [], (manifest, workspace) => service.definition(manifest, position, workspace)),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    answerFromAll(textDocument, token, [], (manifest, workspace) =>
      service.references(manifest, position, workspace, context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    answerFor(textDocument, token, [], (manifest) => service.highlights(manifest, position)),
  );
  connection.onPrepareRename(({ textDocument, position }, token) =>
    answerFor(textDocument, token, undefined, (manifest) => service.prepareRename(manifest, position)),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answerFromAll(textDocument, token, undefined, (manifest, workspace) =>
      refusable(() => service.rename(manifest, position, newName, workspace)),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }, token) => answerFor(textDocument, token, [], service.documentSymbols));
  connection.onWorkspaceSymbol(({ query }, token) =>
    answer(token, [], () => service.workspaceSymbols(index.current(), query), index.filled()),
  );
  connection.onFoldingRanges(({ textDocument }, token) =>
    answerFor(textDocument, token, null, (manifest) => nonEmpty(service.foldingRanges(manifest))),
  );
  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    answerFor(textDocument, token, [], (manifest) => service.selectionRanges(manifest, positions)),
  );
  connection.onDocumentLinks(({ textDocument }, token) => answerFor(textDocument, token, [], service.documentLinks));
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answerFor(textDocument, token, [], (manifest, settings) => service.inlayHints(manifest, range, settings)),
  );
  connection.onCodeLens(({ textDocument }, token) => answerFor(textDocument, token, [], service.codeLenses));
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answerFor(textDocument, token, [], (manifest, settings) => service.codeActions(manifest, range, settings, context)),
  );
}

/** What stands before the cursor where the list may open by itself. */
const opening = /(?:(?:^[\s-]*-|[:[{,]) ["']?|[[{,]["']|\$\(|\/)$/;

/** Whether a character that opens the list was typed where a value or a key begins, and not in the midst of a text. */
function isExpected({ document }: Manifest, end: Position, trigger: string | undefined): boolean {
  return trigger === undefined || opening.test(document.getText({ start: { line: end.line, character: 0 }, end }));
}

/** An editor that gets no list at all folds by indentation. */
function nonEmpty<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null;
}

/** Tells the client why a new name is refused. */
function refusable<T>(rename: () => T): T {
  try {
    return rename();
  } catch (error) {
    throw error instanceof RenameError ? new ResponseError(LSPErrorCodes.RequestFailed, error.message) : error;
  }
}
