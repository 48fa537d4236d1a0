import { prosePlugin } from './prose.mjs';

const common = {
  bundle: true,
  target: 'es2022',
  plugins: [prosePlugin],
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** What is bundled, for esbuild: the client and the server of the extension, on the desktop and in the browser, and the CLI. */
export const bundles = [
  {
    ...node,
    entryPoints: { node: 'client/src/node/main.ts' },
    external: ['vscode'],
    outdir: 'dist/client',
    outExtension: { '.js': '.cjs' },
  },
  {
    ...browser,
    format: 'cjs',
    entryPoints: { browser: 'client/src/browser/main.ts' },
    external: ['vscode'],
    outdir: 'dist/client',
    outExtension: { '.js': '.cjs' },
  },
  {
    ...node,
    entryPoints: { node: 'server/src/node/vscode.ts' },
    outdir: 'dist/server',
    outExtension: { '.js': '.cjs' },
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: { browser: 'server/src/browser/main.ts' },
    outdir: 'dist/server',
  },
  {
    ...node,
    entryPoints: { podsmith: 'server/src/node/cli.ts' },
    outdir: 'server/dist',
    outExtension: { '.js': '.cjs' },
  },
];
