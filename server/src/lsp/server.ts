import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  fixAllKind,
  type LanguageService,
  type Manifest,
  type Settings,
} from '../service/index.ts';
import { pushDiagnostics } from './push.ts';
import { createSettings } from './settings.ts';

/** Serves one client until the connection ends. */
export function startServer(connection: Connection): void {
  const service = createLanguageService();
  const documents = new TextDocuments(TextDocument);
  const settings = createSettings(connection);
  const manifests = parsedManifests(service);
  let client: InitializeParams['capabilities'] = {};

  /** Answers a request about a document: not when it was cancelled, and with the fallback when something throws. */
  async function answer<T>(
    { uri }: { uri: string },
    token: CancellationToken,
    fallback: T,
    compute: (manifest: Manifest, current: Settings) => T,
  ): Promise<T> {
    const current = await settings.of(uri);
    // messages that wait, such as a cancellation, come first
    await new Promise((resolve) => setTimeout(resolve, 0));
    const document = documents.get(uri);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (!document) return fallback;
    try {
      return compute(manifests.of(document), current);
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return fallback;
    }
  }

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    client = capabilities;
    settings.initialize(capabilities, initializationOptions);
    return {
      serverInfo: { name: 'podsmith' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', fixAllKind] },
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'podsmith' });
    }
  });

  const push = pushDiagnostics(connection, documents, async (document) =>
    service.diagnose(manifests.of(document), await settings.of(document.uri)),
  );
  // opening counts as the first change
  documents.onDidChangeContent(({ document }) => {
    if (client.textDocument?.diagnostic) return;
    if (manifests.knows(document)) push.soon(document);
    else push.now(document);
  });
  documents.onDidClose(({ document }) => {
    manifests.forget(document);
    settings.forget(document.uri);
    push.clear(document);
  });
  settings.onDidChange(() => {
    if (client.textDocument?.diagnostic) {
      if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
    } else {
      documents.all().forEach(push.now);
    }
  });

  connection.languages.diagnostics.on(async ({ textDocument }, token) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: await answer(textDocument, token, [], service.diagnose),
  }));
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer(textDocument, token, [], (manifest, current) => service.codeActions(manifest, range, current, context)),
  );
  connection.onHover(({ textDocument, position }, token) =>
    answer(textDocument, token, undefined, (manifest) => service.hover(manifest, position)),
  );

  documents.listen(connection);
  connection.listen();
}

/** The open files as the service parsed them last. */
function parsedManifests(service: LanguageService) {
  const parsed = new Map<string, { version: number; manifest: Manifest }>();
  return {
    of(document: TextDocument): Manifest {
      const known = parsed.get(document.uri);
      // the text document is changed in place, so its version is what tells whether the manifest is still of it
      if (known?.version === document.version) return known.manifest;
      const manifest = service.parse(document, known?.manifest);
      parsed.set(document.uri, { version: document.version, manifest });
      return manifest;
    },
    knows: ({ uri }: TextDocument): boolean => parsed.has(uri),
    forget: ({ uri }: TextDocument): void => void parsed.delete(uri),
  };
}
