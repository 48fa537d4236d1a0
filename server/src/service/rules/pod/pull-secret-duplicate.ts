import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeEntry } from '../fields.ts';
import { repeats } from '../repeats.ts';
import { defineRule, safe } from '../rule.ts';

/** warningsForPodSpecAndMeta */
export default defineRule<ApiObject>({
  code: 'pull-secret-duplicate',
  severity: 'warning',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const { text, first, again } of repeats(spec.objects('imagePullSecrets'), 'name')) {
        report({
          node: again.valueOf('name'),
          path: again.at('name'),
          message: l10n.t(
            '`{0}` is in `imagePullSecrets` twice: one is enough, and `kubectl apply` may lose both when one is removed later. Remove this one.',
            text,
          ),
          server: [`duplicate name ${JSON.stringify(text)}`],
          related: [{ node: first.valueOf('name'), message: l10n.t('The other `{0}`', text) }],
          data: again,
        });
      }
    }
  },
  fix({ data: again }, editor) {
    return [safe(l10n.t('Remove this entry'), removeEntry(again, editor))];
  },
});
