import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, installed } from './install.mjs';
import { HostError } from './lifetime.mjs';
import { start } from './processes.mjs';

const settings = {
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** A folder that goes away with the run. */
export async function temporaryFolder(lifetime) {
  const folder = await mkdtemp(join(tmpdir(), 'podsmith-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/**
 * Serves the embedded VS Code on 127.0.0.1.
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @param {number} [port] a free one by default
 * @returns {Promise<Host>}
 *
 * @typedef {object} Host
 * @property {string} origin
 * @property {Promise<unknown>} ended
 * @property {(folder: string, development?: { extension: string, tests?: string }) => string} url
 * of the workbench on a folder, with an extension loaded from its sources
 */
export async function serve(lifetime, port = 0) {
  await install(lifetime);
  const home = await temporaryFolder(lifetime);
  await mkdir(join(home, 'data/User'), { recursive: true });
  await writeFile(join(home, 'data/User/settings.json'), JSON.stringify(settings));
  const token = randomBytes(16).toString('hex');
  await writeFile(join(home, 'token'), token, { mode: 0o600 });

  const server = start(
    lifetime,
    installed.node,
    [
      '--enable-source-maps',
      installed.server,
      '--host=127.0.0.1',
      `--port=${port}`,
      `--connection-token-file=${join(home, 'token')}`,
      `--user-data-dir=${join(home, 'data')}`,
      `--extensions-dir=${join(home, 'extensions')}`,
      '--accept-server-license-terms',
      '--telemetry-level=off',
      // Without it a built VS Code ignores the extension named in the address.
      '--enable-smoke-test-driver',
    ],
    {
      cwd: home,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOME: home,
        XDG_CONFIG_HOME: join(home, '.config'),
        XDG_DATA_HOME: join(home, '.local/share'),
        XDG_CACHE_HOME: join(home, '.cache'),
      },
    },
  );
  const authority = await listening(server, port);

  return {
    origin: `http://${authority}`,
    ended: once(server, 'exit'),
    url(folder, { extension, tests } = {}) {
      const remote = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
      const payload = [['skipWelcome', 'true']];
      if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
      if (tests) payload.push(['extensionTestsPath', remote(tests)]);
      const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
      return `http://${authority}/?${query}`;
    },
  };
}

/** Waits for the server to name its address. */
function listening(server, port) {
  return new Promise((resolve, reject) => {
    let output = '';
    const failed = (reason) => reject(new HostError(`The embedded VS Code did not start: ${reason}`));
    const read = (text) => {
      output += text;
      const address = /Web UI available at http:\/\/[^:]+:(\d+)/.exec(output);
      if (address) resolve(`127.0.0.1:${address[1]}`);
      else if (/listen (EADDRINUSE|EACCES)/.test(output)) failed(`port ${port} cannot be had.`);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', reject);
    server.on('exit', () => failed(`its server ended.\n${output}`));
  });
}

/**
 * Opens an empty browser page.
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @param {{ width: number, height: number }} viewport
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openPage(lifetime, viewport) {
  const { chromium } = createRequire(installed.packages)('playwright-core');
  const failures = [];
  for (const candidate of browsers()) {
    try {
      const browser = await chromium.launch({
        args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        ...candidate,
      });
      lifetime.defer(() => browser.close());
      return await browser.newPage({ viewport, locale: 'en-US' });
    } catch (error) {
      failures.push(`${candidate.executablePath}: ${error.message.split('\n', 1)[0]}`);
    }
  }
  throw new HostError(`No Chromium starts here. Set CHROME_PATH to one that does.\n${failures.join('\n')}`);
}

/** The ways to start a browser, best first. */
function* browsers() {
  for (const executable of executables()) {
    if (process.getuid() !== 0) yield { ...executable, chromiumSandbox: true };
    // Root cannot have the sandbox and containers often forbid it; the page is our own.
    yield { ...executable, chromiumSandbox: false };
  }
}

function executables() {
  const { env } = process;
  const chosen = env.CHROME_PATH ?? env.PUPPETEER_EXECUTABLE_PATH;
  if (chosen) return [{ executablePath: chosen }];
  const executablePath = installed.chromium;
  const fonts = { FONTCONFIG_FILE: installed.fontConfiguration };
  return [
    ...systemBrowsers().map((path) => ({ executablePath: path })),
    { executablePath, env: { ...env, ...fonts } },
    { executablePath, env: { ...env, ...fonts, LD_LIBRARY_PATH: installed.chromiumLibraries } },
  ];
}

function systemBrowsers() {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter((path) => existsSync(path));
}
