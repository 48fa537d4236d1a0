import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { suggestion } from '../rule.ts';
import { defineControl, itemsOf, placeOf, setter } from './control.ts';

const field = 'allowPrivilegeEscalation';

/** allowPrivilegeEscalation_1_25. */
export default defineControl<ApiObject>({
  code: 'pod-security-allow-privilege-escalation',
  level: 'restricted',
  check(pod, report) {
    if (pod.isWindows) return;
    for (const container of pod.containers) {
      const allows = container.object('securityContext')?.boolean(field);
      if (allows === false || pod.isMistaken(container, 'securityContext', field)) continue;
      report({
        ...placeOf(container, 'securityContext', field),
        message: l10n.t(
          'A process in the container may get more rights than the one that started it: a namespace that enforces `restricted` refuses such a pod. Set `allowPrivilegeEscalation` to `false`.',
        ),
        server: [
          `allowPrivilegeEscalation != false (${setter(container)} must set securityContext.allowPrivilegeEscalation=false)`,
        ],
        data: container,
      });
    }
  },
  fix({ data: container }, editor) {
    if (!container.node) return [];
    const security = container.object('securityContext');
    // the API server refuses `false` beside what gives every right
    const privileged = security?.boolean('privileged') ? security.pair('privileged') : undefined;
    const admin = itemsOf(security?.object('capabilities'), 'add').find(({ text }) => text === 'CAP_SYS_ADMIN');
    const edits =
      admin && security?.node && !security.pair(field)
        ? editor.prependPair(security.node, field, false)
        : editor.setAt(container.node, ['securityContext', field], false);
    return [
      suggestion(l10n.t('Set {0} to {1}', field, 'false'), [
        ...edits,
        ...(privileged ? editor.replaceNode(privileged.value, false) : []),
        ...(admin ? editor.removeItem(admin.list, admin.index) : []),
      ]),
    ];
  },
});
