import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { type Chunk, nodesAt, type ScalarNode, type Span, type YamlNode } from '../yaml/index.ts';
import { chunkAt, type Manifest, rangeOf } from './manifest.ts';
import { isOurs } from './ours.ts';

/**
 * What "expand selection" selects from each position on, one after the other: the word, the value, the pair, the item,
 * the list or map, up to the document. Empty for a file that holds no workload.
 */
export function selectionRanges(manifest: Manifest, positions: readonly Position[]): SelectionRange[] {
  return isOurs(manifest) ? positions.map((position) => selectionRange(manifest, position)) : [];
}

function selectionRange(manifest: Manifest, position: Position): SelectionRange {
  const offset = manifest.document.offsetAt(position);
  const whole = { range: { start: position, end: position } };
  const placed = chunkAt(manifest, offset);
  if (!placed) return whole;
  const spans = growing(spansAt(placed.chunk, offset - placed.offset), offset - placed.offset);
  return (
    spans.reduceRight<SelectionRange | undefined>((parent, span) => {
      const range = rangeOf(manifest, placed, span);
      return parent ? { range, parent } : { range };
    }, undefined) ?? whole
  );
}

/** Those of some ranges that hold an offset and all of the one before. */
function growing(spans: readonly Span[], offset: number): Span[] {
  const grown: Span[] = [];
  let last: Span = { start: offset, end: offset };
  for (const span of spans) {
    const holds = span.start <= last.start && last.end <= span.end;
    if (!holds || (span.start === last.start && span.end === last.end)) continue;
    grown.push(span);
    last = span;
  }
  return grown;
}

function spansAt({ root, text }: Chunk, offset: number): Span[] {
  const around = root ? nodesAt(root, offset) : [];
  return [...around.flatMap((node) => spansOf(node, text, offset)), { start: 0, end: text.length }];
}

/** What can be selected of a node, and the pair or the item that it is in. */
function spansOf(node: YamlNode, text: string, offset: number): Span[] {
  const { parent, start, end } = node;
  const own = node.kind === 'scalar' ? [...inScalar(node, text, offset), node] : [node];
  if (node.kind !== 'scalar' && 'flow' in node && node.flow) own.unshift({ start: start + 1, end: end - 1 });
  if (parent?.kind === 'seq') {
    const dash = parent.dashes[parent.items.indexOf(node)];
    return dash === undefined ? own : [...own, { start: dash, end }];
  }
  return parent ? [...own, parent] : own;
}

/** The word and the line at an offset, and the text without its quotes. */
function inScalar({ style, start, end }: ScalarNode, text: string, offset: number): Span[] {
  const isQuoted = style === 'single' || style === 'double';
  const header = style === 'literal' || style === 'folded' ? /^.*\s*/.exec(text.slice(start, end)) : undefined;
  const content = isQuoted ? { start: start + 1, end: end - 1 } : { start: start + (header?.[0].length ?? 0), end };
  return [runAt(text, offset, content, /\s/), trimmed(text, runAt(text, offset, content, /[\r\n]/)), content];
}

/** From an offset as far as no character of a kind stands in between. */
function runAt(text: string, offset: number, within: Span, separator: RegExp): Span {
  let start = offset;
  let end = offset;
  while (start > within.start && !separator.test(text[start - 1] ?? '')) start--;
  while (end < within.end && !separator.test(text[end] ?? '')) end++;
  return { start, end };
}

function trimmed(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end);
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}
