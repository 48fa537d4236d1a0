import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** warningsForPodSpecAndMeta */
export default defineRule<ApiObject>({
  code: 'pull-secret-nameless',
  severity: 'warning',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      // a misspelled name is told as an unknown field
      const nameless = spec
        .objects('imagePullSecrets')
        .filter((secret) => secret.string('name') === '' && secret.unknown.length === 0);
      for (const [index, secret] of nameless.entries()) {
        report({
          node: secret.valueOf('name'),
          path: secret.at('name'),
          message: l10n.t(
            'This entry names no Secret, so it gives no login and images of a private registry cannot be pulled. Write the `name` of a Secret, or remove it.',
          ),
          server: ['invalid empty name ""', ...(index > 0 ? ['duplicate name ""'] : [])],
          data: secret,
        });
      }
    }
  },
  fix({ data: secret }, editor) {
    return [suggestion(l10n.t('Remove this entry'), removeEntry(secret, editor))];
  },
});
