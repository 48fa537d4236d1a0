import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import {
  argvs,
  type Command,
  type Container,
  callOf,
  commandOf,
  containersOf,
  type Daemon,
  daemonOf,
  isWindows,
  joinForShell,
  parseScript,
  runTime,
  type Statement,
} from '../../model/index.ts';
import type { Span } from '../../yaml/index.ts';
import { firstLine } from '../command/forms.ts';
import { defineRule, suggestion } from '../rule.ts';
import { isKeptRunning } from '../runtime/container-exits-at-once.ts';
import { type Script, scriptsOf, spanIn } from './scripts.ts';

/** Where the words that keep it in the foreground go. */
interface Data {
  container: Container;
  script: Script | undefined;
  at: Span;
  daemon: Daemon;
}

export default defineRule<Data>({
  code: 'script-server-to-background',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    if (!pod || isWindows(pod)) return;
    for (const container of containersOf(pod).filter(isKeptRunning)) {
      const argv = argvs(container).find(({ action }) => action === undefined);
      const [program] = argv?.words ?? [];
      if (!argv?.complete || argv.entrypoint || !program || runTime(container).endless) continue;
      const script = scriptsOf(pod).find(({ word }) => argv.words.some(({ node }) => node === word.node));
      const text = script?.text ?? '';
      const command = script ? lastOf(parseScript(text) ?? []) : commandOf(argv.words.map((word) => word.text));
      const daemon = command && serverOf(command, container);
      if (!command || !daemon || hasOwnSettings(command, container, text)) continue;
      const node = script ? spanIn(script, command, chunk) : program.node;
      report({
        node: firstLine(node, chunk),
        path: script?.word.path ?? program.path,
        message: explain(command, daemon),
        data: { container, script, at: node, daemon },
      });
    }
  },
  fix({ data }, editor) {
    const edits = data.daemon.added && addedWords(data, data.daemon.added, editor);
    return edits ? [suggestion(l10n.t('Keep it in the foreground: {0}', data.daemon.foreground), edits)] : [];
  },
});

function explain({ words }: Command, { foreground }: Daemon): string {
  const line = joinForShell(words);
  return foreground === ''
    ? l10n.t(
        '`{0}` starts a server in the background and exits, and the container with it ("Completed", then `CrashLoopBackOff`). Start the program of the service itself, in the foreground.',
        line,
      )
    : l10n.t(
        '`{0}` starts a server in the background and exits, and the container with it ("Completed", then `CrashLoopBackOff`). Keep it in the foreground: `{1}`.',
        line,
        foreground,
      );
}

const afterwards = new Set([':', 'echo', 'exit', 'printf', 'true']);

function isMessage(statement: Statement): boolean {
  return statement.kind === 'command' && afterwards.has(statement.words[0] ?? '');
}

/** The command that a script ends with; messages behind it do not count. */
function lastOf(statements: readonly Statement[]): Command | undefined {
  const last = statements.findLast((statement) => !isMessage(statement));
  switch (last?.kind) {
    case 'command':
      return last;
    case 'and':
      return lastOf([last.right]);
    case 'group':
      return lastOf(last.body);
    default:
      return undefined;
  }
}

/** Whether a command starts a server in the background; `service x start` starts what only its scripts know. */
export function serverOf({ words }: Command, { image }: Container): Daemon | undefined {
  const line = words.join(' ');
  if (/^(?:\/usr\/sbin\/)?service \S+ (?:re)?start$|^\/etc\/init\.d\/\S+ (?:re)?start$/.test(line))
    return { foreground: '' };
  return daemonOf(callOf(words).words, image);
}

/** Whether the settings of nginx are not those of its image: `daemon off` may stand there. */
function hasOwnSettings({ words }: Command, { mounts }: Container, script: string): boolean {
  if (callOf(words).words[0] !== 'nginx') return false;
  return (
    /daemon off|nginx\.conf/.test(script) ||
    mounts.some(({ mountPath = '' }) => /^\/etc(?:\/nginx(?:\/nginx\.conf)?)?\/?$/.test(mountPath))
  );
}

function addedWords(
  { container, script, at }: Data,
  words: readonly string[],
  editor: Editor,
): ChunkEdit[] | undefined {
  if (script) {
    const text = joinForShell(words);
    return [
      { start: at.end, end: at.end, text: ` ${script.node.style === 'single' ? text.replaceAll("'", "''") : text}` },
    ];
  }
  const last = argvs(container)
    .find(({ action }) => action === undefined)
    ?.words.at(-1);
  const list = last?.field.node;
  return last && list?.kind === 'seq'
    ? editor.replaceItems(list, last.index, last.index, [last.text, ...words])
    : undefined;
}
