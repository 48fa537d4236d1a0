import * as l10n from '@vscode/l10n';
import { type Container, containersOf, imageName, portsOf, portWithoutSettings, titleOf } from '../../model/index.ts';
import { valueAt } from '../../yaml/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'same-server-port',
  severity: 'warning',
  check({ pod }, report) {
    const taken = new Map<number, Container>();
    for (const container of pod ? containersOf(pod) : []) {
      const port = portWithoutSettings(container);
      const node = valueAt(container.node, 'image');
      if (port === undefined || !node) continue;
      const other = taken.get(port);
      if (!other) taken.set(port, container);
      if (!other || declareBoth(other, container, port)) continue;
      report({
        node,
        path: `${container.path}.image`,
        message: l10n.t(
          '`{0}` listens on port {1}, and so does `{2}`. The containers of a pod share one network, so the one that starts later fails with "98: Address already in use". Configure another port in one of them.',
          imageName(container.image) ?? '',
          port,
          titleOf(other),
        ),
        related: [
          {
            node: valueAt(other.node, 'image') ?? other.node,
            message: l10n.t('Port {0} is taken here.', port),
          },
        ],
      });
    }
  },
});

/** Whether both say so in `ports`, which is a matter of its own. */
function declareBoth(one: Container, other: Container, port: number): boolean {
  return [one, other].every((container) => portsOf(container).some((declared) => declared.port === port));
}
