import * as l10n from '@vscode/l10n';
import {
  argvs,
  type Command,
  type Container,
  clients,
  podPathOf,
  titleOf,
  type Word,
  type Workload,
} from '../../model/index.ts';
import { labelsOf, namespaceOf } from '../../model/names/index.ts';
import { valueAt } from '../../yaml/index.ts';
import { awaitedIn, spanOf } from '../images/programs.ts';
import { defineRule } from '../rule.ts';

/**
 * A Service sends to pods that are ready, and no pod is before its init containers have ended. The pods of a StatefulSet may
 * wait for each other: they start in turn.
 */
export default defineRule({
  code: 'waits-for-own-service',
  severity: 'warning',
  looksBeyond: true,
  check({ pod, workload, others }, report) {
    if (workload.likelyKind === 'StatefulSet') return;
    for (const container of pod?.initContainers ?? []) {
      const calls = container.role === 'init' ? callsAwaited(container) : [];
      const services = calls.length > 0 ? others.servicesOf(podLabels(workload), namespaceOf(workload.root)) : [];
      const call = calls.find(({ host }) => services.some((service) => isOf(service, host, workload)));
      if (!call) continue;
      report({
        node: spanOf(call.word, call.text, workload.chunk) ?? call.word.node,
        path: call.word.path,
        message: l10n.t(
          'Service `{0}` selects only the pods of this {1}, and they are not ready until init container `{2}` has ended: each waits for the other, and the pod stays in `Init`. Wait for what the app itself needs.',
          call.host,
          workload.likelyKind,
          titleOf(container),
        ),
      });
    }
  },
});

interface Call {
  host: string;
  /** What is written of it in a word of the command: `http://web:80/`. */
  text: string;
  word: Word;
}

/** The calls that have to be answered for the loops of a container's command to end. */
function callsAwaited(container: Container): Call[] {
  return argvs(container).flatMap((argv) => {
    const commands = argv.action === undefined ? awaitedIn(argv) : [];
    return commands.flatMap(hostsIn).flatMap((text): Call[] => {
      const host = /^(?:\w+:\/\/)?([a-z][a-z0-9.-]*)(?=[:/]|$)/.exec(text)?.[1];
      const word = argv.words.find((each) => each.text.includes(text));
      return host && word ? [{ host, text, word }] : [];
    });
  });
}

const databases = /^(?:mariadb|mongo|mysql|pg_|psql|redis)/;

/** The words of a command that may name a host; those of clients of databases are more often users and databases. */
function hostsIn({ words: [program = '', ...args] }: Command): string[] {
  if (!clients.test(program)) return [];
  return args.filter((word, index) => {
    const option = args[index - 1] ?? '';
    return databases.test(program)
      ? /^(?:-h|--host)$/.test(option) || word.includes('://')
      : !/^-\w*[oOuU]$/.test(option);
  });
}

/** Whether a host is a Service: `web`, and `web.shop`, `web.shop.svc` where its namespace is known. */
function isOf(service: string, host: string, { root }: Workload): boolean {
  const namespace = namespaceOf(root);
  return host === service || (namespace !== undefined && `${host}.`.startsWith(`${service}.${namespace}.`));
}

function podLabels(workload: Workload): string[] {
  const path = podPathOf(workload).slice(0, -1);
  return labelsOf(valueAt(workload.root, ...path, 'metadata', 'labels'));
}
