import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocumentIdentifier } from 'vscode-languageserver-types';
import { fixAllKind, type LanguageService, type Manifest, RenameError, type Workspace } from '../service/index.ts';
import type { Answers } from './answer.ts';
import type { WorkspaceIndex } from './workspace.ts';

/** What the requests of this module are announced with. */
const capabilities: ServerCapabilities = {
  hoverProvider: true,
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
};

/** Answers the requests that a client makes for its user; `initialize` has what they are announced with. */
export function registerFeatures(
  connection: Connection,
  service: LanguageService,
  { answer, answerFor }: Answers,
  index: WorkspaceIndex,
) {
  /** Whether the client asks for the edits of the action that its user chooses. */
  let resolves = false;

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
    answer(token, [], index.filled, () => service.workspaceSymbols(index.current(), query)),
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
    answerFor(textDocument, token, [], (manifest, settings) =>
      service.codeActions(manifest, range, settings, context, resolves),
    ),
  );
  connection.onCodeActionResolve((action, token) =>
    answerFor({ uri: uriOf(action) }, token, action, (manifest, settings) => {
      const resolved = service.resolveCodeAction(manifest, action, settings);
      if (!resolved) throw new ResponseError(LSPErrorCodes.ContentModified, 'the action is no longer possible');
      return resolved;
    }),
  );

  return {
    initialize({ textDocument }: ClientCapabilities): ServerCapabilities {
      const { dataSupport = false, resolveSupport } = textDocument?.codeAction ?? {};
      resolves = dataSupport && resolveSupport?.properties.includes('edit') === true;
      const codeActionKinds = ['quickfix', 'refactor', fixAllKind];
      return { ...capabilities, codeActionProvider: { codeActionKinds, resolveProvider: resolves } };
    },
  };
}

/** The file of an action; none of one that has its edits: some editors ask for what else it may have. */
function uriOf({ data }: CodeAction): string {
  return (data as { uri: string } | undefined)?.uri ?? '';
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
