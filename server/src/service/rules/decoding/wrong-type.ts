import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import type { Finding } from '../../schema/decode.ts';
import { scalarTypes } from '../../schema/index.ts';
import { readScalar, type YamlNode } from '../../yaml/index.ts';
import { actual, wanted } from '../describe.ts';
import { defineRule, type Fix, safe, suggestion } from '../rule.ts';

type WrongType = Extract<Finding, { kind: 'wrong-type' }>;

export default defineRule<WrongType>({
  code: 'wrong-type',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const finding of findings) {
      if (finding.kind !== 'wrong-type') continue;
      const { node, path, name, field, item } = finding;
      const what = item ? l10n.t('Each entry of `{0}`', name) : `\`${name}\``;
      report({
        node: node.kind === 'scalar' ? node : underlined(node),
        path,
        message: l10n.t('{0} must be {1}, but this is {2}: the API server refuses it.', what, wanted(field, item), actual(node)),
        data: finding,
      });
    }
  },
  fix({ data }, editor) {
    return [unquote(data, editor), wrap(data, editor), emptyObject(data, editor)].filter((fix) => fix !== undefined);
  },
});

/** `"80"` and `"true"` where a number or boolean is wanted. */
function unquote({ node, field }: WrongType, editor: Editor): Fix | undefined {
  if (node.kind !== 'scalar' || node.style === 'plain' || !['boolean', 'int32', 'int64'].includes(field.type)) return undefined;
  const { type } = readScalar(node.text, 'plain');
  const fits = field.type === 'boolean' ? type === 'boolean' : type === 'number';
  return fits ? safe(l10n.t('Remove the quotes'), [editor.replace(node, node.text)]) : undefined;
}

/** One entry where a list of such is wanted. */
function wrap({ node, field, item }: WrongType, editor: Editor): Fix | undefined {
  if (!field.list || item || node.parent?.kind !== 'pair') return undefined;
  const title = l10n.t('Turn into a list');
  if (node.kind === 'scalar' && field.type === 'string' && node.value.type === 'string') {
    return suggestion(title, editor.replaceNode(node, [node.value.value]));
  }
  const isEntry = node.kind === 'map' && !scalarTypes.has(field.type);
  return isEntry ? wrapMap(node, title, editor) : undefined;
}

function wrapMap(node: Extract<YamlNode, { kind: 'map' }>, title: string, editor: Editor): Fix {
  if (node.flow) {
    return suggestion(title, [editor.replace({ start: node.start, end: node.start }, '['), editor.replace({ start: node.end, end: node.end }, ']')]);
  }
  const lines = [...editor.text.slice(node.start, node.end).matchAll(/\n(?=[^\n])/g)].map(({ index }) => node.start + index + 1);
  return suggestion(title, [
    editor.replace({ start: node.start, end: node.start }, '- '),
    ...lines.map((start) => editor.replace({ start, end: start }, '  ')),
  ]);
}

/** `emptyDir: ""` and `emptyDir: []`. */
function emptyObject({ node, field, item }: WrongType, editor: Editor): Fix | undefined {
  const isEmpty = node.kind === 'seq' ? node.items.length === 0 : node.kind === 'scalar' && node.text === '';
  if (!isEmpty || field.list || item || (scalarTypes.has(field.type) && !field.map)) return undefined;
  return safe(l10n.t('Change to {0}', '{}'), [editor.replace(node, '{}')]);
}

/** A long node is underlined at its key. */
function underlined(node: YamlNode): YamlNode {
  return node.parent?.kind === 'pair' ? node.parent.key : node;
}
