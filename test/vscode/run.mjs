import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { build } from 'esbuild';
import { downloadDesktop, hasDisplay } from './host/desktop.mjs';
import { openPage, serve, temporaryFolder } from './host/embedded.mjs';
import { HostError, runScript, UsageError } from './host/lifetime.mjs';
import { extensionRoot } from './host/paths.mjs';
import { run } from './host/processes.mjs';
import { stageWebExtension } from './host/web.mjs';

const usage = `Usage: npm run test:vscode -- [--grep PATTERN] [--web]

Runs test/vscode/suite inside VS Code: the one VSCODE_PATH names, a downloaded one
where there is a display, else an embedded one installed from npm.

  --grep PATTERN  only the tests whose title matches
  --web           the smaller suite, with the extension in a web worker`;

const silenceAllowed = 120_000;

runScript(async (lifetime) => {
  const { grep, web } = parse();
  const tests = join(extensionRoot, web ? 'dist/test/web.cjs' : 'dist/test/suite.cjs');
  await run(lifetime, process.execPath, ['esbuild.mjs'], { cwd: extensionRoot });
  await bundle(web ? 'web.ts' : 'index.ts', tests, web ? 'browser' : 'node');

  const scene = await temporaryFolder(lifetime);
  const workspace = join(scene, 'workspace');
  await cp(join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
  await writeFile(join(scene, 'options.json'), JSON.stringify({ grep, colors: process.stdout.isTTY === true }));

  const desktop = web ? undefined : await findDesktop();
  console.log(`Starting ${desktop ?? 'the embedded VS Code'}`);
  const report = follow(join(scene, 'report.txt'));
  const setting = { scene, workspace, tests, web, report };
  const code = await (desktop ? runInDesktop(desktop, setting) : runEmbedded(lifetime, setting));
  await report.finish();

  if (!existsSync(join(scene, 'result.json'))) {
    throw new HostError('The suite did not run to its end.');
  }
  const { passed, failed } = JSON.parse(await readFile(join(scene, 'result.json'), 'utf8'));
  console.log(`${passed} passed, ${failed} failed`);
  return code;
});

function parse() {
  try {
    return parseArgs({ options: { grep: { type: 'string' }, web: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new UsageError(`${error.message}\n\n${usage}`);
  }
}

function bundle(entry, outfile, platform) {
  return build({
    entryPoints: [join(import.meta.dirname, 'suite', entry)],
    outfile,
    platform,
    bundle: true,
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function findDesktop() {
  const chosen = process.env.VSCODE_PATH;
  if (chosen && !existsSync(chosen)) throw new HostError(`VSCODE_PATH names ${chosen}, which does not exist.`);
  return chosen ?? (hasDisplay() ? downloadDesktop() : undefined);
}

async function runInDesktop(executable, { scene, workspace, tests }) {
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extensionRoot,
      extensionTestsPath: tests,
      launchArgs: [
        workspace,
        `--user-data-dir=${join(scene, 'user-data')}`,
        `--extensions-dir=${join(scene, 'extensions')}`,
      ],
    });
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) throw error;
    if (!hasDisplay()) console.error('There is no display: unset VSCODE_PATH to run in the embedded VS Code.');
    return 1;
  }
}

async function runEmbedded(lifetime, { workspace, tests, web, report }) {
  const extension = web ? await stageWebExtension(lifetime) : extensionRoot;
  const host = await serve(lifetime, { extension });
  const page = await openPage(lifetime, { width: 1280, height: 800 });
  const messages = [];
  const ended = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve);
    page.exposeFunction('codeAutomationLog', (type, args) => messages.push(`${type}: ${args.join(' ')}`));
    page.on('crash', () => reject(new HostError('The browser page crashed.')));
    const watch = setInterval(() => {
      if (Date.now() - report.changed < silenceAllowed) return;
      reject(new HostError(`Nothing was heard from the suite for ${silenceAllowed / 1000} s.`));
    }, 1000);
    lifetime.defer(() => clearInterval(watch));
  });
  try {
    await page.goto(host.url(workspace, { tests }));
    return await ended;
  } finally {
    if (!report.started) console.error(messages.join('\n'));
  }
}

/** Prints a growing file as it grows. */
function follow(path) {
  const report = {
    changed: Date.now(),
    started: false,
    finish() {
      clearInterval(timer);
      return print();
    },
  };
  let printed = 0;
  async function print() {
    const text = existsSync(path) ? await readFile(path, 'utf8') : '';
    if (text.length <= printed) return;
    process.stdout.write(text.slice(printed));
    printed = text.length;
    report.changed = Date.now();
    report.started = true;
  }
  const timer = setInterval(print, 200);
  return report;
}
