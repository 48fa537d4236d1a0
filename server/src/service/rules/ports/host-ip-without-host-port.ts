import * as l10n from '@vscode/l10n';
import { removeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { type PodPort, portsOf } from './pod-ports.ts';

/** warningsForPodSpecAndMeta */
export default defineRule<PodPort>({
  code: 'host-ip-without-host-port',
  severity: 'warning',
  whole: true,
  check({ objects }, report) {
    for (const data of objects.of('core/v1.PodSpec').flatMap(portsOf)) {
      const { port, containerPort, hostPort, hostIp, protocol } = data;
      if (hostIp === '' || hostPort !== 0) continue;
      const struct = `{Name:${port.string('name')} HostPort:0 ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIp}}`;
      report({
        node: port.keyOf('hostIP'),
        path: port.path,
        message: l10n.t(
          '`hostIP` is the address of the node where `hostPort` is opened, so it has no effect without `hostPort`. Add `hostPort`, or remove `hostIP`.',
        ),
        server: [`hostIP set without hostPort: ${struct}`],
        data,
      });
    }
  },
  fix({ data: { port, containerPort } }, editor) {
    const remove = removeFix(port.pair('hostIP'), editor);
    if (port.pair('hostPort')) return remove;
    return [...remove, setFix(port, 'hostPort', containerPort, editor, ['containerPort'])];
  },
});
