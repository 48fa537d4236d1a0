import {
  type MapNode,
  quoted,
  type SeqNode,
  type Span,
  type Writable,
  writeItem,
  writeScalar,
  type YamlNode,
  type YamlStyle,
} from '../yaml/index.ts';
import type { ChunkEdit } from './edit.ts';
import { inFlow, intoFlow, outOfFlow } from './flow.ts';
import { breakAt, columnOf, lineBefore, lineEnd, withComments, withoutLines } from './lines.ts';
import { Writer } from './writer.ts';

/** Adds, replaces and removes the items of lists. */
export class ListEditor extends Writer {
  /** Adds an item at the end of a list. */
  insertItem(list: SeqNode, value: Writable): ChunkEdit[] {
    if (list.flow) return [intoFlow(this.text, list, list.items, this.flow(value), this.style.eol)];
    const column = columnOf(this.text, list.start);
    return [this.insertBelow(lineEnd(this.text, list.end), writeItem(value, this.style), column)];
  }

  /** Adds an item in front of the first of a list. */
  prependItem(list: SeqNode, value: Writable): ChunkEdit[] {
    const [first] = list.items;
    if (!first) return this.insertItem(list, value);
    if (list.flow) return [{ start: first.start, end: first.start, text: `${this.flow(value)}, ` }];
    const column = columnOf(this.text, list.start);
    const text = this.lines([...writeItem(value, this.style), ''], column) + ' '.repeat(column);
    return [{ start: list.start, end: list.start, text }];
  }

  /** Puts texts in front of an item of a list, quoted as the list is. */
  insertItems(list: SeqNode, index: number, texts: readonly string[]): ChunkEdit[] {
    const { flow, start: open, dashes, items } = list;
    const from = items[index - 1]?.end ?? open + 1;
    const start = flow ? from + (/^(?:[\s,]|#.*)*/.exec(this.text.slice(from))?.[0].length ?? 0) : dashes[index];
    if (start === undefined) return [];
    const separator = flow ? ', ' : `${this.style.eol}${' '.repeat(columnOf(this.text, open))}`;
    return [{ start, end: start, text: (flow ? '' : '- ') + this.itemLines(list, texts) + separator }];
  }

  /** Puts texts in place of items of a list, quoted as the list is; undefined where a comment or anchor would be lost. */
  replaceItems(list: SeqNode, from: number, to: number, texts: readonly string[]): ChunkEdit[] | undefined {
    const items = list.items.slice(from, to + 1);
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return undefined;
    const between = items.slice(1).map((item, index) => this.text.slice(items[index]?.end, item.start));
    const headers = items.map(
      ({ start, end }) => /^[|>][-+\d]*[^\S\n]+(#?)/.exec(this.text.slice(start, end))?.[1] ?? '',
    );
    if ([...between, ...headers].some((gap) => /[#&]/.test(gap))) return undefined;
    // behind a text of several lines a comment would be one more
    if (!list.flow && texts.at(-1)?.includes('\n') && /^[^\S\n]*#/.test(this.text.slice(last.end))) return undefined;
    // an empty item of a block list starts right behind its dash
    const blank = !list.flow && first.end === first.start ? ' ' : '';
    return [{ start: first.start, end: last.end, text: blank + this.itemLines(list, texts) }];
  }

  removeItem(list: SeqNode, index: number): ChunkEdit[] {
    const { items, dashes, flow } = list;
    const item = items[index];
    if (!item) return [];
    if (flow) {
      const whole = this.withProperties(item, items[index - 1]?.end ?? list.start + 1);
      return outOfFlow(this.text, [...items.slice(0, index), whole, ...items.slice(index + 1)], index);
    }
    if (items.length === 1) return this.replaceNode(list, []);
    return [withoutLines(this.text, { start: dashes[index] ?? item.start, end: item.end }, dashes[index + 1])];
  }

  /**
   * Moves an item in front of an earlier one, with the comments above and behind it.
   * @returns undefined where it shares its lines with something else, or a comment is in a list in brackets
   */
  moveItem(list: SeqNode, from: number, to: number): ChunkEdit[] | undefined {
    const [item, target] = [list.items[from], list.items[to]];
    if (!item || !target) return undefined;
    if (list.flow) {
      if (this.text.slice(list.start, list.end).includes('#')) return undefined;
      const whole = this.withProperties(item, list.items[from - 1]?.end ?? list.start + 1);
      const { start } = this.withProperties(target, list.items[to - 1]?.end ?? list.start + 1);
      return [
        { start, end: start, text: `${this.text.slice(whole.start, whole.end)}, ` },
        ...this.removeItem(list, from),
      ];
    }
    const [dash, before] = [list.dashes[from], list.dashes[to]];
    if (dash === undefined || before === undefined) return undefined;
    if ([dash, before].some((offset) => lineBefore(this.text, offset).trim() !== '')) return undefined;
    const [start, end] = [withComments(this.text, dash), lineEnd(this.text, item.end)];
    const at = withComments(this.text, before);
    const lines = this.text.slice(start, end);
    const below = breakAt(this.text, end);
    const above = below ? '' : (/\r?\n$/.exec(this.text.slice(0, start))?.[0] ?? '');
    return [
      { start: at, end: at, text: lines + this.style.eol },
      { start: start - above.length, end: end + below.length, text: '' },
    ];
  }

  /** Takes an entry out of the list that it is written in. */
  removeEntry(entry: YamlNode): ChunkEdit[] {
    const list = entry.parent;
    return list?.kind === 'seq' ? this.removeItem(list, list.items.indexOf(entry)) : [];
  }

  /** Makes a list of a flow map: its pairs are to become the entries. */
  bracesToBrackets({ start, end }: MapNode): ChunkEdit[] {
    return [this.replace({ start, end: start + 1 }, '['), this.replace({ start: end - 1, end }, ']')];
  }

  /** Makes a map the only item of a list, which takes its place. */
  wrapIntoList(map: MapNode): ChunkEdit[] {
    const { start, end } = map;
    if (map.flow) return [this.replace({ start, end: start }, '['), this.replace({ start: end, end }, ']')];
    return [this.replace({ start, end: start }, '- '), ...this.shiftRest(map, 2)];
  }

  /**
   * Writes texts as a list on one line.
   * @param like a list that shows which of them are in quotes; all of them where there is none
   */
  flowList(texts: readonly string[], like?: SeqNode): string {
    return `[${texts.map((text) => this.itemText(text, like, true)).join(', ')}]`;
  }

  /** Puts texts in quotes in place of a node, as a list on one line. */
  replaceWithList(node: YamlNode, texts: readonly string[]): ChunkEdit[] {
    return [this.put(node, this.flowList(texts))];
  }

  /** An item of a flow list with the anchor and the tag before it, which come behind `from`. */
  private withProperties({ start, end }: YamlNode, from: number): Span {
    const properties = /(?:[&!][^\s,]*\s+)+$/.exec(this.text.slice(from, start))?.[0] ?? '';
    return { start: start - properties.length, end };
  }

  /** Texts as the items of a list, without the dash of the first. */
  private itemLines(list: SeqNode, texts: readonly string[]): string {
    if (list.flow || inFlow(list)) return texts.map((text) => this.itemText(text, list, true)).join(', ');
    const lines = texts.flatMap((text) =>
      text.includes('\n') ? writeItem(text, this.style) : [`- ${this.itemText(text, list, false)}`],
    );
    return this.lines(lines, columnOf(this.text, list.start)).slice(2);
  }

  private itemText(text: string, like: SeqNode | undefined, flow: boolean): string {
    if (this.isJson) return JSON.stringify(text);
    const styles = like?.items.map((item) => (item.kind === 'scalar' ? item.style : 'plain')) ?? [];
    const first = styles.find((style) => style === 'double' || style === 'single');
    const quote = first ? ({ double: '"', single: "'" }[first] as YamlStyle['quote']) : this.style.quote;
    const allQuoted = styles.every((style) => style === 'double' || style === 'single');
    return allQuoted ? quoted(text, quote) : writeScalar(text, { ...this.style, quote }, flow);
  }
}
