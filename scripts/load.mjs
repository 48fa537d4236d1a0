import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A path below the repository's root. */
export const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Imports a module of the server, which is TypeScript. */
export async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [fromRoot(path)],
    bundle: true,
    format: 'esm',
    mainFields: ['browser', 'module', 'main'],
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
