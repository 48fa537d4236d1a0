import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isConfig } from '../service/index.ts';

/** A file to lint; `-` is standard input. */
export interface Source {
  path: string;
  text: string;
}

/** What is read is no text, so that nothing can be said of it, nor written back. */
export class EncodingError extends Error {}

const manifestName = /\.(?:ya?ml|json)$/i;

/**
 * Reads the files that command line arguments name: a folder stands for every .yaml, .yml and .json below it, sorted,
 * without node_modules, hidden folders and `.podsmith.yaml`.
 * @throws an Error that names the path, where one cannot be read or is not UTF-8
 */
export function readSources(paths: readonly string[]): Source[] {
  return paths.flatMap((path) => {
    if (path === '-') return [{ path, text: decode(path, readFileSync(0)) }];
    return statSync(path).isDirectory() ? manifestsBelow(path).map(readFile) : [readFile(path)];
  });
}

/** Reads one file, with the errors of `readSources`. */
export function readFile(path: string): Source {
  return { path, text: decode(path, readFileSync(path)) };
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    throw new EncodingError(l10n.t('not UTF-8: {0}', path));
  }
}

function manifestsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : manifestsBelow(path);
      return entry.isFile() && manifestName.test(entry.name) && !isConfig(path) ? [path] : [];
    });
}
