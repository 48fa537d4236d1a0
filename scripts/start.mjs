import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chosenDesktop, downloadDesktop, hasDisplay } from '../test/vscode/host/desktop.mjs';
import { serve, temporaryFolder } from '../test/vscode/host/embedded.mjs';
import { HostError, runScript, UsageError } from '../test/vscode/host/lifetime.mjs';
import { extensionRoot } from '../test/vscode/host/paths.mjs';
import { run, start } from '../test/vscode/host/processes.mjs';

const usage = `Usage: npm start -- [--embedded] [--port N]

Builds the extension and opens it on examples/: in the VS Code of this machine or a
downloaded one where there is a display, else in an embedded one served to a browser.

  --embedded  the embedded one in any case
  --port N    the port it is served on, at 127.0.0.1 (a free one by default); implies --embedded`;

const examples = join(extensionRoot, 'examples');

runScript(async (lifetime) => {
  const { embedded, port } = parse();
  await run(lifetime, process.execPath, ['esbuild.mjs'], { cwd: extensionRoot });
  const desktop = embedded ? undefined : await findDesktop();
  return desktop ? openDesktop(lifetime, desktop) : openEmbedded(lifetime, port);
});

function parse() {
  try {
    const options = { embedded: { type: 'boolean' }, port: { type: 'string' } };
    const { embedded, port } = parseArgs({ options }).values;
    if (port === undefined) return { embedded };
    if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
      throw new Error(`--port takes a number from 1 to 65535, not '${port}'`);
    }
    return { embedded: true, port: Number(port) };
  } catch (error) {
    throw new UsageError(`${error.message}\n\n${usage}`);
  }
}

/** How to start a VS Code with a window, where that can be. */
async function findDesktop() {
  const chosen = chosenDesktop();
  if (chosen) return { executable: chosen };
  if (!hasDisplay()) return undefined;
  const command = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (folders.some((folder) => existsSync(join(folder, command)))) return { executable: command, own: true };
  const executable = await downloadDesktop();
  return executable && { executable };
}

async function openDesktop(lifetime, { executable, own }) {
  const args = ['--new-window', `--extensionDevelopmentPath=${extensionRoot}`, examples];
  if (!own) {
    const home = await temporaryFolder(lifetime);
    args.push(`--user-data-dir=${join(home, 'data')}`, `--extensions-dir=${join(home, 'extensions')}`);
    args.push('--disable-workspace-trust', '--skip-welcome', '--no-sandbox');
  }
  console.log(`Opening examples in ${executable}`);
  const shell = process.platform === 'win32';
  const [command, ...rest] = shell ? [executable, ...args].map((word) => `"${word}"`) : [executable, ...args];
  const window = start(lifetime, command, rest, { shell, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(window, 'exit');
  return code ?? 1;
}

async function openEmbedded(lifetime, port) {
  const host = await serve(lifetime, port);
  console.log(
    `\nVS Code with the extension, on examples:\n\n  ${host.url(examples, { extension: extensionRoot })}\n\nCtrl-C ends it.`,
  );
  await host.ended;
  throw new HostError('The embedded VS Code ended by itself.');
}
