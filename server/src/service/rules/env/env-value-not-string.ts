import * as l10n from '@vscode/l10n';
import type { ChunkEdit } from '../../fixes/index.ts';
import { type ConcreteNode, deref, type Pair, pairOf, stringOf, typeOf } from '../../yaml/index.ts';
import { actual } from '../describe.ts';
import { defineRule, safe, suggestion } from '../rule.ts';
import { variablesIn } from './variables.ts';

export default defineRule<{ pair: Pair; node: ConcreteNode }>({
  code: 'env-value-not-string',
  severity: 'error',
  hides: true,
  check({ pod }, report) {
    for (const { node: variable, path } of variablesIn(pod).flat()) {
      const pair = pairOf(variable, 'value');
      const node = deref(pair?.value);
      if (!pair || !node || ['string', 'null', 'unsupported'].includes(typeOf(node))) continue;
      report({
        node: node.kind === 'scalar' ? pair.value : pair.key,
        path: `${path}.value`,
        message: explain(node, stringOf(pairOf(variable, 'name')?.value) ?? ''),
        data: { pair, node },
      });
    }
  },
  fix({ data: { pair, node } }, editor) {
    // quotes change nothing about `!!int 5`
    if (/!\S*\s+$/.test(editor.text.slice(0, pair.value.start).split('\n').at(-1) ?? '')) return [];
    if (node.kind === 'scalar')
      return [safe(l10n.t('Quote {0}', node.text), editor.replaceNode(pair.value, node.text))];
    const text = editor.text.slice(node.start, node.end);
    if (!isJson(text) || pair.value !== node) return [];
    const edits: ChunkEdit[] = [editor.replace(node, editor.scalar(text, node))];
    return [suggestion(l10n.t('Quote the JSON'), edits)];
  },
});

function explain(node: ConcreteNode, name: string): string {
  if (node.kind !== 'scalar') {
    return l10n.t(
      'The value of `{0}` must be a string, but this is {1}: the API server refuses it ("cannot unmarshal"). Quote it, or write it as one string.',
      name,
      actual(node),
    );
  }
  const { value, text } = node;
  if (value.type === 'boolean') {
    return l10n.t(
      'The value of `{0}` must be a string, but the API server reads `{1}` without quotes as the boolean {2} ("cannot unmarshal bool"). Quote it.',
      name,
      text,
      String(value.value),
    );
  }
  const number = value.type === 'number' ? String(value.integer ?? value.value) : text;
  return l10n.t(
    'The value of `{0}` must be a string, but the API server reads `{1}` without quotes as the number {2} ("cannot unmarshal number"). Quote it.',
    name,
    text,
    number,
  );
}

function isJson(text: string): boolean {
  try {
    return !text.includes('\n') && JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
