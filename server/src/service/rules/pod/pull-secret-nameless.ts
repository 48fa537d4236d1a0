import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, suggestion } from '../rule.ts';

/** warningsForPodSpecAndMeta */
export default defineRule<ApiObject>({
  code: 'pull-secret-nameless',
  severity: 'warning',
  check({ objects }, report) {
    for (const secret of objects.of('core/v1.PodSpec').flatMap((spec) => spec.objects('imagePullSecrets'))) {
      // a misspelled name is told as an unknown field
      if (secret.string('name') !== '' || secret.unknown.length > 0) continue;
      report({
        node: secret.valueOf('name'),
        path: secret.at('name'),
        message: l10n.t(
          'This entry names no secret, so nothing is logged in with and images of a private registry cannot be pulled. Give it the `name` of a secret, or remove it.',
        ),
        server: ['invalid empty name ""'],
        data: secret,
      });
    }
  },
  fix({ data: { node } }, editor) {
    return node ? [suggestion(l10n.t('Remove this entry'), editor.removeEntry(node))] : [];
  },
});
