import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { deref, type SeqNode, stringOf } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  context: ApiObject;
  /** Where the capability stands; undefined where `privileged` is the conflict. */
  capability: { list: SeqNode; index: number } | undefined;
}

const sysAdmin = 'CAP_SYS_ADMIN';

/** ValidateSecurityContext; of `SYS_ADMIN`, as the capability is called without its prefix, it says nothing. */
export default defineRule<Data>({
  code: 'privilege-escalation-conflict',
  severity: 'error',
  check({ objects }, report) {
    for (const context of objects.of('core/v1.SecurityContext')) {
      if (context.boolean('allowPrivilegeEscalation') !== false) continue;
      const related = [
        { node: context.valueOf('allowPrivilegeEscalation'), message: l10n.t('Escalation is denied here') },
      ];
      if (context.boolean('privileged')) {
        report({
          node: context.valueOf('privileged'),
          path: context.path,
          message: l10n.t(
            'A privileged container can always gain privileges, so the API server refuses `privileged: true` with `allowPrivilegeEscalation: false`. Remove one of them.',
          ),
          server: ['Invalid value: cannot set `allowPrivilegeEscalation` to false and `privileged` to true'],
          related,
          data: { context, capability: undefined },
        });
      }
      for (const capability of sysAdmins(context)) {
        report({
          node: capability.node,
          path: context.path,
          message: l10n.t(
            'With `{0}` a container can gain privileges, so the API server refuses it with `allowPrivilegeEscalation: false`. Remove one of them.',
            sysAdmin,
          ),
          server: [
            'Invalid value: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
          ],
          related,
          data: { context, capability },
        });
      }
    }
  },
  fix({ data: { context, capability } }, editor) {
    const escalation = removeFix(context.pair('allowPrivilegeEscalation'), editor);
    if (!capability) return [...removeFix(context.pair('privileged'), editor), ...escalation];
    const { list, index } = capability;
    return [suggestion(l10n.t('Remove {0}', sysAdmin), editor.removeItem(list, index)), ...escalation];
  },
});

function sysAdmins(context: ApiObject) {
  const list = context.object('capabilities')?.value('add');
  if (list?.kind !== 'seq') return [];
  return list.items.flatMap((node, index) => (stringOf(deref(node)) === sysAdmin ? [{ list, index, node }] : []));
}
