import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { ExplainError } from '../service/index.ts';
import { runExplain } from './explain.ts';
import { EncodingError } from './files.ts';
import { runLint } from './lint.ts';
import { type Command, printUsage, UsageError, usage } from './usage.ts';

const commands = new Map<string | undefined, Command>([
  ['lint', runLint],
  ['explain', runExplain],
  ['help', printUsage],
  ['--help', printUsage],
  ['-h', printUsage],
]);

/**
 * Runs the command line.
 * @param startServer starts the language server on standard input and output
 * @returns the exit code: 0 no errors, 1 errors found, 2 usage or unreadable input; undefined while the server runs
 */
export async function main([name, ...args]: readonly string[], startServer: () => void): Promise<number | undefined> {
  const command = name === 'lsp' ? serve(startServer) : commands.get(name);
  try {
    if (command) return command(args);
    throw new UsageError(
      name === undefined ? l10n.t('No command is given.') : l10n.t('There is no command {0}.', name),
    );
  } catch (error) {
    return fail(error);
  }
}

function serve(startServer: () => void): Command {
  return (args) => {
    parseArgs({ args: [...args], options: { stdio: { type: 'boolean' } } });
    startServer();
    return undefined;
  };
}

function fail(error: unknown): number {
  const { message, code, path } = error as NodeJS.ErrnoException;
  const isUsage = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS');
  if (!isUsage && !code && !(error instanceof EncodingError || error instanceof ExplainError)) throw error;
  const what = code === 'ENOENT' && path ? l10n.t('There is no file or directory {0}.', path) : message;
  process.stderr.write(`podsmith: ${what}\n${isUsage ? `\n${usage()}` : ''}`);
  return 2;
}
