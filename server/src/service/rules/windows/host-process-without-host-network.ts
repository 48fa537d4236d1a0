import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, suggestion } from '../rule.ts';
import { hostProcessesOf } from './containers.ts';

/** validateWindowsHostProcessPod */
export default defineRule<ApiObject>({
  code: 'host-process-without-host-network',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      const node = hostProcessesOf(spec).find(({ isHost }) => isHost)?.node;
      if (!node || spec.boolean('hostNetwork')) continue;
      report({
        node: spec.has('hostNetwork') ? spec.valueOf('hostNetwork') : node,
        path: spec.at('hostNetwork'),
        message: l10n.t(
          'HostProcess containers are processes of their node, so the API server refuses them in a pod without its network. Add `hostNetwork: true` to the pod.',
        ),
        server: ['Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers'],
        data: spec,
      });
    }
  },
  fix({ data: spec }, editor) {
    const pair = spec.pair('hostNetwork');
    // beside it the network of the node is refused
    if (!spec.node || spec.boolean('hostUsers') === false) return [];
    return [
      suggestion(
        l10n.t('Add {0}: {1}', 'hostNetwork', 'true'),
        pair ? editor.replaceNode(pair.value, true) : editor.insertPair(spec.node, 'hostNetwork', true),
      ),
    ];
  },
});
