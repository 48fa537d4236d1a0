import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { HostError } from './lifetime.mjs';
import { extensionRoot } from './paths.mjs';

/** Whether a window can be opened here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The executable that VSCODE_PATH names, if it names one. */
export function chosenDesktop() {
  const chosen = process.env.VSCODE_PATH;
  if (chosen && !existsSync(chosen)) throw new HostError(`VSCODE_PATH names ${chosen}, which does not exist.`);
  return chosen || undefined;
}

/**
 * The executable of a VS Code downloaded from its makers, or nothing where they cannot be reached.
 * @returns {Promise<string | undefined>}
 */
export async function downloadDesktop() {
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(extensionRoot, '.cache/vscode-desktop'), timeout: 5000 });
  } catch (error) {
    console.log(`VS Code cannot be downloaded here (${error.message}).`);
    return undefined;
  }
}
