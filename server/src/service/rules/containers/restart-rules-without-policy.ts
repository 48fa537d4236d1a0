import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateContainerRestartPolicy, validateInitContainerRestartPolicy. */
export default defineRule<ApiObject>({
  code: 'restart-rules-without-policy',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const container of objects.of('core/v1.Container')) {
      if (!container.has('restartPolicyRules') || container.isEmpty('restartPolicyRules')) continue;
      if (container.has('restartPolicy')) continue;
      report({
        node: container.keyOf('restartPolicyRules'),
        path: container.at('restartPolicy'),
        message: l10n.t(
          '`restartPolicyRules` are exceptions to the `restartPolicy` of the container, and this container has none: the API server refuses it. Add one; the policy of the pod does not count.',
        ),
        server: ['Required value: must specify restartPolicy when restart rules are used'],
        data: container,
      });
    }
  },
  fix({ data: container }, editor) {
    // an init container with Always would become a sidecar
    const policies = container.field === 'initContainers' ? ['Never', 'OnFailure'] : ['Never', 'OnFailure', 'Always'];
    const after = ['name', 'image', 'command', 'args'];
    return policies.map((policy) => setFix(container, 'restartPolicy', policy, editor, after));
  },
});
