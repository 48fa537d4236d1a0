import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { isForWindows } from '../windows/windows.ts';
import { hostUsersConflicts } from './host-users-conflict.ts';

/** ValidateSecurityContext */
export default defineRule<ApiObject>({
  code: 'proc-mount-unmasked',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const context of objects.of('core/v1.SecurityContext')) {
      if (context.string('procMount') !== 'Unmasked') continue;
      const spec = context.around('core/v1.PodSpec');
      if (!spec || spec.boolean('hostUsers') === false) continue;
      report({
        node: context.valueOf('procMount'),
        path: context.at('procMount'),
        message: l10n.t(
          '`procMount: Unmasked` shows the container all of `/proc`, so the API server accepts it only in a pod with its own users. Add `hostUsers: false` to the pod, or remove `procMount`.',
        ),
        server: ['Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`'],
        data: context,
      });
    }
  },
  fix({ data: context }, editor) {
    const spec = context.around('core/v1.PodSpec');
    const users = spec && mayHaveUsers(spec) ? [setFix(spec, 'hostUsers', false, editor)] : [];
    return [...users, ...removeFix(context.pair('procMount'), editor)];
  },
});

function mayHaveUsers(spec: ApiObject): boolean {
  return !isForWindows(spec) && hostUsersConflicts(spec).length === 0;
}
