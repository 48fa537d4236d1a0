import * as l10n from '@vscode/l10n';
import { defineRule, findingsOf } from '../rule.ts';

export default defineRule({
  code: 'required-field',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const { path, node, object, name, server } of findingsOf(findings, 'required')) {
      report({
        node,
        path,
        message: object.has(name)
          ? l10n.t('`{0}` is empty: the API server refuses that. Fill it in.', path)
          : l10n.t('`{0}` is missing: the API server refuses the manifest without it. Add it.', path),
        server,
      });
    }
  },
});
