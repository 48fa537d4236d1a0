import * as l10n from '@vscode/l10n';
import { defineRule, findingsOf } from '../rule.ts';

export default defineRule({
  code: 'bad-time',
  severity: 'error',
  hides: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'bad-time')) {
      const { node, path } = finding;
      report({
        node,
        path,
        message: l10n.t(
          'This is not a time in the format of RFC 3339, so the API server cannot read it. Write it like `2026-01-31T12:00:00Z`.',
        ),
      });
    }
  },
});
