import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Files, largestFile, mostFiles } from '../lsp/files.ts';

const manifestName = /\.(?:ya?ml|json)$/i;

/** How many folders are looked into at the most: someone may open their whole disk. */
const mostFolders = 10_000;

/** The files on the disk, by `file:` uris. */
export const diskFiles: Files = {
  async list(folder) {
    const found: string[] = [];
    const folders = [folder];
    // grows while it is walked, so that the nearest come first, which count where there are too many
    for (const next of folders) {
      if (found.length >= mostFiles || folders.length > mostFolders) break;
      for (const entry of await entriesOf(next)) {
        const uri = `${next}/${encoded(entry.name)}`;
        if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) folders.push(uri);
        else if (entry.isFile() && manifestName.test(entry.name)) found.push(uri);
      }
    }
    return found.slice(0, mostFiles);
  },

  async read(uri) {
    try {
      const path = fileURLToPath(uri);
      return (await stat(path)).size > largestFile ? undefined : await readFile(path, 'utf8');
    } catch {
      return undefined;
    }
  },
};

/** What a folder holds; nothing where it cannot be read, or is on another machine. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(fileURLToPath(folder), { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A file name as VS Code writes it in a uri: the uri of a file is the same when it is opened. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
