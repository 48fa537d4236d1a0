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

/** The size in bytes from which on a file is no manifest. */
export const largestFile = 1_000_000;

/** The files as the client reads them, wherever they are: the requests of Podsmith's own client. */
export function clientFiles(connection: Connection): Files {
  return {
    list: (folder) => connection.sendRequest<string[]>('podsmith/files', { uri: folder, most: mostFiles }),
    read: async (uri) =>
      (await connection.sendRequest<string | null>('podsmith/read', { uri, largest: largestFile })) ?? undefined,
  };
}

/** Where neither the platform nor the client reads files. */
export const noFiles: Files = { list: async () => [], read: async () => undefined };
