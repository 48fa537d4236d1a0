import * as l10n from '@vscode/l10n';
import { defineRule, findingsOf } from '../rule.ts';

export default defineRule({
  code: 'value-too-long',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const { path, node, name, length, most, server } of findingsOf(findings, 'too-long')) {
      report({
        node,
        path,
        message: l10n.t('`{0}` has {1} bytes, but the API server accepts at most {2}. Shorten it.', name, length, most),
        server,
      });
    }
    for (const { path, node, name, length, most, server } of findingsOf(findings, 'too-many')) {
      report({
        node,
        path,
        message: l10n.t(
          '`{0}` has {1} entries, but the API server accepts at most {2}. Remove some.',
          name,
          length,
          most,
        ),
        server,
      });
    }
  },
});
