import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateShareProcessNamespace; up to 1.36 the field is looked for in the security context. */
export default defineRule<ApiObject>({
  code: 'share-process-namespace-conflict',
  severity: 'error',
  check({ objects, minor }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      if (!spec.boolean('shareProcessNamespace') || !spec.boolean('hostPID')) continue;
      report({
        node: spec.keyOf('shareProcessNamespace'),
        path: spec.at(minor >= 37 ? 'shareProcessNamespace' : 'securityContext.shareProcessNamespace'),
        message: l10n.t(
          'With `hostPID` the containers already share the processes of their node, so the API server refuses `shareProcessNamespace` with it. Remove one of them.',
        ),
        server: ['Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled'],
        related: [{ node: spec.keyOf('hostPID'), message: l10n.t('The other: `{0}`', 'hostPID') }],
        data: spec,
      });
    }
  },
  fix({ data: spec }, editor) {
    return ['shareProcessNamespace', 'hostPID'].flatMap((name) => removeFix(spec.pair(name), editor));
  },
});
