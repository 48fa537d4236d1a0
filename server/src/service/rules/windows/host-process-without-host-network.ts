import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { hostProcessesOf } from './windows.ts';

/** validateWindowsHostProcessPod */
export default defineRule<ApiObject>({
  code: 'host-process-without-host-network',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      const node = hostProcessesOf(spec).find(({ isHost }) => isHost)?.node;
      if (!node || spec.boolean('hostNetwork')) continue;
      report({
        node: spec.has('hostNetwork') ? spec.valueOf('hostNetwork') : node,
        path: spec.at('hostNetwork'),
        message: l10n.t(
          'HostProcess containers use the network of their node, so the API server refuses them in a pod without `hostNetwork`. Add `hostNetwork: true` to the pod.',
        ),
        server: ['Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers'],
        data: spec,
      });
    }
  },
  fix({ data: spec }, editor) {
    // beside it the network of the node is refused
    return spec.boolean('hostUsers') === false ? [] : [setFix(spec, 'hostNetwork', true, editor)];
  },
});
