import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { defaultSettings, newestMinor, oldestMinor, type PodSecurity, podSecurityLevels } from '../service/index.ts';
import { EncodingError, readSources } from './files.ts';
import { lint } from './lint.ts';
import { formatText } from './text.ts';

class UsageError extends Error {}

const usage = () =>
  l10n.t(
    `Usage:
  podsmith lint [--format text|json] [--kubernetes-version 1.N] [--pod-security LEVEL] [--fix] FILE|DIR|-...
  podsmith lsp --stdio

lint checks the pods and workloads in files, in every .yaml, .yml and .json below folders, or in standard input (-).
  --format              text (the default) or json
  --kubernetes-version  1.{0} to 1.{1} (the default)
  --pod-security        off (the default), or the level that pods are to comply with: baseline or restricted
  --fix                 write the safe fixes into the files first

Exit code: 0 no errors, 1 errors found, 2 wrong usage or unreadable input.
`,
    oldestMinor,
    newestMinor,
  );

/**
 * Runs the command line.
 * @param startServer starts the language server on standard input and output
 * @returns the exit code: 0 no errors, 1 errors found, 2 usage or unreadable input; undefined while the server runs
 */
export async function main(args: readonly string[], startServer: () => void): Promise<number | undefined> {
  const [command, ...rest] = args;
  try {
    if (command === 'lint') return runLint(rest);
    if (command === 'lsp') {
      parseArgs({ args: rest, options: { stdio: { type: 'boolean' } } });
      startServer();
      return undefined;
    }
    if (command === '--help' || command === '-h' || command === 'help') {
      process.stdout.write(usage());
      return 0;
    }
    throw new UsageError(
      command === undefined ? l10n.t('No command is given.') : l10n.t('There is no command {0}.', command),
    );
  } catch (error) {
    return fail(error);
  }
}

function runLint(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'kubernetes-version': { type: 'string', default: `1.${newestMinor}` },
      'pod-security': { type: 'string', default: defaultSettings.podSecurity },
      fix: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage());
    return 0;
  }
  const settings = {
    ...defaultSettings,
    minor: parseMinor(values['kubernetes-version']),
    podSecurity: parseLevel(values['pod-security']),
    onRuleError: warnOfRule,
  };
  if (values.format !== 'text' && values.format !== 'json')
    throw new UsageError(l10n.t('--format takes text or json, not {0}.', values.format));
  if (positionals.length === 0) throw new UsageError(l10n.t('No file is given.'));
  const { report, texts } = lint(readSources(positionals), settings, values.fix);
  process.stdout.write(
    values.format === 'json' ? `${JSON.stringify(report)}\n` : formatText(report, texts, hasColours()),
  );
  return report.summary.error > 0 ? 1 : 0;
}

function parseMinor(version: string): number {
  const minor = Number(/^1\.(\d+)$/.exec(version)?.[1]);
  if (minor >= oldestMinor && minor <= newestMinor) return minor;
  throw new UsageError(
    l10n.t('--kubernetes-version takes 1.{0} to 1.{1}, not {2}.', oldestMinor, newestMinor, version),
  );
}

function parseLevel(text: string): PodSecurity {
  const level = podSecurityLevels.find((each) => each === text);
  if (level) return level;
  throw new UsageError(l10n.t('--pod-security takes off, baseline or restricted, not {0}.', text));
}

function hasColours(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;
}

function warnOfRule(code: string, error: unknown): void {
  process.stderr.write(`${l10n.t('The rule {0} failed: {1}', code, String(error))}\n`);
}

function fail(error: unknown): number {
  const { message, code } = error as NodeJS.ErrnoException;
  const isUsage = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS');
  if (!isUsage && !code && !(error instanceof EncodingError)) throw error;
  process.stderr.write(`podsmith: ${message}\n${isUsage ? `\n${usage()}` : ''}`);
  return 2;
}
