import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { prosePlugin } from './prose.mjs';

/** A path below the repository's root. */
export const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Imports a module of the server or of the tests, which is TypeScript. */
export async function load(path) {
  const folder = mkdtempSync(join(tmpdir(), 'podsmith-'));
  const outfile = join(folder, 'bundle.mjs');
  try {
    await build({
      entryPoints: [fromRoot(path)],
      bundle: true,
      format: 'esm',
      mainFields: ['browser', 'module', 'main'],
      plugins: [prosePlugin],
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
