import {
  Composer,
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  Scalar,
} from 'yaml';
import { bind } from './bind.ts';
import { readScalar, type ScalarStyle } from './scalars.ts';
import { type MapNode, nodesAt, type Pair, type ScalarNode, type SeqNode, type Span, type YamlNode } from './tree.ts';

/** A place where kubectl cannot read the text. */
export interface SyntaxProblem extends Span {
  /** The parser's code, or one of ours in lower case. */
  code:
    | ErrorCode
    | 'separator'
    | 'control-character'
    | 'unknown-anchor'
    | 'alias-loop'
    | 'too-many-aliases'
    | 'bad-key'
    | 'bad-merge'
    | 'bad-tag'
    | 'not-json';
  message: string;
}

export interface ParsedYaml {
  /** Undefined where there is nothing but comments, or what is too deep to be walked. */
  root: YamlNode | undefined;
  problems: SyntaxProblem[];
  /** Up to here the tree is sure to be what is written. */
  intact: number;
}

/** Deeper than any manifest; what is read is walked by recursion. */
const maximumDepth = 500;

/**
 * Parses the text between two document markers. Of several documents in it the first counts, as for kubectl. Never
 * throws; what can be understood of broken text is in the tree.
 */
export function parseYaml(text: string): ParsedYaml {
  try {
    const document = compose(text);
    const root = document?.contents ? new TreeBuilder(text).node(document.contents as Node, undefined) : undefined;
    const { problems, intact } = isJson(text) ? healthy : mistakesIn(document, root, text);
    const bound = root ? bind(root) : [];
    const isNothing = root?.kind === 'scalar' && root.value.type === 'null' && problems.length === 0;
    return {
      root: isNothing ? undefined : root,
      problems: intact === Number.POSITIVE_INFINITY ? bound : problems,
      intact,
    };
  } catch (error) {
    // nested so deep that the stack is exhausted
    if (!(error instanceof RangeError)) throw error;
    return { root: undefined, problems: [], intact: 0 };
  }
}

/** What follows so many is no manifest, and each takes the parser long. */
const maximumMistakes = 100;

function compose(text: string): Document | undefined {
  const composer = new Composer({
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  let mistakes = 0;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error' && ++mistakes > maximumMistakes) break;
    for (const document of composer.next(token)) return document;
  }
  for (const document of composer.end()) return document;
  return undefined;
}

const healthy: Pick<ParsedYaml, 'problems' | 'intact'> = { problems: [], intact: Number.POSITIVE_INFINITY };

/** The first thing that kubectl cannot read, which is the one to mend: what follows is often its consequence. */
function mistakesIn(document: Document | undefined, root: YamlNode | undefined, text: string): typeof healthy {
  const refused = refusedText(text);
  if (refused) return { problems: [refused], intact: refused.start };
  const [first] = [...(document?.errors ?? [])].sort((a, b) => a.pos[0] - b.pos[0]);
  if (!first) return healthy;
  const { code, message, pos } = first;
  const open = message.startsWith('Missing closing') && root ? nodesAt(root, pos[0])[0] : undefined;
  const start = open?.start ?? Math.min(pos[0], Math.max(0, text.length - 1));
  if (mayBeRead(message, pos[0], text)) return { problems: [], intact: start };
  const end = open ? start + 1 : Math.min(Math.max(pos[1], start + 1), text.length);
  return { problems: [{ code, message, start, end }], intact: start };
}

/** What the parser refuses by YAML 1.2, and the library of kubectl may take by YAML 1.1. */
const lenient =
  /^(?:Unexpected scalar at node end|Unexpected \S+ token in YAML stream|Unexpected scalar token|Tags and anchors must be separated|Comments must be separated|A node can have at most one tag)/;

/**
 * Whether kubectl may accept what the parser does not: what follows the document's end, flow collections and quoted texts
 * that go on at a smaller indentation, and line breaks other than LF and CRLF. Nothing is said of what comes after.
 */
function mayBeRead(message: string, offset: number, text: string): boolean {
  if (/\r(?!\n)|[\x85\u2028\u2029]/.test(text) || lenient.test(message)) return true;
  // a dash alone is a text to it
  if (message.startsWith('Block collections are not allowed within flow'))
    return /^-\s*[,\]}]/.test(text.slice(offset, offset + 1_000));
  if (/^Flow (?:map|sequence) in block collection/.test(message)) return /^[^\n]*[\]}]/.test(text.slice(offset));
  if (message.startsWith('Implicit keys need to be on a single line') && /[|>]/.test(text[offset] ?? '')) return true;
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  return (
    quote !== undefined &&
    new RegExp(`^(?:[^${quote}]|\\\\.)*${quote}[ \\t]*(?:[\\],}].*|#.*)?$`, 'm').test(text.slice(offset))
  );
}

/** kubectl reads a file that starts with a brace as JSON, and as YAML only where it is none. */
function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const control = /[^\P{Cc}\t\n\r\x85]|[\ufffe\uffff]/u;

/** What kubectl refuses before it looks at the syntax. */
function refusedText(text: string): SyntaxProblem | undefined {
  const separator = /(?<=^|\n)---[^\S\n]*(?=[^\s#])([^\n]*)/.exec(text);
  if (separator) {
    const { index, 0: line, 1: rest } = separator;
    return {
      code: 'separator',
      message: `invalid Yaml document separator: ${rest}`,
      start: index,
      end: index + line.length,
    };
  }
  const start = text.search(control);
  if (start < 0 || /\n\.\.\.\s/.test(text.slice(0, start))) return undefined;
  return { code: 'control-character', message: 'control characters are not allowed', start, end: start + 1 };
}

const styles: Record<string, ScalarStyle> = {
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.BLOCK_FOLDED]: 'folded',
};

type Collection = Extract<Node, { items: unknown[] }>;
type Parent = YamlNode['parent'];

/** Turns the parser's nodes into ours: types by the Kubernetes dialect, parents, ranges without the blanks behind. */
class TreeBuilder {
  private depth = 0;

  constructor(private readonly text: string) {}

  node(node: Node | null, parent: Parent, emptyAt?: number): YamlNode {
    if (++this.depth > maximumDepth) throw new RangeError('nested too deep');
    const built = this.build(node, parent, emptyAt);
    this.depth--;
    const anchor = node && 'anchor' in node ? node.anchor : undefined;
    if (anchor) built.anchor = anchor;
    return built;
  }

  private build(node: Node | null, parent: Parent, emptyAt: number | undefined): YamlNode {
    if (isMap(node)) return this.map(node, parent);
    if (isSeq(node)) return this.seq(node, parent);
    // what is not written stands behind its colon or dash, not behind the comment that follows
    const isWritten = isAlias(node) || (isScalar(node) && (node.type !== Scalar.PLAIN || node.source !== ''));
    const empty = emptyAt === undefined ? undefined : this.behindProperties(node, emptyAt);
    const [start, end] = (isWritten || empty === undefined ? node?.range : undefined) ?? [empty ?? 0, empty ?? 0];
    if (isAlias(node)) return { kind: 'alias', name: node.source, target: undefined, parent, start, end };
    return this.scalar(isScalar(node) ? node : undefined, parent, start, end);
  }

  private scalar(node: Scalar | undefined, parent: Parent, start: number, end: number): ScalarNode {
    const style = styles[node?.type ?? ''] ?? 'plain';
    const text = node ? (style === 'plain' ? (node.source ?? '') : String(node.value)) : '';
    const value = readScalar(text, style, node?.tag);
    const trimmed = style === 'literal' || style === 'folded' ? this.trimmed(start, end) : end;
    const scalar: ScalarNode = { kind: 'scalar', style, text, value, parent, start, end: trimmed };
    if (node?.tag !== undefined) scalar.tag = node.tag;
    return scalar;
  }

  private map(node: Collection, parent: Parent): MapNode {
    const [start] = node.range ?? [0];
    const map: MapNode = { kind: 'map', flow: Boolean(node.flow), pairs: [], parent, start, end: start };
    for (const item of node.items) {
      if (!isPair(item)) continue;
      const pair = { kind: 'pair', parent: map } as Pair;
      this.setKey(pair, this.node(item.key as Node | null, pair));
      pair.start = this.startOf(pair.oddKey ?? pair.key);
      pair.colon = item.value != null;
      pair.colonEnd = pair.colon ? this.behind(':', pair.key.end) : pair.key.end;
      pair.value = this.node(item.value as Node | null, pair, pair.colonEnd);
      pair.end = Math.max(pair.value.end, pair.colonEnd);
      map.pairs.push(pair);
      map.end = Math.max(map.end, pair.end);
    }
    if (map.flow) map.end = node.range?.[1] ?? map.end;
    return map;
  }

  private setKey(pair: Pair, key: YamlNode): void {
    if (key.kind === 'scalar') {
      pair.key = key;
      return;
    }
    pair.oddKey = key;
    const text = this.text.slice(key.start, key.end);
    const { start, end } = key;
    pair.key = {
      kind: 'scalar',
      style: 'plain',
      text,
      value: { type: 'string', value: text },
      parent: pair,
      start,
      end,
    };
  }

  private seq(node: Collection, parent: Parent): SeqNode {
    const [start] = node.range ?? [0];
    const seq: SeqNode = { kind: 'seq', flow: Boolean(node.flow), items: [], dashes: [], parent, start, end: start };
    for (const item of node.items) {
      const dashEnd = seq.flow ? undefined : this.behind('-', seq.end);
      const child = this.node(item as Node | null, seq, dashEnd);
      if (dashEnd !== undefined) seq.dashes.push(dashEnd - 1);
      seq.items.push(child);
      seq.end = Math.max(seq.end, child.end);
    }
    if (seq.flow) seq.end = node.range?.[1] ?? seq.end;
    return seq;
  }

  /** Where an indicator ends that only blanks and comments stand in front of; the same place where it is missing. */
  private behind(indicator: string, at: number): number {
    const found = behindBlanks(this.text, at);
    return this.text[found] === indicator ? found + 1 : at;
  }

  /** Where the anchor and tag of a node that is not written end. */
  private behindProperties(node: Node | null, at: number): number {
    if (!isScalar(node) || (node.anchor === undefined && node.tag === undefined)) return at;
    properties.lastIndex = at;
    return properties.test(this.text) ? properties.lastIndex : at;
  }

  /** Where a key starts with its anchor, its tag, and the `?` in front. */
  private startOf(key: YamlNode): number {
    const hasProperties = key.anchor !== undefined || ('tag' in key && key.tag !== undefined);
    let { start } = key;
    if (hasProperties) {
      const line = this.text.slice(this.text.lastIndexOf('\n', start - 1) + 1, start);
      start -= /(?:[&!]\S*[ \t]+)+$/.exec(line)?.[0].length ?? 0;
    }
    let at = start;
    while (this.text[at - 1] === ' ') at--;
    return at < start && this.text[at - 1] === '?' ? at - 1 : start;
  }

  /** Block scalars end with the line breaks after them; those are not part of what is underlined or replaced. */
  private trimmed(start: number, end: number): number {
    let at = end;
    while (at > start && /\s/.test(this.text[at - 1] ?? '')) at--;
    return at;
  }
}

/** Where what follows blanks and comments starts. */
function behindBlanks(text: string, at: number): number {
  if (!/[\s#]/.test(text[at] ?? '')) return at;
  blanks.lastIndex = at;
  return blanks.test(text) ? blanks.lastIndex : at;
}

const blanks = /(?:\s|#[^\n\r]*)*/y;
const properties = /(?:(?:\s|#[^\n\r]*)*(?:!<[^>]*>|[&!][^\s,[\]{}]*))*/y;

/** Whether a text has template actions (`{{ … }}`, `{% … %}`, `<% … %>`) outside of quotes, block scalars and comments. */
export function isTemplate(text: string): boolean {
  if (!/\{[{%]|<%/.test(text)) return false;
  let previous = '';
  let block = false;
  let opened = false;
  for (const lexeme of new Lexer().lex(text)) {
    const plain = previous === '\x1f';
    if (plain && !block && /\{[{%]|<%/.test(lexeme)) return true;
    if (opened && (lexeme === '{' || lexeme.startsWith('%'))) return true;
    block = plain ? false : block || /^[|>]/.test(lexeme);
    opened = lexeme === '{' || (opened && lexeme === '\x1f');
    previous = lexeme;
  }
  return false;
}
