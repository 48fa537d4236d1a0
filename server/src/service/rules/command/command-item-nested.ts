import * as l10n from '@vscode/l10n';
import { type ChunkEdit, columnOf, type Editor } from '../../fixes/index.ts';
import type { SeqNode } from '../../yaml/index.ts';
import { defineRule, safe, suggestion } from '../rule.ts';
import { firstLine } from './forms.ts';
import { commandItems, quotedItems } from './items.ts';

interface Data {
  list: SeqNode;
  index: number;
}

export default defineRule<Data>({
  code: 'command-item-nested',
  severity: 'error',
  hides: true,
  check({ pod, workload }, report) {
    for (const { field, list, index, node, path } of commandItems(pod)) {
      if (node.kind !== 'seq') continue;
      report({
        node: firstLine(node, workload.chunk),
        path,
        message: l10n.t(
          'This is a list inside the list `{0}`, whose entries must be strings: the API server refuses it. Put the words into `{0}` itself.',
          field.name,
        ),
        data: { list, index },
      });
    }
  },
  fix({ data: { list, index } }, editor) {
    const inner = list.items[index];
    if (inner?.kind !== 'seq' || inner.anchor) return [];
    if (inner.items.length === 0) return [suggestion(l10n.t('Remove the empty list'), editor.removeItem(list, index))];
    const edits = inner.flow ? unbracketed(list, inner, editor) : outdented(list, index, inner, editor);
    if (!edits) return [];
    return [safe(l10n.t('Put the words into the list itself'), edits)];
  },
});

/** Takes the brackets away; undefined where a comment or an anchor would be lost. */
function unbracketed(list: SeqNode, inner: SeqNode, editor: Editor): ChunkEdit[] | undefined {
  const edges = [inner.start, ...inner.items.flatMap(({ start, end }) => [start, end]), inner.end];
  const gaps = edges.flatMap((start, at) => (at % 2 ? [] : [{ start, end: edges[at + 1] ?? start }]));
  const deeper = inner.items.map((item) => (item.kind === 'seq' && item.flow ? unbracketed(list, item, editor) : []));
  if (deeper.includes(undefined)) return undefined;
  const [opening, ...rest] = gaps;
  const closing = rest.pop();
  if (!opening || !closing || gaps.some(({ start, end }) => /[#&]/.test(editor.text.slice(start, end))))
    return undefined;
  const separator = `${editor.style.eol}${' '.repeat(columnOf(editor.text, list.start))}- `;
  const between = list.flow ? [] : rest.map((gap) => editor.replace(gap, separator));
  return [
    editor.replace(opening, ''),
    ...between,
    ...deeper.flatMap((edits) => edits ?? []),
    editor.replace(closing, ''),
    ...quotedItems(inner, editor),
  ];
}

/** The dash of the inner list takes the place of the outer one, and the lines below follow it. */
function outdented(list: SeqNode, index: number, inner: SeqNode, editor: Editor): ChunkEdit[] | undefined {
  const dash = list.dashes[index];
  // an anchor or a comment between the dashes would be lost
  if (dash === undefined || editor.text.slice(dash + 1, inner.start).trim()) return undefined;
  const by = columnOf(editor.text, list.start) - columnOf(editor.text, inner.start);
  const below = editor.text.indexOf('\n', inner.start) + 1;
  const shifted = below > 0 && below < inner.end ? editor.shiftLines({ start: below, end: inner.end }, by) : [];
  return [editor.replace({ start: dash, end: inner.start }, ''), ...shifted, ...quotedItems(inner, editor)];
}
