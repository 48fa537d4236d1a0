import {
  type Chunk,
  deref,
  isNull,
  type MapNode,
  type Pair,
  quoted,
  type SeqNode,
  type Span,
  type Writable,
  writeBlock,
  writeFlow,
  writeItem,
  writePair,
  writeScalar,
  type YamlNode,
  type YamlStyle,
} from '../yaml/index.ts';
import { columnOf, styleOf } from './style.ts';

/** Replaces a part of a chunk; offsets as in its nodes. */
export interface TextEdit extends Span {
  text: string;
}

/** Makes the edits of fixes: each changes only what it must and writes as the rest of the document is written. */
export class Editor {
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

  /** Puts a value on one line in place of a node. */
  replaceWithFlow(node: YamlNode, value: Writable): TextEdit[] {
    const text = typeof value === 'object' ? writeFlow(value, this.style, this.isJson) : this.scalar(value, node);
    return [this.put(node, text)];
  }

  /** Puts a value in place of a node: as block lines in block style, on one line in flow style. */
  replaceNode(node: YamlNode, value: Writable, style = this.style): TextEdit[] {
    if (inFlow(node) || typeof value !== 'object' || value === null) return this.replaceWithFlow(node, value);
    const owner = node.parent;
    if (owner?.kind !== 'pair') {
      const column = columnOf(this.text, node.start);
      return [this.replace(node, this.lines(writeBlock(value, style), column))];
    }
    const column = columnOf(this.text, owner.key.start);
    const depth = Array.isArray(value) && !this.style.indentLists ? 0 : this.style.indent;
    const block = writeBlock(value, style);
    const start = this.afterColon(owner);
    const text = block.map((line) => this.style.eol + indented(line, column + depth)).join('');
    if (block.length === 1 && /^[[{]/.test(block[0] ?? '')) return [{ start, end: node.end, text: ` ${block[0]}` }];
    // a comment behind the old value goes to the line of the key
    const header = /^[|>][-+\d]*([^\S\n]+#[^\n\r]*)/.exec(this.text.slice(node.start, node.end))?.[1] ?? '';
    const comment = /^[^\S\n]*#[^\n\r]*/.exec(this.text.slice(node.end))?.[0] ?? '';
    return [{ start, end: node.end + comment.length, text: header + comment + text }];
  }

  replace({ start, end }: Span, text: string): TextEdit {
    return { start, end, text };
  }

  /**
   * Adds a key to a map.
   * @param after the keys to stand behind, the last that is there counts; at the end where none is
   */
  insertPair(map: MapNode, key: string, value: Writable, after: readonly string[] = []): TextEdit[] {
    if (map.flow) {
      const text = `${this.key(key)}: ${writeFlow(value, this.style, this.isJson)}`;
      return this.insertIntoFlow(map, map.pairs, text, lastOf(map, after));
    }
    return this.insertLines(map, writePair(key, value, this.style), after);
  }

  /** Adds a key in front of the first of a map. */
  prependPair(map: MapNode, key: string, value: Writable): TextEdit[] {
    const [first] = map.pairs;
    if (!first) return this.insertPair(map, key, value);
    const start = this.keyStart(first);
    const column = columnOf(this.text, start);
    const text = map.flow
      ? `${this.key(key)}: ${writeFlow(value, this.style, this.isJson)}, `
      : `${this.lines(writePair(key, value, this.style), column)}${this.style.eol}${' '.repeat(column)}`;
    return [{ start, end: start, text }];
  }

  /** Makes a map the only item of a list, which takes its place. */
  wrapIntoList(map: MapNode): TextEdit[] {
    const { start, end } = map;
    if (map.flow) return [this.replace({ start, end: start }, '['), this.replace({ start: end, end }, ']')];
    return [this.replace({ start, end: start }, '- '), ...this.shiftRest(map, 2)];
  }

  /** Moves the lines of a node, but for its first, to the right, or to the left where `by` is negative. */
  shiftRest({ start, end }: Span, by: number): TextEdit[] {
    const next = this.text.indexOf('\n', start) + 1;
    return next > 0 && next < end ? this.shiftLines({ start: next, end }, by) : [];
  }

  /** Adds an item at the end of a list. */
  insertItem(list: SeqNode, value: Writable): TextEdit[] {
    if (list.flow) return this.insertIntoFlow(list, list.items, writeFlow(value, this.style, this.isJson));
    const column = columnOf(this.text, list.start);
    return [this.insertAt(this.lineEnd(list.end), writeItem(value, this.style), column)];
  }

  /** Adds an item in front of the first of a list. */
  prependItem(list: SeqNode, value: Writable): TextEdit[] {
    const [first] = list.items;
    if (!first) return this.insertItem(list, value);
    if (list.flow) {
      const text = `${writeFlow(value, this.style, this.isJson)}, `;
      return [{ start: first.start, end: first.start, text }];
    }
    const column = columnOf(this.text, list.start);
    const text = writeItem(value, this.style).map(
      (line, index) => (index ? indented(line, column) : line) + this.style.eol,
    );
    return [{ start: list.start, end: list.start, text: text.join('') + ' '.repeat(column) }];
  }

  /** Adds an item to the list at a key, which is made where it is missing. */
  appendTo(map: MapNode, key: string, value: Writable, after: readonly string[] = []): TextEdit[] {
    const pair = map.pairs.findLast((candidate) => candidate.key.text === key);
    const list = deref(pair?.value);
    if (list?.kind === 'seq') return this.insertItem(list, value);
    if (pair && list && isNull(list)) return this.replaceNode(pair.value, [value]);
    return pair ? [] : this.insertPair(map, key, [value], after);
  }

  /**
   * Writes texts as a list on one line.
   * @param like a list that shows which of them are in quotes; all of them where there is none
   */
  flowList(texts: readonly string[], like?: SeqNode): string {
    return `[${texts.map((text) => this.itemText(text, like, true)).join(', ')}]`;
  }

  /** Puts texts in place of items of a list, quoted as the list is; undefined where a comment or anchor would be lost. */
  replaceItems(list: SeqNode, from: number, to: number, texts: readonly string[]): TextEdit[] | undefined {
    const items = list.items.slice(from, to + 1);
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return undefined;
    const between = items.slice(1).map((item, index) => this.text.slice(items[index]?.end, item.start));
    const headers = items.map(
      ({ start, end }) => /^[|>][-+\d]*[^\S\n]+(#?)/.exec(this.text.slice(start, end))?.[1] ?? '',
    );
    if ([...between, ...headers].some((gap) => /[#&]/.test(gap))) return undefined;
    // an empty item of a block list starts right behind its dash
    const blank = !list.flow && first.end === first.start && this.text[first.start - 1] === '-' ? ' ' : '';
    return [this.replace({ start: first.start, end: last.end }, blank + this.itemLines(list, texts))];
  }

  /** Puts texts in front of an item of a list, quoted as the list is. */
  insertItems(list: SeqNode, index: number, texts: readonly string[]): TextEdit[] {
    const from = list.items[index - 1]?.end ?? list.start + (list.flow ? 1 : 0);
    const start = from + (/^(?:[\s,]|#.*)*/.exec(this.text.slice(from))?.[0].length ?? 0);
    const separator = list.flow ? ', ' : `${this.style.eol}${' '.repeat(columnOf(this.text, list.start))}`;
    return [this.replace({ start, end: start }, (list.flow ? '' : '- ') + this.itemLines(list, texts) + separator)];
  }

  /** Puts the value of a pair below further keys: `exec: [a]` becomes `exec: {command: [a]}`. */
  nest(pair: Pair, keys: readonly string[]): TextEdit[] {
    const { value } = pair;
    if (pair.parent.flow) {
      const open = keys.map((key) => `{${this.key(key)}: `).join('');
      return [
        this.replace({ start: value.start, end: value.start }, open),
        this.replace({ start: value.end, end: value.end }, '}'.repeat(keys.length)),
      ];
    }
    const column = columnOf(this.text, pair.key.start);
    const { eol, indent, indentLists } = this.style;
    const opened = keys
      .map((key, depth) => `${eol}${' '.repeat(column + indent * (depth + 1))}${this.key(key)}:`)
      .join('');
    const start = this.afterColon(pair);
    const isBlock = (value.kind === 'seq' || value.kind === 'map') && !value.flow;
    if (!isBlock) return [this.replace({ start, end: this.text.slice(start).search(/\S/) + start }, `${opened} `)];
    const depth = keys.length * indent + (value.kind === 'map' || indentLists ? indent : 0);
    // a comment behind the key stays there
    const at = Math.min(this.lineEnd(start), value.start);
    return [
      this.replace({ start: at, end: at }, opened),
      ...this.shiftLines(value, column + depth - columnOf(this.text, value.start)),
    ];
  }

  /** Moves the lines of a block list or map to the right, or to the left where `by` is negative. */
  shiftLines({ start, end }: Span, by: number): TextEdit[] {
    const first = this.text.lastIndexOf('\n', start - 1) + 1;
    const lines = [...this.text.slice(first, end).matchAll(/^[^\S\n]*(?=\S)/gm)];
    return lines.map(({ index, 0: blanks }) => {
      const at = first + index;
      return by < 0
        ? { start: at, end: at + Math.min(-by, blanks.length), text: '' }
        : { start: at, end: at, text: ' '.repeat(by) };
    });
  }

  renameKey(pair: Pair, name: string): TextEdit[] {
    return [
      this.replace(pair.key, this.isJson ? JSON.stringify(name) : writeScalar(name, this.style, pair.parent.flow)),
    ];
  }

  /** Takes a key and its value out; the map stays a map. */
  removePair(pair: Pair): TextEdit[] {
    const { pairs, flow } = pair.parent;
    const next = pairs[pairs.indexOf(pair) + 1];
    const span = { start: this.keyStart(pair), end: Math.max(pair.value.end, this.colonEnd(pair)) };
    if (flow) return [this.withoutComma(span, pairs.map(spanOf), pairs.indexOf(pair))];
    if (pairs.length === 1 && pair.parent.parent) return this.replaceWithFlow(pair.parent, {});
    return [this.withoutLines(span, next && this.keyStart(next))];
  }

  removeItem(list: SeqNode, index: number): TextEdit[] {
    const item = list.items[index];
    if (!item) return [];
    if (list.flow) return [this.withoutComma(item, list.items, index)];
    if (list.items.length === 1) return this.replaceNode(list, []);
    const dash = this.text.lastIndexOf('-', item.end > item.start ? item.start - 1 : item.start);
    const next = list.items[index + 1];
    const nextDash = next && this.text.lastIndexOf('-', next.end > next.start ? next.start - 1 : next.start);
    return [this.withoutLines({ start: dash, end: item.end }, nextDash)];
  }

  /** Moves a key with its value, comments and all, to the end of another map that does not have it. */
  movePair(pair: Pair, target: MapNode, after: readonly string[] = []): TextEdit[] {
    const removed = this.takeOut(pair);
    const end = Math.max(pair.value.end, this.colonEnd(pair));
    if (target.flow || pair.parent.flow) {
      const text = this.text.slice(pair.key.start, end).replace(/\s*\n\s*/g, ' ');
      if (!target.flow) return [...removed, ...this.insertLines(target, [text], after)];
      return pair.parent.flow
        ? [...removed, ...this.insertIntoFlow(target, target.pairs, text, lastOf(target, after))]
        : [];
    }
    const lines = this.linesOf({ start: pair.key.start, end: this.endWithComment(removed, end) });
    return this.joined(removed, this.insertLines(target, lines, after));
  }

  /**
   * Joins a key's block list or map with that of another key, behind whose content it goes.
   * @returns undefined where that cannot be done without deciding for the user: scalars, equal keys, flow style, aliases
   */
  mergePair(pair: Pair, into: Pair): TextEdit[] | undefined {
    const [from, to] = [pair.value, into.value];
    if (isNull(from)) return this.removePair(pair);
    if (!isBlock(from) || !isBlock(to) || from.kind !== to.kind) return undefined;
    if (from.kind === 'map' && to.kind === 'map') {
      const names = new Set(to.pairs.map(({ key }) => key.text));
      if (from.pairs.some(({ key }) => names.has(key.text))) return undefined;
    }
    const removed = this.takeOut(pair);
    const lines = this.linesOf({ start: from.start, end: this.endWithComment(removed, from.end) });
    return this.joined(removed, [this.insertAt(this.lineEnd(to.end), lines, columnOf(this.text, to.start))]);
  }

  /** Puts a key and its value into an object of their own, which takes their place: `requests` into `resources`. */
  wrapPair(pair: Pair, name: string): TextEdit[] {
    const { start } = pair.key;
    const end = Math.max(pair.value.end, this.colonEnd(pair));
    if (pair.parent.flow) {
      return [this.replace({ start, end: start }, `${this.key(name)}: {`), this.replace({ start: end, end }, '}')];
    }
    const indent = ' '.repeat(this.style.indent);
    const column = ' '.repeat(columnOf(this.text, start));
    const inner = [...this.text.slice(start, end).matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => start + index + 1);
    return [
      this.replace({ start, end: start }, `${name}:${this.style.eol}${column}${indent}`),
      ...inner.map((at) => this.replace({ start: at, end: at }, indent)),
    ];
  }

  /** Lines put into a block map, behind the last of the given keys that is there. */
  insertLines(map: MapNode, lines: readonly string[], after: readonly string[] = []): TextEdit[] {
    const last = lastOf(map, after);
    const first = map.pairs[0];
    if (!last || !first) return [];
    const end = Math.max(last.value.end, this.colonEnd(last));
    return [this.insertAt(this.lineEnd(end), lines, columnOf(this.text, this.keyStart(first)))];
  }

  /** Puts a text in place of a node; where none is written, behind its colon or dash. */
  private put(node: YamlNode, text: string): TextEdit {
    const { parent } = node;
    if (node.end > node.start || !parent || (parent.kind === 'seq' && parent.flow)) return this.replace(node, text);
    const at = parent.kind === 'pair' ? this.colonEnd(parent) : this.text.lastIndexOf('-', node.start) + 1;
    const colon = parent.kind === 'pair' && !parent.colon ? ': ' : ' ';
    return { start: at, end: at, text: colon + text };
  }

  private insertAt(offset: number, lines: readonly string[], column: number): TextEdit {
    return { start: offset, end: offset, text: lines.map((line) => this.style.eol + indented(line, column)).join('') };
  }

  private insertIntoFlow(
    owner: MapNode | SeqNode,
    children: readonly (Pair | YamlNode)[],
    text: string,
    last: Pair | YamlNode | undefined = children.at(-1),
  ): TextEdit[] {
    const open = owner.start + 1;
    if (!last) return [{ start: open, end: open, text }];
    const first = spanOf(children[0] as Pair | YamlNode);
    const at = spanOf(last).end;
    const ownLines = this.text.slice(open, first.start).includes('\n');
    const gap = ownLines ? this.style.eol + ' '.repeat(columnOf(this.text, first.start)) : ' ';
    return [{ start: at, end: at, text: `,${gap}${text}` }];
  }

  /** Removes a pair that goes elsewhere: a comment behind it goes along where the lines are its own. */
  private takeOut(pair: Pair): TextEdit[] {
    const [edit, ...rest] = this.removePair(pair);
    if (!edit || rest.length > 0 || edit.start !== pair.key.start || pair.parent.flow)
      return edit ? [edit, ...rest] : [];
    const lineStart = this.lineStart(edit.start);
    if (this.text.slice(lineStart, edit.start).trim() !== '') return [edit];
    const lineEnd = this.lineEnd(pair.value.end);
    return [{ start: lineStart, end: lineEnd + (/^\r?\n/.exec(this.text.slice(lineEnd))?.[0].length ?? 0), text: '' }];
  }

  /** Where the text of something taken out ends: with its line, unless the rest of the line stayed. */
  private endWithComment([removed]: TextEdit[], end: number): number {
    return removed && removed.end > end ? this.lineEnd(end) : end;
  }

  private withoutComma(span: Span, siblings: readonly Span[], index: number): TextEdit {
    const next = siblings[index + 1];
    const previous = siblings[index - 1];
    // what is behind the comma, be it an anchor or a comment, belongs to the next
    const comma = /^\s*,\s*/.exec(this.text.slice(span.end));
    if (next && comma) return { start: span.start, end: span.end + comma[0].length, text: '' };
    return { start: previous?.end ?? span.start, end: span.end, text: '' };
  }

  /** A removal and an insertion; where the lines put in go right behind those taken out they make one edit. */
  private joined(removed: TextEdit[], inserted: TextEdit[]): TextEdit[] {
    const [gone, added] = [removed[0], inserted[0]];
    if (!gone || !added || added.start <= gone.start || added.start >= gone.end) return [...removed, ...inserted];
    const { eol } = this.style;
    return [{ ...gone, text: gone.text + added.text.slice(eol.length) + eol }];
  }

  /** Removes what stands on lines of its own with these lines, keeping a comment behind it and what stands before it. */
  private withoutLines(span: Span, next: number | undefined): TextEdit {
    const lineStart = this.lineStart(span.start);
    const lineEnd = this.lineEnd(span.end);
    const alone = this.text.slice(lineStart, span.start).trim() === '';
    const comment = this.text.slice(span.end, lineEnd).trim() !== '';
    if (!alone) {
      const joins = next !== undefined && !comment && this.text.slice(span.end, next).trim() === '';
      const end = comment ? span.end + this.text.slice(span.end).search(/\S/) : span.end;
      return { start: span.start, end: joins ? next : end, text: '' };
    }
    if (comment) return { start: span.start, end: span.end + this.text.slice(span.end).search(/\S/), text: '' };
    const breakLength = /^\r?\n/.exec(this.text.slice(lineEnd))?.[0].length ?? 0;
    if (breakLength) return { start: lineStart, end: lineEnd + breakLength, text: '' };
    const breakBefore = /\r?\n$/.exec(this.text.slice(0, lineStart))?.[0].length ?? 0;
    return { start: lineStart - breakBefore, end: lineEnd, text: '' };
  }

  /** Start of the line an offset is in, behind a byte order mark. */
  private lineStart(offset: number): number {
    return offset - columnOf(this.text, offset);
  }

  /** End of the line an offset is in, line break not included. */
  private lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    if (end < 0) return this.text.length;
    return this.text[end - 1] === '\r' && end > offset ? end - 1 : end;
  }

  /** The lines of a part of the text, without the indentation that its first line has. */
  private linesOf({ start, end }: Span): string[] {
    const column = columnOf(this.text, start);
    return this.text
      .slice(start, end)
      .split(/\r?\n/)
      .map((line, index) => (index ? line.slice(Math.min(column, line.search(/\S|$/))) : line));
  }

  /** Where a key starts, with the anchor and tag in front of it. */
  private keyStart({ key }: Pair): number {
    const lineStart = this.lineStart(key.start);
    return key.start - (/(?:[&!]\S*[ \t]+)+$/.exec(this.text.slice(lineStart, key.start))?.[0].length ?? 0);
  }

  /** Where the colon of a pair ends, or its key where it has none. */
  colonEnd(pair: Pair): number {
    return pair.colon ? this.afterColon(pair) : pair.key.end;
  }

  private afterColon({ key }: Pair): number {
    return this.text.indexOf(':', key.end) + 1;
  }

  /** Texts as the items of a list, without the dash of the first. */
  private itemLines(list: SeqNode, texts: readonly string[]): string {
    if (list.flow || inFlow(list)) return texts.map((text) => this.itemText(text, list, true)).join(', ');
    const column = columnOf(this.text, list.start);
    const lines = texts.flatMap((text) =>
      text.includes('\n') ? writeItem(text, this.style) : [`- ${this.itemText(text, list, false)}`],
    );
    return this.lines(lines, column).slice(2);
  }

  private itemText(text: string, like: SeqNode | undefined, flow: boolean): string {
    if (this.isJson) return JSON.stringify(text);
    const styles = like?.items.map((item) => (item.kind === 'scalar' ? item.style : 'plain')) ?? [];
    const first = styles.find((style) => style === 'double' || style === 'single');
    const quote = first ? ({ double: '"', single: "'" }[first] as YamlStyle['quote']) : this.style.quote;
    const allQuoted = styles.every((style) => style === 'double' || style === 'single');
    return allQuoted ? quoted(text, quote) : writeScalar(text, { ...this.style, quote }, flow);
  }

  /** Writes a key of a map in flow style. */
  key(name: string): string {
    return this.isJson ? JSON.stringify(name) : writeScalar(name, this.style, true);
  }

  private lines(lines: readonly string[], column: number): string {
    return lines.map((line, index) => (index ? indented(line, column) : line)).join(this.style.eol);
  }
}

/** Whether a node stands inside a flow collection, where block style is not possible. */
export function inFlow(node: YamlNode): boolean {
  for (let parent = node.parent; parent; parent = parent.kind === 'pair' ? parent.parent.parent : parent.parent) {
    if (parent.kind === 'pair' ? parent.parent.flow : parent.flow) return true;
  }
  return false;
}

function isBlock(node: YamlNode): node is MapNode | SeqNode {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow;
}

/** The pair that a new one goes behind: the last with one of the given keys, the last of all where there is none. */
function lastOf(map: MapNode, after: readonly string[]): Pair | undefined {
  return map.pairs.findLast(({ key }) => after.includes(key.text)) ?? map.pairs.at(-1);
}

function spanOf(node: Pair | YamlNode): Span {
  return node.kind === 'pair' ? { start: node.key.start, end: Math.max(node.key.end, node.value.end) } : node;
}

function indented(line: string, column: number): string {
  return line === '' ? '' : ' '.repeat(column) + line;
}
