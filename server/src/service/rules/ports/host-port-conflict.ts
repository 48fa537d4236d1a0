import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeField } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** checkHostPortConflicts: across the containers, and within each init container, as these run one after the other. */
export default defineRule<ApiObject>({
  code: 'host-port-conflict',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const { port, first, words } of conflictsIn(spec)) {
        report({
          node: spanOf(port),
          path: pathOf(port),
          message: isWritten(port)
            ? l10n.t(
                'The port {0} of the node is taken by this pod already, for the same protocol and address: the API server refuses the second. Change `hostPort`, or remove it.',
                hostPortOf(port),
              )
            : l10n.t(
                'With `hostNetwork` the containers share the ports of the node, and {0} is taken by this pod already: the API server refuses the second. Let one listen on another port.',
                hostPortOf(port),
              ),
          server: [`Duplicate value: ${JSON.stringify(words)}`],
          related: [{ node: spanOf(first), message: l10n.t('The other port {0}', hostPortOf(first)) }],
          data: port,
        });
      }
    }
  },
  fix({ data: port }, editor) {
    // with the network of the node it comes back as a default
    if (port.around('core/v1.PodSpec')?.boolean('hostNetwork')) return [];
    return [suggestion(l10n.t('Remove {0}', 'hostPort'), removeField(port, 'hostPort', editor))];
  },
});

interface Conflict {
  port: ApiObject;
  first: ApiObject;
  /** What the ports have in common, as the server writes it. */
  words: string;
}

function conflictsIn(spec: ApiObject): Conflict[] {
  const groups = [spec.objects('containers'), ...spec.objects('initContainers').map((container) => [container])];
  return groups.flatMap((containers) => {
    const taken = new Map<string, ApiObject>();
    return containers
      .flatMap((container) => container.objects('ports'))
      .flatMap((port) => {
        if (!hostPortOf(port)) return [];
        const words = `${port.string('protocol') || 'TCP'}/${port.string('hostIP') ?? ''}/${hostPortOf(port)}`;
        const first = taken.get(words);
        if (!first) taken.set(words, port);
        return first ? [{ port, first, words }] : [];
      });
  });
}

/** As the server defaults it in a Pod, but not in templates: with the network of the node it is the container's port. */
function hostPortOf(port: ApiObject): number {
  const isDefaulted = port.root.type === 'core/v1.Pod' && port.around('core/v1.PodSpec')?.boolean('hostNetwork');
  return port.integer('hostPort') || (isDefaulted ? port.integer('containerPort') : 0) || 0;
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
