import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, findingsOf, suggestion } from '../rule.ts';

export default defineRule<ApiObject>({
  code: 'one-of-missing',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const { path, node, object, members, server } of findingsOf(findings, 'none-of')) {
      const list = members.map((member) => `\`${member}\``).join(', ');
      report({
        node,
        path,
        message: l10n.t(
          '`{0}` says nothing: the API server wants one of {1} in it. Add one, or remove it.',
          object.field,
          list,
        ),
        server,
        data: object,
      });
    }
  },
  fix({ data: { parent, field, node } }, editor) {
    const pair = parent?.pair(field);
    // the only member of a union around it: without it that says nothing either
    const isMember = parent?.facts.union?.members.includes(field);
    if (!pair || pair.value !== node || isMember) return [];
    return [suggestion(l10n.t('Remove {0}', pair.key.text), editor.removePair(pair))];
  },
});
