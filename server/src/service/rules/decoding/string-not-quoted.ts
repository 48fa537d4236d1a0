import * as l10n from '@vscode/l10n';
import type { ScalarNode } from '../../yaml/index.ts';
import { defineRule, findingsOf, safe } from '../rule.ts';
import { isUnquotedString } from './remedies.ts';

export default defineRule<ScalarNode>({
  code: 'string-not-quoted',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'wrong-type')) {
      if (finding.node.kind !== 'scalar' || !isUnquotedString(finding)) continue;
      const { node, path, name, field } = finding;
      const key = field.map && node.parent?.kind === 'pair' ? node.parent.key.text : name;
      report({
        node,
        path,
        message: l10n.t(
          '`{0}` must be a string, but without quotes {1} is {2}: the API server refuses it. Quote it.',
          key,
          node.text,
          read(node),
        ),
        data: node,
      });
    }
  },
  fix({ data: node }, editor) {
    return [safe(l10n.t('Quote {0}', node.text), editor.replaceNode(node, node.text))];
  },
});

/** What the YAML library of kubectl makes of a scalar. */
function read({ value }: ScalarNode): string {
  if (value.type === 'number') return l10n.t('the number {0}', String(value.integer ?? value.value));
  return value.type === 'boolean' ? l10n.t('the boolean {0}', String(value.value)) : '';
}
