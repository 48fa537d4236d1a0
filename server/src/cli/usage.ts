import * as l10n from '@vscode/l10n';
import { minorOf, newestMinor, oldestMinor } from '../service/index.ts';

/** The command line makes no sense; the message says why, and the usage is printed below it. */
export class UsageError extends Error {}

/**
 * A command of the command line.
 * @param args what follows its name
 * @returns the exit code: 0 no errors, 1 errors found; undefined while it goes on running
 * @throws a UsageError, or the error of a file that cannot be read, both of which exit with 2
 */
export type Command = (args: readonly string[]) => number | undefined;

export const usage = () =>
  l10n.t(
    `Usage:
  podsmith lint [--format text|json] [--kubernetes-version 1.N] [--pod-security LEVEL] [--fix] FILE|DIR|-...
  podsmith explain [--kubernetes-version 1.N] FIELD
  podsmith lsp --stdio

lint checks the pods and workloads in files, in every .yaml, .yml and .json below folders, or in standard input (-), as the
nearest .podsmith.yaml up from each says.
  --format              text (the default) or json
  --kubernetes-version  latest (the default), or 1.{0} to 1.{1}; goes over .podsmith.yaml
  --pod-security        off (the default), or the level that pods are to comply with: baseline or restricted; the same
  --fix                 write the safe fixes into the files first

explain describes a field of a Pod (spec.containers.command) or of a workload (deployment.spec.replicas).
  --kubernetes-version  as for lint

Exit code: 0 no errors, 1 errors found, 2 wrong usage, unreadable input or no such field.
`,
    oldestMinor,
    newestMinor,
  );

export function printUsage(): number {
  process.stdout.write(usage());
  return 0;
}

/** Reads `--kubernetes-version`: 37 for `1.37` and for `latest`. */
export function parseMinor(version: string): number {
  const minor = minorOf(version);
  if (minor !== undefined) return minor;
  throw new UsageError(
    l10n.t('--kubernetes-version takes latest, or 1.{0} to 1.{1}, not {2}.', oldestMinor, newestMinor, version),
  );
}
