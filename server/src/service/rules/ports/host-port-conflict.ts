import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeBothFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { type PodPort, portsOf } from './pod-ports.ts';

/** checkHostPortConflicts: across the containers, and within each init container, as these run one after the other. */
export default defineRule<ApiObject>({
  code: 'host-port-conflict',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const { found, first, words } of conflictsIn(spec)) {
        const { port, hostPort } = found;
        report({
          node: spanOf(port),
          path: pathOf(port),
          message: isWritten(port)
            ? l10n.t(
                'This pod already uses port {0} of the node, with the same protocol and address: the API server refuses the second one. Change `hostPort`, or remove it.',
                hostPort,
              )
            : l10n.t(
                'With `hostNetwork` the containers use the ports of the node, and this pod already uses {0}: the API server refuses the second one. Let one listen on another port.',
                hostPort,
              ),
          server: [`Duplicate value: ${JSON.stringify(words)}`],
          related: [{ node: spanOf(first.port), message: l10n.t('The other port {0}', first.hostPort) }],
          data: port,
        });
      }
    }
  },
  fix({ data: port }, editor) {
    // with the network of the node it comes back as a default
    if (port.around('core/v1.PodSpec')?.boolean('hostNetwork')) return [];
    // `hostIP` says where the port is opened: by itself it does nothing
    return removeBothFix(port, 'hostPort', 'hostIP', editor);
  },
});

interface Conflict {
  found: PodPort;
  first: PodPort;
  /** What the ports have in common, as the server writes it. */
  words: string;
}

function conflictsIn(spec: ApiObject): Conflict[] {
  const taken = new Map<string, PodPort>();
  return portsOf(spec).flatMap((found) => {
    const { container, hostPort, hostIp, protocol } = found;
    if (hostPort === 0 || container.field === 'ephemeralContainers') return [];
    const words = `${protocol}/${hostIp}/${hostPort}`;
    const key = `${words} ${container.field === 'containers' ? '' : container.path}`;
    const first = taken.get(key);
    if (!first) taken.set(key, found);
    return first ? [{ found, first, words }] : [];
  });
}

function isWritten(port: ApiObject): boolean {
  return Boolean(port.integer('hostPort'));
}

function spanOf(port: ApiObject) {
  return port.valueOf(isWritten(port) ? 'hostPort' : 'containerPort');
}

/** The server looks at each init container by itself, and calls each of them the first. */
function pathOf(port: ApiObject): string {
  return port.at('hostPort').replace(/\.initContainers\[\d+\]/, '.initContainers[0]');
}
