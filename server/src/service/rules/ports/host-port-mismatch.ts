import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** checkHostPortConflicts' neighbour validateHostNetwork: with the host's network the two ports are one. */
export default defineRule<ApiObject>({
  code: 'host-port-mismatch',
  severity: 'error',
  check({ objects }, report) {
    for (const port of objects.of('core/v1.ContainerPort')) {
      const [hostPort, containerPort] = [port.integer('hostPort'), port.integer('containerPort')];
      if (port.parent?.field !== 'containers' || !hostPort || hostPort === containerPort) continue;
      if (!port.around('core/v1.PodSpec')?.boolean('hostNetwork')) continue;
      report({
        node: port.valueOf('hostPort'),
        path: port.at('hostPort'),
        message: l10n.t(
          'With `hostNetwork` the container listens on the ports of its node, so `hostPort` must equal `containerPort`: the API server refuses {0} for {1}. Remove `hostPort`.',
          hostPort,
          containerPort ?? 0,
        ),
        server: [`Invalid value: ${hostPort}: must match \`containerPort\` when \`hostNetwork\` is true`],
        data: port,
      });
    }
  },
  fix({ data: port }, editor) {
    return removeFix(port.pair('hostPort'), editor);
  },
});
