import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { listed } from '../describe.ts';
import { removeFix } from '../fields.ts';
import { defineRule, findingsOf } from '../rule.ts';

export default defineRule<ApiObject>({
  code: 'one-of-missing',
  severity: 'error',
  whole: true,
  general: true,
  check({ findings }, report) {
    for (const { path, node, object, members, server } of findingsOf(findings, 'none-of')) {
      report({
        node,
        path,
        message: l10n.t(
          '`{0}` is incomplete: the API server requires one of {1} in it. Add one, or remove it.',
          object.field,
          listed(members),
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
    return removeFix(pair, editor);
  },
});
