import type { Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Config, LanguageService, Manifest, Workspace } from '../service/index.ts';
import type { Configs } from './config.ts';
import type { Files } from './files.ts';
import type { Manifests } from './manifests.ts';

/** How many files are read at a time. */
const batch = 16;

/** The open files are looked at when nobody has typed for so long. */
const pauseMilliseconds = 300;

/** Folders whose files are not listed. */
const hiddenFolder = /\/(?:node_modules|\.[^/]*)\//;

export type WorkspaceIndex = ReturnType<typeof createWorkspaceIndex>;

/** What the manifests of the workspace define and use: the open ones as in the editor, the others as on the disk. */
export function createWorkspaceIndex(
  connection: Connection,
  service: LanguageService,
  files: Files,
  configs: Configs,
  documents: TextDocuments<TextDocument>,
  manifests: Manifests,
) {
  const open = new Map<string, Manifest>();
  const indexed = new Set<string>();
  let workspace = service.createWorkspace();
  let folders: string[] = [];
  let filling: Promise<void> | undefined;
  let restarts = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** The version that was told last. */
  let told = 0;
  let othersChanged = () => {};

  async function fill(): Promise<void> {
    const turn = restarts;
    for (const folder of folders) await attempt(folder, async () => take(await files.list(folder), turn));
  }

  /** @param turn when it was asked for: what is going to be read again is not read any more */
  async function take(uris: readonly string[], turn = restarts): Promise<void> {
    for (let from = 0; from < uris.length && turn === restarts; from += batch) {
      const part = uris.slice(from, from + batch);
      const texts = await Promise.all(part.map(files.read));
      for (const [index, uri] of part.entries()) {
        await attempt(uri, async () => {
          const { podTemplates } = await configs.of(uri);
          if (!documents.get(uri)) put(uri, texts[index], podTemplates);
        });
        // what the client asks for meanwhile comes first
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }
  }

  function put(uri: string, text: string | undefined, podTemplates: Config['podTemplates']): void {
    if (text === undefined) remove(uri);
    else set(service.parse(TextDocument.create(uri, 'yaml', 0, text), undefined, podTemplates));
  }

  function set(manifest: Manifest): void {
    workspace.set(manifest);
    indexed.add(manifest.document.uri);
    if (workspace.othersVersion !== told) lookSoon();
  }

  function remove(uri: string): void {
    if (indexed.delete(uri)) workspace.delete(uri);
    if (workspace.othersVersion !== told) lookSoon();
  }

  /** What is known so far. */
  function current(): Workspace {
    for (const document of documents.all()) {
      const manifest = manifests.of(document);
      if (open.get(document.uri) === manifest || !counts(document.uri)) continue;
      open.set(document.uri, manifest);
      void attempt(document.uri, () => set(manifest));
    }
    return workspace;
  }

  /** To be called when something may have changed; several calls at a time are one. */
  function lookSoon(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const { othersVersion } = current();
      if (othersVersion !== told) othersChanged();
      told = othersVersion;
    }, pauseMilliseconds);
  }

  /** One file or folder that cannot be read leaves the others. */
  async function attempt(uri: string, read: () => void | Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      connection.console.error(`${uri}: ${error instanceof Error ? error.stack : error}`);
    }
  }

  /** Whether a file is one that the workspace has, whatever its name. */
  function isBelow(uri: string): boolean {
    return folders.some((folder) => uri.startsWith(`${folder}/`) && !hiddenFolder.test(uri.slice(folder.length)));
  }

  /** Whether an open document counts: not what a client shows of the past of a file. */
  function counts(uri: string): boolean {
    return isBelow(uri) || /^(?:file|untitled):/.test(uri);
  }

  /** @param uris of files that came, changed or went, or of folders that went */
  function changed(uris: readonly string[]): void {
    filling = filling?.then(() => {
      const gone = [...indexed].filter((known) => uris.some((uri) => known.startsWith(`${uri}/`)));
      return take([...uris.filter(isBelow), ...gone]);
    });
  }

  /** Reads everything again, if it was read. */
  function restart(): void {
    restarts += 1;
    filling = filling?.then(() => {
      workspace = service.createWorkspace();
      told = -1;
      open.clear();
      indexed.clear();
      return fill().then(lookSoon);
    });
  }

  async function filled(): Promise<void> {
    const turn = restarts;
    filling ??= fill();
    await filling;
    if (turn !== restarts) await filled();
  }

  return {
    /** Waits until every file is read, also those that have changed since; the first call has them read. */
    filled,

    current,

    lookSoon,

    /** @param listener told when files have changed in what others are told of them */
    onDidChangeOthers(listener: () => void): void {
      othersChanged = listener;
    },

    /** @param uris of the folders, from now on */
    setFolders(uris: readonly string[]): void {
      folders = uris.map((uri) => uri.replace(/\/$/, ''));
      restart();
    },

    restart,

    changed,

    closed(uri: string): void {
      open.delete(uri);
      remove(uri);
      changed([uri]);
    },
  };
}
