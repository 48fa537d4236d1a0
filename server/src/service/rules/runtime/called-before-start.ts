import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import {
  type Command,
  type Container,
  clients,
  commandsOf,
  localHost,
  type PodSpec,
  portsOf,
  portWithoutSettings,
  titleOf,
} from '../../model/index.ts';
import { booleanOf, valueAt } from '../../yaml/index.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import { runningField } from './running.ts';

interface Data {
  caller: Container;
  called: Container;
}

/** Init containers run in their order; sidecars among them start in their turn, the app containers after all of them. */
export default defineRule<Data>({
  code: 'called-before-start',
  severity: 'warning',
  whole: true,
  check({ pod }, report) {
    if (!pod || booleanOf(valueAt(pod.node, 'hostNetwork')) === true) return;
    for (const caller of pod.initContainers) {
      if (caller.role !== 'init') continue;
      for (const port of portsCalled(caller)) {
        const called = listensLater(pod, caller, port);
        if (!called) continue;
        report({ ...runningField(caller), message: explain(caller, called, port), data: { caller, called } });
        break;
      }
    }
  },
  fix({ data: { caller, called } }, editor) {
    return called.role === 'sidecar' ? moveFix(caller, called, editor) : [];
  },
});

function explain(caller: Container, called: Container, port: number): string {
  const names = [titleOf(caller), String(port), titleOf(called)];
  return called.role === 'sidecar'
    ? l10n.t(
        'Init container `{0}` calls port {1} on localhost, but sidecar `{2}`, which listens there, starts after it: the pod stays in `Init`. Move `{2}` before `{0}`.',
        ...names,
      )
    : l10n.t(
        'Init container `{0}` calls port {1} on localhost, but container `{2}`, which listens there, starts only after all init containers: the pod stays in `Init`. Make `{2}` a sidecar before `{0}`, or make the call from a container.',
        ...names,
      );
}

function moveFix({ node: { parent: list }, node }: Container, called: Container, editor: Editor): Fix[] {
  if (list?.kind !== 'seq') return [];
  const edits = editor.moveItem(list, list.items.indexOf(called.node), list.items.indexOf(node));
  return edits ? [suggestion(l10n.t('Move {0} before the init container', titleOf(called)), edits)] : [];
}

/** The container that listens on a port only after an init container has run; undefined where one before may. */
function listensLater(pod: PodSpec, caller: Container, port: number): Container | undefined {
  const isOn = (container: Container) =>
    portsOf(container).some((own) => own.port === port && own.protocol === 'TCP') ||
    portWithoutSettings(container) === port;
  const earlier = pod.initContainers.filter(({ role, index }) => role === 'sidecar' && index < caller.index);
  if (isOn(caller) || earlier.some((sidecar) => isOn(sidecar) || portsOf(sidecar).length === 0)) return undefined;
  const later = pod.initContainers.filter(({ role, index }) => role === 'sidecar' && index > caller.index);
  return [...later, ...pod.containers].find(isOn);
}

/** Words of a script that start nothing that could listen. */
const harmless = /^(?::|\[\[?|break|continue|date|echo|exit|export|false|printf|set|sleep|test|trap|true)$/;

/** The ports on localhost that a script calls before it runs anything that could listen there itself. */
function portsCalled(container: Container): number[] {
  const commands = commandsOf(container);
  const other = commands.findIndex(({ words: [program = ''] }) => !clients.test(program) && !harmless.test(program));
  return commands.slice(0, other < 0 ? undefined : other).flatMap(portsOfCall);
}

function portsOfCall({ words: [program = '', ...args] }: Command): number[] {
  if (!clients.test(program)) return [];
  const line = ` ${args.join(' ')} `;
  const joined = new RegExp(`${localHost}[: ](\\d{2,5})(?=[\\s/])`).exec(line)?.[1];
  if (joined) return [Number(joined)];
  const isLocal = new RegExp(`\\s(?:-h|--host)[ =]?${localHost}\\s`).test(line);
  const port = /\s(?:-p|-P|--port)[ =]?(\d{2,5})\s/.exec(line)?.[1];
  return isLocal && port ? [Number(port)] : [];
}
