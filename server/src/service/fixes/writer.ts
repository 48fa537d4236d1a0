import {
  type Chunk,
  indented,
  isBlock,
  type Pair,
  type Span,
  type Writable,
  writeBlock,
  writeFlow,
  writeScalar,
  type YamlNode,
  type YamlStyle,
} from '../yaml/index.ts';
import type { ChunkEdit } from './edit.ts';
import { inFlow } from './flow.ts';
import { columnOf, lineBefore, shiftedLines } from './lines.ts';
import { styleOf } from './style.ts';

/** Writes values in place of nodes, as the rest of the document is written. */
export class Writer {
  readonly text: string;
  readonly style: YamlStyle;
  /** Whether the document is JSON, so that JSON is written. */
  readonly isJson: boolean;

  constructor(chunk: Chunk) {
    this.text = chunk.text;
    this.style = styleOf(chunk);
    const root = chunk.root;
    this.isJson = root?.kind === 'map' && root.flow && root.pairs.every(({ key }) => key.style === 'double');
  }

  /** Writes a scalar as it may stand in place of a node. */
  scalar(value: string | number | boolean, at: YamlNode): string {
    return this.isJson ? JSON.stringify(value) : writeScalar(value, this.style, inFlow(at));
  }

  /** Writes a key of a map in flow style. */
  key(name: string): string {
    return this.isJson ? JSON.stringify(name) : writeScalar(name, this.style, true);
  }

  replace({ start, end }: Span, text: string): ChunkEdit {
    return { start, end, text };
  }

  /** Puts a value on one line in place of a node. */
  replaceWithFlow(node: YamlNode, value: Writable): ChunkEdit[] {
    return [this.put(node, typeof value === 'object' ? this.flow(value) : this.scalar(value, node))];
  }

  /** Puts a value in place of a node: as block lines in block style, on one line in flow style. */
  replaceNode(node: YamlNode, value: Writable): ChunkEdit[] {
    if (inFlow(node) || typeof value !== 'object' || value === null) return this.replaceWithFlow(node, value);
    const owner = node.parent;
    const block = writeBlock(value, this.style);
    if (owner?.kind !== 'pair') {
      if (node.anchor !== undefined) return this.replaceWithFlow(node, value);
      const whole = this.untagged(node);
      return [this.replace(whole, this.lines(block, columnOf(this.text, whole.start)))];
    }
    if (block.length === 1 && /^[[{]/.test(block[0] ?? '')) return [this.put(node, block[0] ?? '')];
    const start = owner.colonEnd;
    const colon = owner.colon ? '' : ':';
    // its anchor and comments stay
    const gap = this.text.slice(start, this.untagged(node).start).trimEnd();
    const depth = Array.isArray(value) && !this.style.indentLists ? 0 : this.style.indent;
    const text = this.below(block, columnOf(this.text, owner.start) + depth);
    // a comment behind the old value goes to the line of the key
    const header = /^[|>][-+\d]*([^\S\n]+#[^\n\r]*)/.exec(this.text.slice(node.start, node.end))?.[1] ?? '';
    const comment = /^[^\S\n]*#[^\n\r]*/.exec(this.text.slice(node.end))?.[0] ?? '';
    return [{ start, end: node.end + comment.length, text: colon + gap + header + comment + text }];
  }

  /** Moves the lines of a block list or map to the right, or to the left where `by` is negative. */
  shiftLines(span: Span, by: number): ChunkEdit[] {
    return shiftedLines(this.text, span, by);
  }

  /** Moves the lines of a node, but for its first, to the right, or to the left where `by` is negative. */
  shiftRest({ start, end }: Span, by: number): ChunkEdit[] {
    const next = this.text.indexOf('\n', start) + 1;
    return next > 0 && next < end ? this.shiftLines({ start: next, end }, by) : [];
  }

  /** A value on one line. */
  protected flow(value: Writable): string {
    return writeFlow(value, this.style, this.isJson);
  }

  /** Lines one below the other, the first where it is put. */
  protected lines(lines: readonly string[], column: number): string {
    return lines.map((line, index) => (index ? indented(line, column) : line)).join(this.style.eol);
  }

  /** Lines each below what is before it. */
  protected below(lines: readonly string[], column: number): string {
    return lines.map((line) => this.style.eol + indented(line, column)).join('');
  }

  /** Lines put below the line that ends at an offset. */
  protected insertBelow(offset: number, lines: readonly string[], column: number): ChunkEdit {
    return { start: offset, end: offset, text: this.below(lines, column) };
  }

  /** Puts a text in place of a node; where none is written, behind its colon or dash. */
  protected put(node: YamlNode, text: string): ChunkEdit {
    const { parent } = node;
    if (isBlock(node) && parent?.kind === 'pair') return this.putBehindKey(node, parent, text);
    if (node.end > node.start || !parent || (parent.kind === 'seq' && parent.flow))
      return this.replace(this.untagged(node), text);
    const colon = parent.kind === 'pair' && !parent.colon ? ': ' : ' ';
    return this.replace(node, colon + text);
  }

  /** Puts a text in place of the lines of a block: on the line of the key, unless a comment or an anchor is there. */
  private putBehindKey(node: YamlNode, { start, colonEnd }: Pair, text: string): ChunkEdit {
    if (this.text.slice(colonEnd, node.start).trim() === '')
      return { start: colonEnd, end: node.end, text: ` ${text}` };
    const isBelow = columnOf(this.text, node.start) > columnOf(this.text, start);
    return this.replace(node, (isBelow ? '' : ' '.repeat(this.style.indent)) + text);
  }

  /** A node with the tag before it: what takes its place has a type of its own. */
  private untagged(node: YamlNode): Span {
    const tag = node.kind === 'scalar' && node.tag && /!\S*[ \t]+$/.exec(lineBefore(this.text, node.start));
    return tag ? { start: node.start - tag[0].length, end: node.end } : node;
  }
}
