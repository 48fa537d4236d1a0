import * as l10n from '@vscode/l10n';
import { defineRule } from '../rule.ts';
import { type PodPort, portsOf } from './pod-ports.ts';

/** warningsForPodSpecAndMeta, since 1.33; within one container the name is refused. */
export default defineRule({
  code: 'port-name-shared',
  severity: 'warning',
  check({ objects, minor }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      const byName = new Map<string, PodPort>();
      for (const each of portsOf(spec)) {
        const { port, container } = each;
        const name = port.string('name') ?? '';
        const first = byName.get(name);
        if (name !== '' && !first) byName.set(name, each);
        if (!first || first.container === container) continue;
        const place = first.port.path;
        report({
          node: port.valueOf('name'),
          path: port.path,
          message: l10n.t(
            'Container `{0}` also has a port named `{1}`: a Service with this name as its `targetPort` reaches only one of them. Rename one.',
            first.container.string('name') ?? '',
            name,
          ),
          server:
            minor >= 33
              ? [
                  `duplicate port name ${JSON.stringify(name)} with ${place}, services and probes that select ports by name will use ${place}`,
                ]
              : [],
          related: [{ node: first.port.valueOf('name'), message: l10n.t('The other `{0}`', name) }],
        });
      }
    }
  },
});
