import * as l10n from '@vscode/l10n';
import { isOn } from '../../schema/gates.ts';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { isSidecar } from './containers.ts';

/** validateInitContainerRestartPolicy: up to 1.35. */
export default defineRule<ApiObject>({
  code: 'restart-rules-of-sidecar',
  severity: 'error',
  check({ objects, minor }, report) {
    if (isOn('RestartAllContainersOnContainerExits', minor)) return;
    for (const container of objects.of('core/v1.Container')) {
      if (!isSidecar(container)) continue;
      if (!container.has('restartPolicyRules') || container.isEmpty('restartPolicyRules')) continue;
      report({
        node: container.keyOf('restartPolicyRules'),
        path: container.at('restartPolicyRules'),
        message: l10n.t(
          'Before Kubernetes 1.36 a sidecar is restarted whatever its exit code, so it may not have `restartPolicyRules`: the API server refuses them. Remove them.',
        ),
        server: ['Forbidden: restartPolicyRules are not allowed for init containers with restart policy Always'],
        data: container,
      });
    }
  },
  fix({ data: container }, editor) {
    const field = 'restartPolicyRules';
    return removeFix(container.pair(field), editor);
  },
});
