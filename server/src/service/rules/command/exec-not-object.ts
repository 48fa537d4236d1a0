import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import { type MapNode, pairOf, type ScalarNode, type SeqNode, stringOf } from '../../yaml/index.ts';
import { defineRule, type Fix, findingsOf, safe, suggestion } from '../rule.ts';
import { type Form, firstLine, formsOf, replaceByList, shown } from './forms.ts';
import { quotedItems } from './items.ts';

/** The keys that lead to the list of words, by the type of the field. */
const keysOf: Record<string, string[]> = {
  'core/v1.ExecAction': ['command'],
  'core/v1.LifecycleHandler': ['exec', 'command'],
};

interface Data {
  node: ScalarNode | SeqNode;
  keys: string[];
  forms: Form[];
}

export default defineRule<Data>({
  code: 'exec-not-object',
  severity: 'error',
  hides: true,
  check({ findings, workload }, report) {
    for (const finding of findingsOf(findings, 'wrong-type')) {
      const { node, path, name, field } = finding;
      const keys = keysOf[field.type];
      const text = stringOf(node);
      if (!keys || (node.kind !== 'seq' && text === undefined) || node.kind === 'map') continue;
      const forms = formsOf(text ?? '', { field: 'command', before: [], variables: new Set(), windows: false });
      const owner = node.parent?.kind === 'pair' ? node.parent.key : node;
      report({
        node: node.kind === 'seq' ? owner : firstLine(node, workload.chunk),
        path,
        message: l10n.t(
          '`{0}` must be an object, so the API server refuses {1} here. Write `{0}: {2}`.',
          name,
          node.kind === 'seq' ? l10n.t('a list') : l10n.t('a string'),
          keys.length > 1 ? '{exec: {command: […]}}' : '{command: […]}',
        ),
        data: { node, keys, forms },
      });
    }
  },
  fix({ data: { node, keys, forms }, workload: { chunk } }, editor) {
    const pair = node.parent;
    if (pair?.kind !== 'pair' || pair.value !== node || node.anchor) return [];
    const title = l10n.t('Put it into {0}', keys.join('.'));
    if (node.kind === 'seq') {
      const [only] = node.items;
      if (only?.kind === 'map') return unwrapped(node, only, keys, editor);
      return [safe(title, [...editor.nest(pair, keys), ...quotedItems(node, editor)])];
    }
    return forms.map(({ words, sure }, index) =>
      (sure && index === 0 ? safe : suggestion)(
        `${title}: ${shown(words)}`,
        replaceByList(editor, chunk, node, words, keys),
      ),
    );
  },
});

/** `exec: [{command: […]}]`: the map is right, the list around it is too much. */
function unwrapped(list: SeqNode, map: MapNode, [key = '']: string[], editor: Editor): Fix[] {
  if (list.items.length > 1 || !pairOf(map, key)) return [];
  const before = { start: list.start, end: map.start };
  const edits = list.flow
    ? [editor.replace(before, ''), editor.replace({ start: map.end, end: list.end }, '')]
    : [editor.replace(before, ' '.repeat(map.start - list.start))];
  return [safe(l10n.t('Remove the list around it'), edits)];
}
