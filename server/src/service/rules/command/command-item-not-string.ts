import * as l10n from '@vscode/l10n';
import type { ScalarNode, SeqNode } from '../../yaml/index.ts';
import { actual } from '../describe.ts';
import { defineRule, safe } from '../rule.ts';
import { commandItems } from './items.ts';

export default defineRule<{ list: SeqNode; index: number; node: ScalarNode }>({
  code: 'command-item-not-string',
  severity: 'error',
  hides: true,
  check({ pod }, report) {
    for (const { field, list, index, node, path } of commandItems(pod)) {
      if (node.kind !== 'scalar' || (node.value.type !== 'number' && node.value.type !== 'boolean')) continue;
      report({
        node,
        path,
        message: l10n.t(
          'Without quotes, {0} is {1}, but each entry of `{2}` must be a string: the API server refuses it. Quote it: "{0}".',
          node.text,
          actual(node),
          field.name,
        ),
        data: { list, index, node },
      });
    }
  },
  fix({ data: { list, index, node } }, editor) {
    const edits =
      list.items[index] === node && node.style === 'plain' ? editor.replaceItems(list, index, index, [node.text]) : [];
    return edits?.length ? [safe(l10n.t('Quote {0}', node.text), edits)] : [];
  },
});
