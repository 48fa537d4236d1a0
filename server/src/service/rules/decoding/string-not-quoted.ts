import * as l10n from '@vscode/l10n';
import type { ScalarNode } from '../../yaml/index.ts';
import { actual } from '../describe.ts';
import { defineRule, safe } from '../rule.ts';

export default defineRule<ScalarNode>({
  code: 'string-not-quoted',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const finding of findings) {
      if (finding.kind !== 'wrong-type' || finding.field.type !== 'string') continue;
      const { node, path, name, field, item } = finding;
      if (node.kind !== 'scalar' || ((field.list || field.map) && !item)) continue;
      report({
        node,
        path,
        message: l10n.t('`{0}` must be a string, but the API server reads {1} without quotes as {2} and refuses it. Quote it.', name, node.text, actual(node)),
        data: node,
      });
    }
  },
  fix({ data: node }, editor) {
    return [safe(l10n.t('Quote {0}', node.text), editor.replaceNode(node, node.text))];
  },
});
