import 'mocha/mocha.js';
import * as vscode from 'vscode';

// The browser build of mocha, in both extension hosts: it is one file and asks nothing of Node.js.
mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: 'spec' });

interface Options {
  grep?: string;
  colors: boolean;
}

/** Runs the tests defined so far. Files beside the workspace carry the options in and the results out. */
export async function runMocha(): Promise<void> {
  const options = JSON.parse(await read('options.json')) as Options;
  if (options.grep) mocha.grep(new RegExp(options.grep));

  let report = '';
  let written = Promise.resolve();
  const { Base } = Mocha.reporters;
  Base.useColors = options.colors;
  Base.consoleLog = (...args) => {
    report += `${format(args)}\n`;
    const text = report;
    written = written.then(() => write('report.txt', text));
  };

  // `mocha.run` itself wants the address of a page.
  const run: typeof mocha.run = Mocha.prototype.run;
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = run.call(mocha, () => resolve(runner.stats));
  });
  await written;
  const passed = stats?.passes ?? 0;
  const failed = stats?.failures ?? 0;
  await write('result.json', JSON.stringify({ passed, failed }));
  if (failed > 0) throw new Error(`${failed} failed`);
  if (passed === 0) throw new Error('no test was run');
}

/** The part of printf that mocha's reporters use. */
function format([pattern = '', ...values]: unknown[]): string {
  return String(pattern).replace(/%[sd]/g, () => String(values.shift()));
}

async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(beside(name)));
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(beside(name), new TextEncoder().encode(text));
}

function beside(name: string): vscode.Uri {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (!workspace) throw new Error('The suite needs a workspace folder');
  return vscode.Uri.joinPath(workspace.uri, '..', name);
}
