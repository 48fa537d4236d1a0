import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, isConfig } from '../service/index.ts';
import { createAnswers } from './answer.ts';
import { completionOptions, registerCompletion } from './completion.ts';
import { createConfigs } from './config.ts';
import { registerFeatures } from './features.ts';
import { createFiles, type Files } from './files.ts';
import { createItems } from './items.ts';
import { createManifests } from './manifests.ts';
import { pauseMilliseconds, pushDiagnostics } from './push.ts';
import { createSettings } from './settings.ts';
import { createStatus } from './status.ts';
import { createWorkspaceIndex } from './workspace.ts';

/** The other files of the workspace are read when the ones that are open have had their turn. */
const readingPause = 500;

/**
 * Serves one client until the connection ends.
 * @param disk reads the files of the workspace, where the platform can
 */
export function startServer(connection: Connection, disk?: Files): void {
  const service = createLanguageService();
  const documents = new TextDocuments(TextDocument);
  const files = createFiles(connection, disk);
  // of one that is open the editor learns as of any other file
  const configs = createConfigs(files, (uri, diagnostics) => {
    if (!documents.get(uri)) connection.sendDiagnostics({ uri, diagnostics });
  });
  const manifests = createManifests(service);
  const index = createWorkspaceIndex(connection, service, files, configs, documents, manifests);
  const settings = createSettings(connection, configs, index.current);
  const answers = createAnswers(connection, documents, manifests, settings);
  const status = createStatus(connection, service, configs, answers);
  const items = createItems();
  const features = registerFeatures(connection, service, answers, index);
  let client: ClientCapabilities = {};

  /** What the client does not do when it is asked is no reason to end. */
  function ask(request: Promise<unknown>): void {
    request.catch((error) => connection.console.warn(String(error)));
  }

  function readConfigAgain(saved: readonly string[]): void {
    if (!saved.some(isConfig)) return;
    settings.configChanged();
    index.restart();
  }

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, rootUri }): InitializeResult => {
    client = capabilities;
    files.initialize(initializationOptions);
    settings.initialize(capabilities, initializationOptions);
    items.initialize(capabilities, initializationOptions);
    status.initialize(initializationOptions);
    index.setFolders(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
    return {
      serverInfo: { name: 'podsmith' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        // others are asked for again by a refresh, where the client can
        diagnosticProvider: {
          interFileDependencies: !client.workspace?.diagnostics?.refreshSupport,
          workspaceDiagnostics: false,
        },
        completionProvider: completionOptions,
        ...features.initialize(capabilities),
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      ask(connection.client.register(DidChangeConfigurationNotification.type, { section: 'podsmith' }));
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      // a folder that goes is told of without its files
      const watchers = [{ globPattern: '**/*.{yaml,yml,json}' }, { globPattern: '**/*', kind: WatchKind.Delete }];
      ask(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() =>
        ask(
          connection.workspace
            .getWorkspaceFolders()
            .then((folders) => index.setFolders(folders?.map(({ uri }) => uri) ?? [])),
        ),
      );
    }
    setTimeout(index.filled, readingPause);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    index.changed(uris);
    readConfigAgain(uris);
  });

  const push = pushDiagnostics(connection, documents, async (document) => {
    const current = await settings.of(document.uri);
    return service.diagnose(manifests.of(document, current.podTemplates), current);
  });
  function diagnoseAgain(): void {
    if (!client.textDocument?.diagnostic) documents.all().forEach(push.now);
    else if (client.workspace?.diagnostics?.refreshSupport) ask(connection.languages.diagnostics.refresh());
  }

  const changed = new WeakMap<TextDocument, number>();
  /** Ends when nobody has typed in a file for a while; a client that asks again meanwhile cancels what it has asked before. */
  function pauseIn({ uri }: { uri: string }): Promise<void> {
    const document = documents.get(uri);
    const since = Date.now() - ((document && changed.get(document)) ?? 0);
    return new Promise((resolve) => setTimeout(resolve, Math.max(0, pauseMilliseconds - since)));
  }
  // opening counts as the first change
  documents.onDidChangeContent(({ document }) => {
    index.lookSoon();
    if (manifests.knows(document)) changed.set(document, Date.now());
    if (client.textDocument?.diagnostic) return;
    if (manifests.knows(document)) push.soon(document);
    else push.now(document);
  });
  documents.onDidOpen(({ document }) => {
    if (isConfig(document.uri)) push.clear(document);
  });
  documents.onDidClose(({ document }) => {
    settings.forget(document.uri);
    index.closed(document.uri);
    push.clear(document);
    readConfigAgain([document.uri]);
  });
  // earlier than a client's watcher, where it has one
  documents.onDidSave(({ document }) => readConfigAgain([document.uri]));
  settings.onDidChange(() => {
    status.changed();
    if (client.workspace?.inlayHint?.refreshSupport) ask(connection.languages.inlayHint.refresh());
    diagnoseAgain();
  });
  index.onDidChangeOthers(diagnoseAgain);

  connection.languages.diagnostics.on(async ({ textDocument }, token) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: await answers.answerFor(textDocument, token, [], service.diagnose, pauseIn(textDocument)),
  }));
  registerCompletion(connection, service, answers, index, items);

  documents.listen(connection);
  connection.listen();
}
