import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import type { MapNode, SeqNode, Span } from '../../yaml/index.ts';
import { shortened } from '../describe.ts';
import { defineRule, type Fix, safe, suggestion } from '../rule.ts';
import { firstLine } from './forms.ts';
import { commandItems } from './items.ts';

interface Data {
  list: SeqNode;
  index: number;
}

export default defineRule<Data>({
  code: 'command-item-map',
  severity: 'error',
  hides: true,
  check({ pod, workload }, report) {
    for (const { field, list, index, node, path } of commandItems(pod)) {
      if (node.kind !== 'map') continue;
      report({
        node: firstLine(node, workload.chunk),
        path,
        message: explain(node, field.name),
        data: { list, index },
      });
    }
  },
  fix({ data: { list, index } }, editor) {
    const node = list.items[index];
    const span = node?.kind === 'map' && !node.anchor ? wholeText(list, index, editor.text) : undefined;
    if (!span || node?.kind !== 'map') return [];
    return [joinedOption(node, editor), quotedWhole(node, span, editor)].filter((fix) => fix !== undefined);
  },
});

function explain({ pairs: [first] }: MapNode, name: string): string {
  return first
    ? l10n.t(
        'YAML reads this entry as a map, because of the `:` after `{0}`. Each entry of `{1}` must be a string, so the API server refuses it. Quote the whole entry.',
        shortened(first.key.text, 30),
        name,
      )
    : l10n.t(
        'Without quotes, `{}` is a map, but each entry of `{0}` must be a string: the API server refuses it. Quote it.',
        name,
      );
}

/**
 * The source of an item. A quote that it leaves open reaches over the items behind it, which YAML cut off at a comma of a
 * flow list, or over what YAML takes for a comment.
 */
function wholeText(list: SeqNode, index: number, text: string): Span | undefined {
  const spanOf = (first: number, last: number): Span => ({
    start: list.items[first]?.start ?? 0,
    end: list.items[last]?.end ?? 0,
  });
  const opens = ({ start, end }: Span) => opensQuote(text.slice(start, end));
  let span = spanOf(index, index);
  if (list.flow) {
    for (let first = 0, last = 0; last <= index; first = ++last) {
      while (last + 1 < list.items.length && opens(spanOf(first, last))) last++;
      span = spanOf(first, last);
    }
    if (opens(span)) return undefined;
  } else if (opens(span)) {
    const rest = /^.*/.exec(text.slice(span.end))?.[0].trimEnd() ?? '';
    if (!opensQuote(text.slice(span.start, span.end) + rest)) span.end += rest.length;
  }
  return text.slice(span.start, span.end).includes('\n') ? undefined : span;
}

/** Whether a quote is not closed: a double one, or a single one that starts a word and so is no apostrophe. */
function opensQuote(source: string): boolean {
  const text = source.replace(/\\./g, '');
  const odd = (quote: string) => text.split(quote).length % 2 === 0;
  return odd('"') || (odd("'") && /(?:^|[\s=])'/.test(text));
}

/** `--port: 8080` can mean `--port=8080` as well. */
function joinedOption({ pairs }: MapNode, editor: Editor): Fix | undefined {
  const [pair] = pairs;
  if (!pair || pairs.length > 1 || !/^--?\w[\w.-]*$/.test(pair.key.text) || pair.value.kind !== 'scalar')
    return undefined;
  if (pair.value.end === pair.value.start || pair.parent.start !== pair.key.start) return undefined;
  const option = `${pair.key.text}=${pair.value.text}`;
  return suggestion(l10n.t('Change to {0}', option), [editor.replace(pair.parent, editor.scalar(option, pair.parent))]);
}

function quotedWhole(node: MapNode, span: Span, editor: Editor): Fix {
  const [first] = node.pairs;
  // `{}` is what find wants, and a key of several words cannot be meant as one
  const sure = !first || (node.start === first.key.start && /\s/.test(first.key.text));
  return (sure ? safe : suggestion)(l10n.t('Quote the whole entry'), quoteText(span, node, editor));
}

/** What YAML takes for a comment becomes text again: it stays as it is, with a quote behind it. */
function quoteText({ start, end }: Span, node: MapNode, editor: Editor): ChunkEdit[] {
  const text = editor.text.slice(start, end);
  const quoted = editor.scalar(text, node);
  const quote = quoted.slice(0, 1);
  const hasComment = /\s#/.test(editor.text.slice(node.end, end));
  if (!hasComment || quoted !== quote + text + quote) return [editor.replace({ start, end }, quoted)];
  return [
    editor.replace({ start, end: node.end }, quote + editor.text.slice(start, node.end)),
    { start: end, end, text: quote },
  ];
}
