import * as l10n from '@vscode/l10n';
import { defineRule, suggestion } from '../rule.ts';
import { type PodPort, portsOf } from './pod-ports.ts';

/** warningsForPodSpecAndMeta */
export default defineRule<PodPort>({
  code: 'host-ip-without-host-port',
  severity: 'warning',
  check({ objects }, report) {
    for (const data of objects.of('core/v1.PodSpec').flatMap(portsOf)) {
      const { port, containerPort, hostPort, hostIp, protocol } = data;
      if (hostIp === '' || hostPort !== 0) continue;
      const struct = `{Name:${port.string('name')} HostPort:0 ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIp}}`;
      report({
        node: port.keyOf('hostIP'),
        path: port.path,
        message: l10n.t(
          '`hostIP` is the address of the node that `hostPort` is opened at: without a `hostPort` it does nothing. Add one, or remove `hostIP`.',
        ),
        server: [`hostIP set without hostPort: ${struct}`],
        data,
      });
    }
  },
  fix({ data: { port, containerPort } }, editor) {
    const pair = port.pair('hostIP');
    if (!pair || !port.node) return [];
    const remove = suggestion(l10n.t('Remove {0}', 'hostIP'), editor.removePair(pair));
    if (port.pair('hostPort')) return [remove];
    const added = editor.insertPair(port.node, 'hostPort', containerPort, ['containerPort']);
    return [remove, suggestion(l10n.t('Add {0}', `hostPort: ${containerPort}`), added)];
  },
});
