import * as l10n from '@vscode/l10n';
import { deref, type YamlNode } from '../../yaml/index.ts';
import { defineRule, findingsOf, suggestion } from '../rule.ts';

export default defineRule<YamlNode>({
  code: 'duplicate-value',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const { path, node, value, entry, first, name, server } of findingsOf(findings, 'duplicate')) {
      report({
        node,
        path,
        message: l10n.t(
          '`{0}` is in `{1}` twice: the API server refuses it. Change this one, or remove it.',
          value,
          name,
        ),
        server,
        related: [{ node: first, message: l10n.t('The other `{0}`', value) }],
        data: entry,
      });
    }
  },
  fix({ data: entry }, editor) {
    const list = entry.parent;
    if (list?.kind !== 'seq') return [];
    const index = list.items.findLastIndex((item) => deref(item) === entry);
    return [suggestion(l10n.t('Remove this entry'), editor.removeItem(list, index))];
  },
});
