import {
  deref,
  isBlock,
  isNull,
  type MapNode,
  type Pair,
  pairOf,
  type SeqNode,
  type Writable,
  writePair,
  writeScalar,
} from '../yaml/index.ts';
import type { ChunkEdit } from './edit.ts';
import { intoFlow, outOfFlow } from './flow.ts';
import { breakAt, columnOf, lineEnd, lineStart, linesOf, withoutLines } from './lines.ts';
import { ListEditor } from './lists.ts';

/** Makes the edits of fixes: each changes only what it must and writes as the rest of the document is written. */
export class Editor extends ListEditor {
  /**
   * Adds a key to a map.
   * @param after the keys to stand behind, the last that is there counts; at the end where none is
   */
  insertPair(map: MapNode, key: string, value: Writable, after: readonly string[] = []): ChunkEdit[] {
    return map.flow
      ? [this.intoFlowMap(map, `${this.key(key)}: ${this.flow(value)}`, after)]
      : this.insertLines(map, writePair(key, value, this.style), after);
  }

  /** Adds keys at the end of a map. */
  insertPairs(map: MapNode, values: { readonly [key: string]: Writable }): ChunkEdit[] {
    if (map.pairs.length === 0) return this.replaceNode(map, { ...values });
    return Object.entries(values).flatMap(([key, value]) => this.insertPair(map, key, value));
  }

  /** Writes a value at a key some levels below a map; the maps on the way are made where they are missing. */
  setAt(map: MapNode, [key = '', ...rest]: readonly string[], value: Writable): ChunkEdit[] {
    const pair = pairOf(map, key);
    const written = deref(pair?.value);
    if (rest.length > 0 && written?.kind === 'map') return this.setAt(written, rest, value);
    const nested = rest.reduceRight<Writable>((inner, name) => ({ [name]: inner }), value);
    return pair ? this.replaceNode(pair.value, nested) : this.insertPair(map, key, nested);
  }

  /** Adds a key in front of the first of a map. */
  prependPair(map: MapNode, key: string, value: Writable): ChunkEdit[] {
    const [first] = map.pairs;
    if (!first) return this.insertPair(map, key, value);
    const { start } = first;
    const column = columnOf(this.text, start);
    const text = map.flow
      ? `${this.key(key)}: ${this.flow(value)}, `
      : this.lines([...writePair(key, value, this.style), ''], column) + ' '.repeat(column);
    return [{ start, end: start, text }];
  }

  /** Adds an item to the list at a key, which is made where it is missing. */
  appendTo(map: MapNode, key: string, value: Writable, after: readonly string[] = []): ChunkEdit[] {
    const pair = map.pairs.findLast((candidate) => candidate.key.text === key);
    const list = deref(pair?.value);
    if (list?.kind === 'seq') return this.insertItem(list, value);
    if (pair && list && isNull(list)) return this.replaceNode(pair.value, [value]);
    return pair ? [] : this.insertPair(map, key, [value], after);
  }

  /** Lines put into a block map, behind the last of the given keys that is there. */
  insertLines(map: MapNode, lines: readonly string[], after: readonly string[] = []): ChunkEdit[] {
    const last = lastOf(map, after);
    const first = map.pairs[0];
    if (!last || !first) return [];
    return [this.insertBelow(lineEnd(this.text, last.end), lines, columnOf(this.text, first.start))];
  }

  renameKey({ key, parent }: Pair, name: string): ChunkEdit[] {
    return [this.replace(key, this.isJson ? JSON.stringify(name) : writeScalar(name, this.style, parent.flow))];
  }

  /** Takes a key and its value out; the map stays a map. */
  removePair(pair: Pair): ChunkEdit[] {
    const { pairs, flow, parent } = pair.parent;
    const index = pairs.indexOf(pair);
    if (flow) return outOfFlow(this.text, pairs, index);
    if (pairs.length === 1 && parent) return this.replaceWithFlow(pair.parent, {});
    return [withoutLines(this.text, pair, pairs[index + 1]?.start)];
  }

  /** Takes some of the keys of a map out with their values. */
  removePairs(pairs: readonly Pair[]): ChunkEdit[] {
    const { pairs: all = [], flow } = pairs[0]?.parent ?? {};
    const last = all.findLast((pair) => !pairs.includes(pair));
    const inner = all.filter((pair) => pairs.includes(pair) && (!flow || !last || pair.start < last.start));
    // the last lines of a text go with the line break before them, which is gone already
    const edits = inner.flatMap((pair) => this.removePair(pair));
    for (const [index, edit] of edits.entries()) edit.start = Math.max(edit.start, edits[index - 1]?.end ?? 0);
    if (!last || inner.length === pairs.length) return edits;
    // those at the end go with the comma before the first of them
    return [...edits, this.replace({ start: last.end, end: all.at(-1)?.end ?? last.end }, '')];
  }

  /** Takes a key out, and the maps around it that hold nothing else, where no comment or anchor goes with them. */
  prunePair(pair: Pair): ChunkEdit[] {
    const owner = this.ownerOf(pair.parent, pair.parent.pairs);
    return owner ? this.prunePair(owner) : this.removePair(pair);
  }

  /**
   * Takes items out of a list, and the list where it holds nothing else, as `prunePair` does.
   * @returns undefined where a comment would go along, or lines would be taken out twice
   */
  pruneItems(list: SeqNode, indices: readonly number[]): ChunkEdit[] | undefined {
    const kept = list.items.filter((_, index) => !indices.includes(index));
    const owner = kept.length === 0 ? this.ownerOf(list, [list]) : undefined;
    if (owner) return this.prunePair(owner);
    if (kept.length === 0) return this.emptyList(list);
    if (!list.flow) {
      const edits = indices.flatMap((index) => this.removeItem(list, index));
      return edits.every(({ start }, index) => start >= (edits[index - 1]?.end ?? 0)) ? edits : undefined;
    }
    if (this.text.slice(list.start, list.end).includes('#')) return undefined;
    const texts = kept.map(({ start, end }) => this.text.slice(start, end));
    return [this.replace(list, `[${texts.join(', ')}]`)];
  }

  /** Moves a key with its value, comments and all, to the end of another map that does not have it; not into itself. */
  movePair(pair: Pair, target: MapNode, after: readonly string[] = []): ChunkEdit[] {
    if (target === pair.parent || (pair.start <= target.start && target.end <= pair.end)) return [];
    const removed = this.takeOut(pair);
    if (target.flow || pair.parent.flow) {
      const written = this.text.slice(pair.start, pair.end);
      // on one line a comment would swallow what follows it
      if (/\s#/.test(written)) return [];
      const text = written.replace(/\s*\n\s*/g, ' ');
      if (!target.flow) return [...removed, ...this.insertLines(target, [text], after)];
      return pair.parent.flow ? [...removed, this.intoFlowMap(target, text, after)] : [];
    }
    const lines = linesOf(this.text, { start: pair.start, end: this.endWithComment(removed, pair.end) });
    return this.joined(removed, this.insertLines(target, lines, after));
  }

  /**
   * Joins a key's block list or map with that of another key, behind whose content it goes.
   * @returns undefined where that cannot be done without deciding for the user: scalars, equal keys, flow style, aliases, itself
   */
  mergePair(pair: Pair, into: Pair): ChunkEdit[] | undefined {
    if (pair.start < into.end && into.start < pair.end) return undefined;
    const [from, to] = [pair.value, into.value];
    if (isNull(from)) return this.removePair(pair);
    if (!isBlock(from) || !isBlock(to) || from.kind !== to.kind) return undefined;
    if (from.kind === 'map' && to.kind === 'map') {
      const names = new Set(to.pairs.map(({ key }) => key.text));
      if (from.pairs.some(({ key }) => names.has(key.text))) return undefined;
    }
    const removed = this.takeOut(pair);
    const comments = this.text.slice(pair.colonEnd, from.start).match(/#[^\r\n]*/g) ?? [];
    const lines = [
      ...comments,
      ...linesOf(this.text, { start: from.start, end: this.endWithComment(removed, from.end) }),
    ];
    const column = columnOf(this.text, to.start);
    return this.joined(removed, [this.insertBelow(lineEnd(this.text, to.end), lines, column)]);
  }

  /** Puts a key and its value into new objects, one in the other, which take their place: `requests` into `resources`. */
  wrapPair({ start, end, parent }: Pair, names: readonly string[]): ChunkEdit[] {
    if (parent.flow) {
      const open = names.map((name) => `${this.key(name)}: {`).join('');
      return [this.replace({ start, end: start }, open), this.replace({ start: end, end }, '}'.repeat(names.length))];
    }
    const column = columnOf(this.text, start);
    const depth = (level: number) => ' '.repeat(column + this.style.indent * level);
    const opened = names.map((name, level) => `${name}:${this.style.eol}${depth(level + 1)}`).join('');
    const inner = [...this.text.slice(start, end).matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => start + index + 1);
    return [
      this.replace({ start, end: start }, opened),
      ...inner.map((at) => this.replace({ start: at, end: at }, ' '.repeat(this.style.indent * names.length))),
    ];
  }

  /** Puts the value of a pair below further keys: `exec: [a]` becomes `exec: {command: [a]}`. */
  nest(pair: Pair, keys: readonly string[]): ChunkEdit[] {
    const { value, colonEnd: start } = pair;
    if (pair.parent.flow) {
      const open = keys.map((key) => `{${this.key(key)}: `).join('');
      return [
        this.replace({ start: value.start, end: value.start }, open),
        this.replace({ start: value.end, end: value.end }, '}'.repeat(keys.length)),
      ];
    }
    const column = columnOf(this.text, pair.start);
    const { indent, indentLists } = this.style;
    const opened = keys.map((key, depth) => this.below([`${this.key(key)}:`], column + indent * (depth + 1))).join('');
    if (!isBlock(value))
      return [this.replace({ start, end: this.text.slice(start).search(/\S/) + start }, `${opened} `)];
    const depth = keys.length * indent + (value.kind === 'map' || indentLists ? indent : 0);
    // a comment behind the key stays there
    const at = Math.min(lineEnd(this.text, start), value.start);
    return [
      this.replace({ start: at, end: at }, opened),
      ...this.shiftLines(value, column + depth - columnOf(this.text, value.start)),
    ];
  }

  private intoFlowMap(map: MapNode, text: string, after: readonly string[]): ChunkEdit {
    return intoFlow(this.text, map, map.pairs, text, this.style.eol, lastOf(map, after));
  }

  /** Makes a list empty; what stands between it and its key stays. */
  private emptyList(list: SeqNode): ChunkEdit[] {
    const { parent } = list;
    if (list.flow || parent?.kind !== 'pair') return this.replaceNode(list, []);
    const behind = /^(?:[^\S\n]*[&!]\S*)*/.exec(this.text.slice(parent.colonEnd, list.start))?.[0] ?? '';
    const at = parent.colonEnd + behind.length;
    return [{ start: at, end: at, text: ' []' }, withoutLines(this.text, list, undefined)];
  }

  /** The key of a collection that can go with the only entry in it. */
  private ownerOf({ parent, anchor }: MapNode | SeqNode, { length }: readonly unknown[]): Pair | undefined {
    if (length !== 1 || anchor || parent?.kind !== 'pair') return undefined;
    return this.text.slice(parent.start, parent.end).includes('#') ? undefined : parent;
  }

  /** Removes a pair that goes elsewhere: a comment behind it goes along where the lines are its own. */
  private takeOut(pair: Pair): ChunkEdit[] {
    const removed = this.removePair(pair);
    const [edit] = removed;
    if (edit?.start !== pair.start || pair.parent.flow) return removed;
    const start = lineStart(this.text, pair.start);
    if (this.text.slice(start, pair.start).trim() !== '') return removed;
    const end = lineEnd(this.text, pair.end);
    return [{ start, end: end + breakAt(this.text, end).length, text: '' }];
  }

  /** Where the text of something taken out ends: with its line, unless the rest of the line stayed. */
  private endWithComment([removed]: ChunkEdit[], end: number): number {
    return removed && removed.end > end ? lineEnd(this.text, end) : end;
  }

  /** A removal and an insertion; where the lines put in go right behind those taken out they make one edit. */
  private joined(removed: ChunkEdit[], inserted: ChunkEdit[]): ChunkEdit[] {
    const [gone, added] = [removed[0], inserted[0]];
    if (!gone || !added || added.start <= gone.start || added.start >= gone.end) return [...removed, ...inserted];
    const { eol } = this.style;
    return [{ ...gone, text: gone.text + added.text.slice(eol.length) + eol }];
  }
}

/** The pair that a new one goes behind: the last with one of the given keys, the last of all where there is none. */
function lastOf(map: MapNode, after: readonly string[]): Pair | undefined {
  return map.pairs.findLast(({ key }) => after.includes(key.text)) ?? map.pairs.at(-1);
}
