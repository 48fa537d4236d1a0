// Writes snippets/podsmith.code-snippets from the patterns: node scripts/generate-snippets.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { outputFiles } = await build({
  entryPoints: [fromRoot('server/src/service/patterns/snippets.ts')],
  bundle: true,
  format: 'esm',
  mainFields: ['browser', 'module', 'main'],
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { snippets } = await import(`data:text/javascript;base64,${code}`);
writeFileSync(fromRoot('snippets/podsmith.code-snippets'), `${JSON.stringify(snippets(), null, 2)}\n`);
