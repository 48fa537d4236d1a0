import * as l10n from '@vscode/l10n';
import type { Pair } from '../../yaml/index.ts';
import { defineRule, findingsOf, suggestion } from '../rule.ts';

export default defineRule<Pair>({
  code: 'dropped-field',
  severity: 'warning',
  general: true,
  check({ findings, minor }, report) {
    for (const { path, node, name, pair, gate, since } of findingsOf(findings, 'dropped-field')) {
      report({
        node,
        path,
        message: since
          ? l10n.t(
              '`{0}` is ignored before Kubernetes 1.{1}: 1.{2} drops it without a word, as the feature gate {3} is off by default. Remove it, or check for the version of your cluster.',
              name,
              since,
              minor,
              gate ?? '',
            )
          : l10n.t(
              '`{0}` is ignored by Kubernetes 1.{1}: the API server drops it without a word, unless the cluster turns on the feature gate {2}. Remove it, or turn the gate on.',
              name,
              minor,
              gate ?? '',
            ),
        data: pair,
      });
    }
  },
  fix({ data: pair }, editor) {
    return [suggestion(l10n.t('Remove {0}', pair.key.text), editor.removePair(pair))];
  },
});
