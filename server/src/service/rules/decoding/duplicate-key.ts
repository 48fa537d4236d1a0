import * as l10n from '@vscode/l10n';
import { deref, isNull, type MapNode, type Pair, type SeqNode, type YamlNode } from '../../yaml/index.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import type { Editor, TextEdit } from '../../fixes/index.ts';

export default defineRule<{ pair: Pair; kept: Pair }>({
  code: 'duplicate-key',
  severity: 'warning',
  check({ findings }, report) {
    for (const finding of findings) {
      if (finding.kind !== 'duplicate-key') continue;
      const { pair, kept, path } = finding;
      report({
        node: pair.key,
        path,
        message: l10n.t('`{0}` is written twice here: kubectl silently keeps the last one and this one is lost. Merge them, or remove one.', pair.key.text),
        related: [{ node: kept.key, message: l10n.t('This one is kept') }],
        data: { pair, kept },
      });
    }
  },
  fix({ data: { pair, kept } }, editor) {
    const fixes: Fix[] = [];
    const merged = merge(pair, kept, editor);
    if (merged) fixes.push(suggestion(l10n.t('Merge both into one'), merged));
    fixes.push(suggestion(l10n.t('Remove this one'), editor.removePair(pair)));
    return fixes;
  },
});

/** Two block lists, or two block maps with different keys, become one: the lines of the first go behind the second. */
function merge(pair: Pair, kept: Pair, editor: Editor): TextEdit[] | undefined {
  const [from, to] = [deref(pair.value), deref(kept.value)];
  if (!from || !to || pair.value.kind === 'alias' || kept.value.kind === 'alias') return undefined;
  if (isNull(from)) return editor.removePair(pair);
  if (!isBlock(from) || !isBlock(to) || from.kind !== to.kind) return undefined;
  const names = to.kind === 'map' ? new Set(to.pairs.map(({ key }) => key.text)) : undefined;
  if (from.kind === 'map' && from.pairs.some(({ key }) => names?.has(key.text))) return undefined;
  return [...editor.removePair(pair), ...editor.appendText(to, from)];
}

function isBlock(node: YamlNode): node is MapNode | SeqNode {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow;
}
