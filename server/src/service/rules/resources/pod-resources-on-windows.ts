import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { isForWindows } from '../windows/windows.ts';

/** validatePodResources. */
export default defineRule<ApiObject>({
  code: 'pod-resources-on-windows',
  severity: 'error',
  check({ objects }, report) {
    for (const pod of objects.of('core/v1.PodSpec')) {
      if (!pod.has('resources') || !isForWindows(pod)) continue;
      report({
        node: pod.keyOf('resources'),
        path: pod.at('resources'),
        message: l10n.t(
          'A Windows pod cannot have `resources` for the whole pod: the API server refuses them. Set them for the containers.',
        ),
        server: ['Forbidden: may not be set for a windows pod'],
        data: pod,
      });
    }
  },
  fix({ data: pod }, editor) {
    return removeFix(pod.pair('resources'), editor);
  },
});
