import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import { hostUsersConflicts } from './host-users-conflict.ts';

/** ValidateSecurityContext */
export default defineRule<ApiObject>({
  code: 'proc-mount-unmasked',
  severity: 'error',
  check({ objects }, report) {
    for (const context of objects.of('core/v1.SecurityContext')) {
      if (context.string('procMount') !== 'Unmasked') continue;
      const spec = context.around('core/v1.PodSpec');
      if (!spec || spec.boolean('hostUsers') === false) continue;
      report({
        node: context.valueOf('procMount'),
        path: context.at('procMount'),
        message: l10n.t(
          '`procMount: Unmasked` shows the container all of `/proc`, so the API server takes it only in a pod with users of its own. Add `hostUsers: false` to the pod, or remove it.',
        ),
        server: ['Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`'],
        data: context,
      });
    }
  },
  fix({ data: context }, editor) {
    const fixes: Fix[] = [];
    const spec = context.around('core/v1.PodSpec');
    const hostUsers = spec?.pair('hostUsers');
    if (spec?.node && mayHaveUsers(spec)) {
      const edits = hostUsers
        ? editor.replaceNode(hostUsers.value, false)
        : editor.insertPair(spec.node, 'hostUsers', false);
      fixes.push(suggestion(l10n.t('Give the pod users of its own: hostUsers: false'), edits));
    }
    const pair = context.pair('procMount');
    if (pair) fixes.push(suggestion(l10n.t('Remove {0}', 'procMount'), editor.removePair(pair)));
    return fixes;
  },
});

function mayHaveUsers(spec: ApiObject): boolean {
  return spec.object('os')?.string('name') !== 'windows' && hostUsersConflicts(spec).length === 0;
}
