import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { isOfPod } from '../../schema/resources.ts';
import { titleOf } from '../containers/containers.ts';
import { removeFix } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** validatePodResources. */
export default defineRule<ApiObject>({
  code: 'pod-level-claims',
  severity: 'error',
  check({ objects }, report) {
    for (const resources of objects.of('core/v1.ResourceRequirements')) {
      if (!isOfPod(resources) || !resources.has('claims')) continue;
      report({
        node: resources.keyOf('claims'),
        path: resources.at('claims'),
        message: l10n.t(
          'The `resources` of a whole pod cannot have `claims`: the API server refuses them. Move them to the containers that use the devices.',
        ),
        server: ['Forbidden: claims may not be set for Resources at pod-level'],
        data: resources,
      });
    }
  },
  fix({ data: resources }, editor) {
    const pair = resources.pair('claims');
    if (!pair) return [];
    const moves = (resources.parent?.objects('containers') ?? []).flatMap((container) => {
      const target = container.object('resources');
      if (!target?.node || target.pair('claims')) return [];
      const edits = editor.movePair(pair, target.node, ['limits', 'requests']);
      return edits.length > 0 ? [suggestion(l10n.t('Move claims to {0}', titleOf(container)), edits)] : [];
    });
    return [...moves, ...removeFix(pair, editor)];
  },
});
