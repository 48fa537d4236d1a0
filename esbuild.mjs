// Bundles the extension and the server: node esbuild.mjs [--watch]
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { context } from 'esbuild';
import { bundles } from './scripts/bundles.mjs';

const watch = process.argv.includes('--watch');
if (!watch) for (const folder of ['dist', 'server/dist']) rmSync(folder, { recursive: true, force: true });
// what the package of the server must carry as well
for (const name of ['LICENSE', 'NOTICE', 'THIRD-PARTY-NOTICES']) copyFileSync(name, `server/${name}`);
cpSync('schemas', 'server/schemas', { recursive: true });

const how = watch ? { sourcemap: 'inline' } : { minify: true };
const contexts = await Promise.all(bundles.map((bundle) => context({ ...bundle, ...how, logLevel: 'info' })));
if (watch) {
  await Promise.all(contexts.map((bundle) => bundle.watch()));
} else {
  await Promise.all(contexts.map((bundle) => bundle.rebuild()));
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
}
