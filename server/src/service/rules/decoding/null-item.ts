import * as l10n from '@vscode/l10n';
import { scalarTypes } from '../../schema/index.ts';
import type { SeqNode } from '../../yaml/index.ts';
import { defineRule, findingsOf, safe, suggestion } from '../rule.ts';

export default defineRule<{ list: SeqNode; index: number } | undefined>({
  code: 'null-item',
  severity: 'warning',
  hides: true,
  general: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'null-item')) {
      const { node, path, name, field, refused } = finding;
      const list = node.parent?.kind === 'seq' ? node.parent : undefined;
      report({
        node: node.end > node.start ? node : { start: Math.max(0, node.start - 1), end: node.start },
        path,
        severity: refused ? 'error' : 'warning',
        message: explain(name, field.type, refused),
        data: list && { list, index: list.items.indexOf(node) },
      });
    }
  },
  fix({ data }, editor) {
    if (!data) return [];
    // the last one may be about to be filled in
    const isLast = data.index === data.list.items.length - 1;
    return [(isLast ? suggestion : safe)(l10n.t('Remove the empty entry'), editor.removeItem(data.list, data.index))];
  },
});

function explain(name: string, type: string, refused: boolean): string {
  if (type === 'string') {
    return l10n.t(
      'This entry of `{0}` is empty: the API server takes it as an empty string. Remove it, or write `""` if that is what you mean.',
      name,
    );
  }
  if (scalarTypes.has(type)) {
    return l10n.t('This entry of `{0}` is empty: the API server takes it as 0. Fill it in, or remove it.', name);
  }
  return refused
    ? l10n.t(
        'This entry of `{0}` is empty: the API server takes it as an object without any field and refuses it. Fill it in, or remove it.',
        name,
      )
    : l10n.t(
        'This entry of `{0}` is empty: the API server takes it as an object without any field. Fill it in, or remove it.',
        name,
      );
}
