import type { Connection } from 'vscode-languageserver';

/** The files of the workspace, as the platform reads them. */
export interface Files {
  /** The uris of the .yaml, .yml and .json files below a folder, without node_modules and hidden folders. */
  list(folder: string): Promise<string[]>;
  /** The text of a file; undefined where there is none, or one too large to be a manifest. */
  read(uri: string): Promise<string | undefined>;
}

/** How many files of a folder are listed at the most. */
export const mostFiles = 5000;

/** The size in bytes above which a file is no manifest. */
export const largestFile = 1_000_000;

/**
 * The files of the workspace: those on the disk as the platform reads them, all others as the client does.
 * @param disk reads `file:` uris, where the platform has a disk
 */
export function createFiles(connection: Connection, disk: Files | undefined) {
  let client: Files = { list: async () => [], read: async () => undefined };
  const of = (uri: string) => (uri.startsWith('file:') ? (disk ?? client) : client);
  return {
    /** Reads the client's `initializationOptions`: with `files` it answers the requests of this module. */
    initialize(options: unknown): void {
      if ((options as { files?: unknown } | undefined)?.files === true) client = clientFiles(connection);
    },
    list: (folder: string): Promise<string[]> => of(folder).list(folder),
    read: (uri: string): Promise<string | undefined> => of(uri).read(uri),
  };
}

/** The files as Podsmith's own client reads them, wherever they are; none where it fails. */
function clientFiles(connection: Connection): Files {
  async function ask<T>(method: string, params: unknown, fallback: T): Promise<T> {
    try {
      return await connection.sendRequest<T>(method, params);
    } catch (error) {
      connection.console.error(`${method}: ${error}`);
      return fallback;
    }
  }
  return {
    list: (folder) => ask<string[]>('podsmith/files', { uri: folder, most: mostFiles }, []),
    read: async (uri) => (await ask<string | null>('podsmith/read', { uri, largest: largestFile }, null)) ?? undefined,
  };
}
