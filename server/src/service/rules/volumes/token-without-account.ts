import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/**
 * ValidatePodCreate refuses such a pod, but the admission plugin ServiceAccount, which is on unless a cluster turns it off,
 * fills in `default` before.
 */
export default defineRule<ApiObject>({
  code: 'token-without-account',
  severity: 'information',
  whole: true,
  check({ objects }, report) {
    for (const source of objects.of('core/v1.VolumeProjection')) {
      const pod = source.around('core/v1.PodSpec');
      const isPod = source.root.type === 'core/v1.Pod';
      if (!isPod || !pod || !source.has('serviceAccountToken') || !isNameless(pod)) continue;
      report({
        node: source.keyOf('serviceAccountToken'),
        path: source.at('serviceAccountToken'),
        message: l10n.t(
          'The pod has no `serviceAccountName`, so this is a token of the service account `default`; an API server without the admission plugin ServiceAccount refuses the pod. Add `serviceAccountName`.',
        ),
        server: ['Forbidden: must not be specified when serviceAccountName is not set'],
        data: pod,
      });
    }
  },
  fix({ data: pod }, editor) {
    return [setFix(pod, 'serviceAccountName', 'default', editor)];
  },
});

/** The old name of the field counts as well (Convert_v1_PodSpec_To_core_PodSpec). */
function isNameless(pod: ApiObject): boolean {
  return ['serviceAccountName', 'serviceAccount'].every((name) => pod.string(name) === '');
}
