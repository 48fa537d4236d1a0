import { existsSync, readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { build } from 'esbuild';
import { chosenDesktop, downloadDesktop, hasDisplay } from './host/desktop.mjs';
import { openPage, serve, temporaryFolder } from './host/embedded.mjs';
import { HostError, runScript, UsageError } from './host/lifetime.mjs';
import { extensionRoot } from './host/paths.mjs';
import { run } from './host/processes.mjs';
import { routeWebExtension } from './host/web.mjs';

const usage = `Usage: npm run test:vscode -- [--grep PATTERN] [--web]

Runs test/vscode/suite inside VS Code: the one VSCODE_PATH names, a downloaded one
where there is a display, else an embedded one installed from npm.

  --grep PATTERN  only the tests whose title matches
  --web           the smaller suite, with the extension in a web worker`;

const silenceAllowed = 120_000;

runScript(async (lifetime) => {
  const { grep, web } = parse();
  await run(lifetime, process.execPath, ['esbuild.mjs'], { cwd: extensionRoot });
  const scene = await temporaryFolder(lifetime);
  const tests = join(scene, 'suite.cjs');
  await bundle(web ? 'web.ts' : 'index.ts', tests, web ? 'browser' : 'node');
  const workspace = join(scene, 'workspace');
  await cp(join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
  await writeFile(join(scene, 'options.json'), JSON.stringify({ grep, colors: process.stdout.isTTY === true }));

  const desktop = web ? undefined : (chosenDesktop() ?? (hasDisplay() ? await downloadDesktop() : undefined));
  console.log(`Running the suite in ${desktop ?? 'the embedded VS Code'}`);
  const setting = { scene, workspace, tests, web, report: follow(join(scene, 'report.txt'), tests) };
  const code = await (desktop ? runInDesktop(desktop, setting) : runEmbedded(lifetime, setting));

  const result = join(scene, 'result.json');
  if (!existsSync(result)) throw new HostError('The suite did not run to its end.');
  const { passed, failed } = JSON.parse(await readFile(result, 'utf8'));
  if (passed + failed === 0) console.error('No test has such a title.');
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
    // The mocha of the suite is a script for a page, which must not take the bundle's exports for its own.
    define: { exports: 'undefined', module: 'undefined' },
    sourcemap: true,
    logLevel: 'warning',
  });
}

async function runInDesktop(executable, { scene, workspace, tests, report }) {
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extensionRoot,
      extensionTestsPath: tests,
      launchArgs: [
        workspace,
        `--user-data-dir=${join(scene, 'data')}`,
        `--extensions-dir=${join(scene, 'extensions')}`,
      ],
    });
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) throw error;
    if (!hasDisplay()) console.error('There is no display: unset VSCODE_PATH to run in the embedded VS Code.');
    return 1;
  } finally {
    report.finish();
  }
}

async function runEmbedded(lifetime, { workspace, tests, web, report }) {
  const host = await serve(lifetime);
  const page = await openPage(lifetime, { width: 1280, height: 800 });
  const errors = [];
  const ended = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve);
    page.exposeFunction('codeAutomationLog', (type, args) => {
      if (type === 'error') errors.push(args.join(' '));
    });
    host.ended.then(() => reject(new HostError('The embedded VS Code ended by itself.')));
    page.on('crash', () => reject(new HostError('The browser page crashed.')));
    const watch = setInterval(() => {
      if (Date.now() - report.changed < silenceAllowed) return;
      reject(new HostError(`Nothing was heard from the suite for ${silenceAllowed / 1000} s.`));
    }, 1000);
    lifetime.defer(() => clearInterval(watch));
  });
  try {
    if (web) await routeWebExtension(page, host, tests);
    const url = host.url(workspace, web ? {} : { extension: extensionRoot, tests });
    await Promise.race([page.goto(url), ended]);
    return await ended;
  } finally {
    report.finish();
    if (!report.printed) console.error(inSources(errors.filter(isTelling).slice(-3).join('\n'), tests));
  }
}

/** The embedded VS Code goes without its native modules, and says so many times. */
function isTelling(error) {
  return !/Could not locate the bindings file|native-watchdog/.test(error);
}

/** Prints the report of the suite as it grows. */
function follow(path, tests) {
  const report = {
    changed: Date.now(),
    printed: 0,
    finish() {
      clearInterval(timer);
      print();
    },
  };
  function print() {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (text.length <= report.printed) return;
    process.stdout.write(inSources(text.slice(report.printed), tests));
    report.printed = text.length;
    report.changed = Date.now();
  }
  const timer = setInterval(print, 200);
  return report;
}

/** Stack traces in terms of the suite's own files. */
function inSources(text, tests) {
  const frame = /\(?[^\s()]*[\\/]suite\.cjs(?:#vscode-extension)?:(\d+):(\d+)\)?/;
  if (!frame.test(text)) return text;
  const map = new SourceMap(JSON.parse(readFileSync(`${tests}.map`, 'utf8')));
  const lines = text.split('\n').map((line) =>
    line.replace(frame, (bundled, row, column) => {
      const { originalSource, originalLine, originalColumn } = map.findEntry(row - 1, column - 1);
      if (!originalSource) return bundled;
      const source = relative(process.cwd(), resolve(dirname(tests), originalSource));
      return `(${source}:${originalLine + 1}:${originalColumn + 1})`;
    }),
  );
  return lines.filter((line) => !/^\s+at (.*\()?(\S*node_modules[\\/](mocha|code-server)|node:)/.test(line)).join('\n');
}
