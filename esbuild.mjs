// Bundles the extension and the server: node esbuild.mjs [--watch]
import { rmSync } from 'node:fs';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');
const common = {
  bundle: true,
  minify: !watch,
  sourcemap: watch ? 'inline' : false,
  logLevel: 'info',
  target: 'es2022',
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

if (!watch) for (const folder of ['dist', 'server/dist']) rmSync(folder, { recursive: true, force: true });

const contexts = await Promise.all([
  context({
    ...node,
    entryPoints: { node: 'client/src/node/main.ts' },
    external: ['vscode'],
    outdir: 'dist/client',
    outExtension: { '.js': '.cjs' },
  }),
  context({
    ...browser,
    format: 'cjs',
    entryPoints: { browser: 'client/src/browser/main.ts' },
    external: ['vscode'],
    outdir: 'dist/client',
    outExtension: { '.js': '.cjs' },
  }),
  context({
    ...node,
    entryPoints: { node: 'server/src/node/vscode.ts' },
    outdir: 'dist/server',
    outExtension: { '.js': '.cjs' },
  }),
  context({
    ...browser,
    format: 'iife',
    entryPoints: { browser: 'server/src/browser/main.ts' },
    outdir: 'dist/server',
  }),
  context({
    ...node,
    entryPoints: { podsmith: 'server/src/node/cli.ts' },
    outdir: 'server/dist',
    outExtension: { '.js': '.cjs' },
  }),
]);
if (watch) {
  await Promise.all(contexts.map((bundle) => bundle.watch()));
} else {
  await Promise.all(contexts.map((bundle) => bundle.rebuild()));
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
}
