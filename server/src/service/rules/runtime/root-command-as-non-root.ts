import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import {
  type Command,
  type Container,
  containersOf,
  imageUser,
  isWindows,
  programOf,
  type Statement,
  writtenUser,
} from '../../model/index.ts';
import { valueAt } from '../../yaml/index.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import { runningField } from './running.ts';

interface Data {
  container: Container;
  /** Whether the pods are to be as Pod Security wants them, where root is out of the question. */
  isRestricted: boolean;
}

export default defineRule<Data>({
  code: 'root-command-as-non-root',
  severity: 'warning',
  whole: true,
  check({ pod, podSecurity }, report) {
    if (!pod || isWindows(pod)) return;
    for (const container of containersOf(pod)) {
      if (!isNonRoot(container)) continue;
      const command = certainCommands(programOf(container).script ?? []).find((each) => needsRoot(each, container));
      if (!command) continue;
      report({
        ...runningField(container),
        message: explain(command),
        data: { container, isRestricted: podSecurity === 'restricted' },
      });
    }
  },
  fix({ data: { container, isRestricted } }, editor) {
    return container.role === 'init' && !isRestricted ? [asRootFix(container, editor)] : [];
  },
});

function explain({ words }: Command): string {
  const line = words.slice(0, 2).join(' ');
  return nameOf(words) === 'chown'
    ? l10n.t(
        '`chown` needs root, but this container runs as another user: it fails with "Operation not permitted". Set `fsGroup` in the pod\'s `securityContext` instead, or run this container as root.',
      )
    : l10n.t(
        '`{0}` needs root, but this container runs as another user: it fails with "Permission denied". Use an image that already has the packages, or run this container as root.',
        line,
      );
}

/** Whether a container runs as another user than root, if it runs at all. */
function isNonRoot(container: Container): boolean {
  const { runAsUser, runAsNonRoot } = writtenUser(container);
  if (runAsUser !== undefined) return runAsUser !== 0;
  return runAsNonRoot && imageUser(container.image) === undefined;
}

/** The commands that a script runs whatever happens, and whose failure is one. */
function certainCommands(statements: readonly Statement[]): Command[] {
  return statements.flatMap((statement) => {
    if (statement.kind === 'command') return [statement];
    if (statement.kind === 'group') return certainCommands(statement.body);
    return statement.kind === 'and' ? certainCommands([statement.left]) : [];
  });
}

const packageManagers =
  /^(?:apk (?:add|del|update|upgrade)|(?:apt|apt-get|yum|dnf|microdnf) (?:install|update|upgrade))$/;
const accounts = /^(?:addgroup|adduser|groupadd|useradd|usermod)$/;

function needsRoot({ words }: Command, container: Container): boolean {
  const [name, args] = [nameOf(words), words.slice(1)];
  if (name === 'chown') return isRefusedChown(args, container);
  if (accounts.test(name)) return true;
  const [verb = ''] = args.filter((word) => !word.startsWith('-'));
  return (
    packageManagers.test(`${name} ${verb}`) && !args.some((word) => /^(?:-p|--(?:install)?root|--usermode)/.test(word))
  );
}

/** Nobody but root gives a file to someone else; what is in a new emptyDir is root's. */
function isRefusedChown(args: readonly string[], container: Container): boolean {
  if (args.some((word) => word.startsWith('--'))) return false;
  const [owner = '', ...targets] = args.filter((word) => !word.startsWith('-'));
  const [user = ''] = owner.split(/[:.]/);
  if (user === '' || targets.length === 0) return false;
  if (targets.some((target) => isEmptyDir(target, container))) return true;
  const { runAsUser } = writtenUser(container);
  return (
    user === 'root' || user === '0' || (/^\d+$/.test(user) && runAsUser !== undefined && Number(user) !== runAsUser)
  );
}

function isEmptyDir(path: string, { mounts, pod }: Container): boolean {
  const mount = mounts.find(({ mountPath }) => mountPath?.replace(/\/+$/, '') === path.replace(/\/+$/, ''));
  return pod.volumes.some(
    ({ name, source }) => mount?.name !== undefined && name === mount.name && source === 'emptyDir',
  );
}

function nameOf([program = '']: readonly string[]): string {
  return program.split('/').at(-1) ?? '';
}

function asRootFix(container: Container, editor: Editor): Fix {
  const { node } = container;
  const own = valueAt(node, 'securityContext');
  const isAsked = writtenUser(container).runAsNonRoot;
  const fields = { runAsUser: 0, ...(isAsked ? { runAsNonRoot: false } : {}) };
  const edits =
    own?.kind === 'map' && own.pairs.length > 0
      ? Object.entries(fields).flatMap(([key, value]) => editor.setAt(own, [key], value))
      : editor.setAt(node, ['securityContext'], fields);
  return suggestion(l10n.t('Run this container as root'), edits);
}
