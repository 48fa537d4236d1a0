import * as l10n from '@vscode/l10n';
import { isNull } from '../../yaml/index.ts';
import { defineRule, safe, suggestion } from '../rule.ts';
import { type CommandItem, commandItems } from './items.ts';

export default defineRule<CommandItem>({
  code: 'command-item-null',
  severity: 'warning',
  hides: true,
  check({ pod }, report) {
    for (const item of commandItems(pod)) {
      const { field, written, node, path } = item;
      if (node.kind !== 'scalar' || !isNull(node)) continue;
      report({
        node: written.end > written.start ? written : { start: Math.max(0, written.start - 1), end: written.start },
        path,
        message: node.text
          ? l10n.t(
              'Without quotes, `{0}` is not a string but an empty value: the program gets the argument `""`. Quote it, or remove it.',
              node.text,
            )
          : l10n.t(
              'This entry of `{0}` is empty: the program gets the argument `""`. Remove it, or write `""` if that is what you mean.',
              field.name,
            ),
        data: item,
      });
    }
  },
  fix({ data: { list, index, written, node } }, editor) {
    if (node.kind !== 'scalar' || written !== node) return [];
    const removal = editor.removeItem(list, index);
    const remove = (node.text || index === list.items.length - 1 ? suggestion : safe)(
      l10n.t('Remove the empty entry'),
      removal,
    );
    const quote = node.text && editor.replaceItems(list, index, index, [node.text]);
    return quote ? [suggestion(l10n.t('Quote {0}', node.text), quote), remove] : [remove];
  },
});
