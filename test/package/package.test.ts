import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultSettings, newestMinor, oldestMinor } from '../../server/src/service/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { bundles } = (await import(join(root, 'scripts/bundles.mjs'))) as { bundles: BuildOptions[] };

it('the setting for the version offers what the server knows', () => {
  const { enum: offered, default: chosen } =
    manifest.contributes.configuration.properties['podsmith.kubernetesVersion'];
  const minors = Array.from({ length: newestMinor - oldestMinor + 1 }, (_, index) => oldestMinor + index);
  expect(offered).toEqual(['latest', ...minors.map((minor) => `1.${minor}`).reverse()]);
  expect([chosen, defaultSettings.minor]).toEqual(['latest', newestMinor]);
});

it('starts for the languages that it serves', () => {
  const client = readFileSync(join(root, 'client/src/extension.ts'), 'utf8');
  const languages = /languages = \[(.*)\]/.exec(client)?.[1]?.match(/\w+/g);
  expect(manifest.activationEvents).toEqual(languages?.map((language) => `onLanguage:${language}`));
});

describe('the bundles', () => {
  it.each(bundles)('hold no package twice: $entryPoints', async (bundle) => {
    const { metafile } = await build({ ...bundle, absWorkingDir: root, metafile: true, write: false });
    const [{ inputs } = { inputs: {} }] = Object.values(metafile.outputs);
    const folders = Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
    const names = [...new Set(folders)].map((folder) => folder.replace(/^.*node_modules\//, '')).sort();
    expect(names).toContain('vscode-jsonrpc');
    expect(names).toEqual([...new Set(names)]);
  });

  it('come with the licences of all that they hold', () => {
    const { status, stderr } = spawnSync('node', ['scripts/generate-notices.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('the packages', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'podsmith-'));
  beforeAll(() => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
  });
  afterAll(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('the .vsix holds what the extension needs, and nothing else', async () => {
    const { grammars, snippets, yamlValidation } = manifest.contributes;
    const contributed = [...grammars, ...snippets, ...yamlValidation].map(({ path, url }) => (path ?? url).slice(2));
    expect((await listFiles({ cwd: root, packageManager: PackageManager.None })).sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'NOTICE',
        'README.md',
        'THIRD-PARTY-NOTICES',
        'dist/client/browser.cjs',
        'dist/client/node.cjs',
        'dist/server/browser.js',
        'dist/server/node.cjs',
        'package.json',
        'package.nls.json',
        ...contributed,
      ].sort(),
    );
  });

  it('the .vsix stays small', async () => {
    const packagePath = join(folder, 'podsmith.vsix');
    await createVSIX({ cwd: root, packagePath, dependencies: false });
    expect(statSync(packagePath).size).toBeLessThan(1_500_000);
  });

  it('the server brings its own notices, and the schema of .podsmith.yaml', () => {
    const { files } = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8'));
    expect(files).toEqual(expect.arrayContaining(['NOTICE', 'THIRD-PARTY-NOTICES', 'schemas']));
    for (const name of ['LICENSE', 'NOTICE', 'THIRD-PARTY-NOTICES', 'schemas/podsmith.schema.json']) {
      expect(readFileSync(join(root, 'server', name), 'utf8')).toBe(readFileSync(join(root, name), 'utf8'));
    }
  });
});
