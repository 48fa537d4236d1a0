import * as l10n from '@vscode/l10n';
import { isInit } from '../containers/containers.ts';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';
import { type PodPort, portsOf } from './pod-ports.ts';

interface Data {
  each: PodPort;
  other: PodPort;
}

/** warningsForPodSpecAndMeta */
export default defineRule<Data>({
  code: 'container-port-duplicate',
  severity: 'warning',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      const earlier = new Map<string, PodPort[]>();
      for (const each of portsOf(spec)) {
        const same = earlier.get(nameOf(each)) ?? [];
        const others = same.filter((other) => clash(each, other));
        earlier.set(nameOf(each), [...same, each]);
        const [other] = others;
        if (!other) continue;
        report({
          node: each.port.valueOf('containerPort'),
          path: each.port.path,
          message: explain(each, other),
          server: others.map(({ port }, at) => `${clash(each, others[at] ?? other)} port definition with ${port.path}`),
          related: [{ node: other.port.valueOf('containerPort'), message: l10n.t('The other port') }],
          data: { each, other },
        });
      }
    }
  },
  fix({ data: { each, other } }, editor) {
    const isRedundant = each.container === other.container && (each.hostPort === 0 || each.hostPort === other.hostPort);
    return isRedundant ? [suggestion(l10n.t('Remove this port'), removeEntry(each.port, editor))] : [];
  },
});

/** The word of the API server for two ports of one number and protocol that are in each other's way. */
function clash(a: PodPort, b: PodPort): string | undefined {
  if (a.containerPort === 0) return undefined;
  if (a.hostPort === b.hostPort && a.hostIp === b.hostIp) {
    // checkHostPortConflicts refuses it
    return a.hostPort !== 0 && a.container.field === b.container.field ? undefined : 'duplicate';
  }
  if (a.hostPort === 0 || b.hostPort === 0) return 'overlapping';
  const isOneWithoutIp = (a.hostIp === '') !== (b.hostIp === '');
  return a.hostPort === b.hostPort && isOneWithoutIp ? 'dangerously ambiguous' : undefined;
}

/** `80/TCP` */
function nameOf({ containerPort, protocol }: PodPort): string {
  return `${containerPort}/${protocol}`;
}

function explain(each: PodPort, other: PodPort): string {
  const port = nameOf(each);
  const name = other.container.string('name') ?? '';
  if (clash(each, other) === 'dangerously ambiguous') {
    return l10n.t(
      'Host port {0} is opened twice, once with a `hostIP` and once at all addresses: it is not defined which of them gets the traffic. Give both a `hostIP`, or remove one.',
      each.hostPort,
    );
  }
  if (each.container === other.container) {
    return l10n.t(
      'The container has port {0} twice, and the second entry has no effect. Remove one, or write the port that you mean.',
      port,
    );
  }
  return isInit(each.container) || isInit(other.container)
    ? l10n.t(
        'Init container `{0}` also has port {1}: it ends before the containers start, but the API server warns of the two. Remove the port of the init container.',
        isInit(each.container) ? (each.container.string('name') ?? '') : name,
        port,
      )
    : l10n.t(
        'Container `{0}` also has port {1}, and the containers of a pod share one network: the one that starts later fails with "address already in use". Let one listen on another port.',
        name,
        port,
      );
}
