import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configName, readConfig } from '../service/index.ts';
import { readFile, type Source } from './files.ts';

/** A `.podsmith.yaml`, with what it sets and what is wrong in it. */
export type ConfigFile = Source & ReturnType<typeof readConfig>;

/**
 * Finds the `.podsmith.yaml` that counts for a file: the nearest from its folder up, from the working folder for standard
 * input. No folder is looked into twice.
 * @returns a function of the file's path that throws as `readSources` does
 */
export function configFinder(): (path: string) => ConfigFile | undefined {
  const known = new Map<string, ConfigFile | undefined>();

  function nearest(folder: string): ConfigFile | undefined {
    if (known.has(folder)) return known.get(folder);
    const path = join(folder, configName);
    const above = dirname(folder);
    const found = existsSync(path) ? read(path) : above === folder ? undefined : nearest(above);
    known.set(folder, found);
    return found;
  }

  return (path) => nearest(path === '-' ? process.cwd() : dirname(resolve(path)));
}

function read(absolute: string): ConfigFile {
  const path = relative('', absolute);
  const { text } = readFile(path);
  return { path, text, ...readConfig(TextDocument.create(path, 'yaml', 1, text)) };
}
