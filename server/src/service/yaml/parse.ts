import { Composer, type Document, isAlias, isMap, isPair, isScalar, isSeq, Lexer, type Node, Parser, Scalar } from 'yaml';
import { readScalar, type ScalarStyle } from './scalars.ts';
import type { MapNode, Pair, ScalarNode, SeqNode, Span, YamlNode } from './tree.ts';

/** A place where the text is no YAML. */
export interface SyntaxProblem extends Span {
  code: string;
  message: string;
}

export interface ParsedYaml {
  /** Undefined where there is nothing but comments. */
  root: YamlNode | undefined;
  problems: SyntaxProblem[];
}

/**
 * Parses the text between two document markers. Of several documents in it the first counts, as for kubectl. Never
 * throws; what can be understood of broken text is in the tree.
 */
export function parseYaml(text: string): ParsedYaml {
  let document: Document | undefined;
  try {
    const composer = new Composer({ schema: 'failsafe', strict: false, uniqueKeys: false, keepSourceTokens: true, logLevel: 'silent' });
    for (const token of new Parser().parse(text)) {
      for (const composed of composer.next(token)) document ??= composed;
      if (document) break;
    }
    if (!document) for (const composed of composer.end()) document ??= composed;
  } catch (error) {
    return { root: undefined, problems: [{ code: 'RESOURCE_EXHAUSTION', message: String(error), start: 0, end: 1 }] };
  }
  if (!document) return { root: undefined, problems: [] };
  return new TreeBuilder(text).build(document);
}

const styles: Record<string, ScalarStyle> = {
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.BLOCK_FOLDED]: 'folded',
};

/** Turns the parser's nodes into ours: types by the Kubernetes dialect, parents, aliases bound, ranges without blanks. */
class TreeBuilder {
  private readonly anchors = new Map<string, YamlNode>();
  private readonly problems: SyntaxProblem[] = [];

  constructor(private readonly text: string) {}

  build(document: Document): ParsedYaml {
    for (const { code, message, pos } of document.errors) {
      this.problems.push({ code, message, start: Math.min(pos[0], this.text.length), end: Math.min(pos[1], this.text.length) });
    }
    const root = document.contents ? this.node(document.contents as Node, undefined) : undefined;
    const empty = root === undefined || (root.kind === 'scalar' && root.value.type === 'null' && this.problems.length === 0);
    return { root: empty ? undefined : root, problems: this.problems };
  }

  private node(node: Node | null, parent: YamlNode['parent'], emptyAt = 0): YamlNode {
    if (isMap(node)) return this.map(node, parent);
    if (isSeq(node)) return this.seq(node, parent);
    const [start, end] = node?.range ?? [emptyAt, emptyAt];
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (!target) this.problem('UNKNOWN_ANCHOR', `unknown anchor ${node.source}`, { start, end });
      return { kind: 'alias', name: node.source, target, parent, start, end };
    }
    return this.scalar(isScalar(node) ? node : undefined, parent, start, end);
  }

  private scalar(node: Scalar | undefined, parent: YamlNode['parent'], start: number, end: number): ScalarNode {
    const style = styles[node?.type ?? ''] ?? 'plain';
    const text = node ? (style === 'plain' ? (node.source ?? '') : String(node.value)) : '';
    const value = readScalar(text, style, node?.tag);
    const scalar: ScalarNode = { kind: 'scalar', style, text, value, parent, start, end: this.trimmed(start, end) };
    if (value.type === 'unsupported') this.problem('NOT_JSON', 'JSON has no such number', scalar);
    this.remember(node, scalar);
    return scalar;
  }

  private map(node: Extract<Node, { items: unknown[] }> & { items: unknown[] }, parent: YamlNode['parent']): MapNode {
    const [start] = node.range ?? [0];
    const map: MapNode = { kind: 'map', flow: Boolean(node.flow), pairs: [], parent, start, end: start };
    this.remember(node, map);
    for (const item of node.items) {
      if (!isPair(item)) continue;
      const pair = { kind: 'pair', parent: map } as Pair;
      const key = this.node(item.key as Node | null, pair, start);
      pair.key = key.kind === 'scalar' ? key : { ...this.scalar(undefined, pair, key.start, key.end), text: this.text.slice(key.start, key.end) };
      if (key.kind !== 'scalar' || key.value.type === 'null') {
        this.problem('NULL_KEY', 'a key must be a text', pair.key);
      }
      const colon = item.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
      pair.colon = item.value != null;
      pair.value = this.node(item.value as Node | null, pair, colon ? colon.offset + 1 : pair.key.end);
      map.pairs.push(pair);
      map.end = Math.max(map.end, pair.value.end, pair.key.end);
    }
    if (map.flow) map.end = node.range?.[1] ?? map.end;
    return map;
  }

  private seq(node: Extract<Node, { items: unknown[] }> & { items: unknown[] }, parent: YamlNode['parent']): SeqNode {
    const [start] = node.range ?? [0];
    const seq: SeqNode = { kind: 'seq', flow: Boolean(node.flow), items: [], parent, start, end: start };
    this.remember(node, seq);
    for (const item of node.items) {
      // `[a: b]` is a list whose item is a map of one pair
      const child = isPair(item) ? this.singlePair(item, seq) : this.node(item as Node | null, seq, seq.end);
      seq.items.push(child);
      seq.end = Math.max(seq.end, child.end);
    }
    if (seq.flow) seq.end = node.range?.[1] ?? seq.end;
    return seq;
  }

  private singlePair(item: unknown, parent: SeqNode): MapNode {
    return this.map({ items: [item], flow: true } as never, parent);
  }

  private remember(node: { anchor?: string } | undefined, built: YamlNode): void {
    if (!node?.anchor) return;
    built.anchor = node.anchor;
    this.anchors.set(node.anchor, built);
  }

  private problem(code: string, message: string, { start, end }: Span): void {
    this.problems.push({ code, message, start, end });
  }

  /** Block scalars end with the line breaks after them; those are not part of what is underlined or replaced. */
  private trimmed(start: number, end: number): number {
    while (end > start && /\s/.test(this.text[end - 1] ?? '')) end--;
    return end;
  }
}

/** Whether a text has template actions (`{{ … }}`) outside of quotes, block scalars and comments. */
export function isTemplate(text: string): boolean {
  if (!text.includes('{{')) return false;
  let previous = '';
  let block = false;
  for (const lexeme of new Lexer().lex(text)) {
    const plain = previous === '\x1f';
    if (plain && !block && lexeme.includes('{{')) return true;
    if (lexeme === '{' && previous === '{') return true;
    block = plain ? false : block || /^[|>]/.test(lexeme);
    previous = lexeme;
  }
  return false;
}
