import * as l10n from '@vscode/l10n';
import { factsOf } from '../../schema/overlay/index.ts';
import type { ScalarNode } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { defineRule, findingsOf, safe } from '../rule.ts';
import { valueFixes } from '../values.ts';
import { isUnquotedString } from './remedies.ts';

interface Data {
  node: ScalarNode;
  /** The values that the field takes, where the text is none of them: quotes would not help. */
  values: readonly string[] | undefined;
}

export default defineRule<Data>({
  code: 'string-not-quoted',
  severity: 'error',
  general: true,
  check({ findings, minor }, report) {
    for (const finding of findingsOf(findings, 'wrong-type')) {
      if (finding.node.kind !== 'scalar' || !isUnquotedString(finding)) continue;
      const { node, path, name, field, owner } = finding;
      const key = field.map && node.parent?.kind === 'pair' ? node.parent.key.text : name;
      const taken = factsOf(owner, minor).fields.get(name)?.limits?.values;
      const all = (typeof taken === 'function' ? undefined : taken) ?? field.enum;
      const values = all?.includes(node.text) ? undefined : all;
      const message = values
        ? l10n.t(
            '`{0}` accepts only {1}, but `{2}` is {3}: the API server refuses it. Change it.',
            key,
            listed(values),
            node.text,
            read(node),
          )
        : l10n.t(
            '`{0}` must be a string, but without quotes `{1}` is {2}: the API server refuses it. Quote it.',
            key,
            node.text,
            read(node),
          );
      report({ node, path, message, data: { node, values } });
    }
  },
  fix({ data: { node, values } }, editor) {
    if (values) return valueFixes(node, node.text, values, editor);
    return [safe(l10n.t('Quote {0}', node.text), editor.replaceNode(node, node.text))];
  },
});

/** What the YAML library of kubectl makes of a scalar. */
function read({ value }: ScalarNode): string {
  if (value.type === 'number') return l10n.t('the number {0}', String(value.integer ?? value.value));
  return value.type === 'boolean' ? l10n.t('the boolean {0}', String(value.value)) : '';
}
