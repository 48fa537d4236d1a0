import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './embedded.mjs';
import { extensionRoot } from './paths.mjs';

const notTheExtension = new Set(['.git', '.cache', 'node_modules', 'package.json']);

/**
 * The extension without its Node.js entry: VS Code then runs it in a web worker.
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<string>} the folder
 */
export async function stageWebExtension(lifetime) {
  const folder = await temporaryFolder(lifetime);
  for (const name of await readdir(extensionRoot)) {
    if (!notTheExtension.has(name)) await symlink(join(extensionRoot, name), join(folder, name));
  }
  const { main: _, ...manifest } = JSON.parse(await readFile(join(extensionRoot, 'package.json'), 'utf8'));
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
