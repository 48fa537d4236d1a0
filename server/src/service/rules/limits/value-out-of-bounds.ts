import * as l10n from '@vscode/l10n';
import { defineRule, findingsOf } from '../rule.ts';

export default defineRule({
  code: 'value-out-of-bounds',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const { path, node, object, name, value, least, most, server } of findingsOf(findings, 'out-of-bounds')) {
      const isOpen = !Number.isFinite(most);
      report({
        node,
        path,
        message: !object.has(name)
          ? l10n.t('`{0}` is missing: without it the API server takes {1}, and refuses that. Add it.', path, value)
          : isOpen
            ? l10n.t('`{0}` is {1}, but the API server takes {2} or more. Change it.', name, value, least)
            : l10n.t('`{0}` is {1}, but the API server takes {2} to {3}. Change it.', name, value, least, most),
        server,
      });
    }
  },
});
