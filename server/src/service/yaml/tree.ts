import { once } from './once.ts';
import type { ScalarStyle, ScalarValue } from './scalars.ts';

/** Offsets into the text of the chunk that a node belongs to, in UTF-16 units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

interface Base extends Span {
  parent: Pair | SeqNode | undefined;
  /** Name of the anchor (`&name`) on this node. */
  anchor?: string;
}

export interface ScalarNode extends Base {
  kind: 'scalar';
  style: ScalarStyle;
  /** The text with quotes and escapes resolved. */
  text: string;
  /** Its tag, `!local` or resolved, `tag:yaml.org,2002:str`. */
  tag?: string;
  value: ScalarValue;
}

export interface MapNode extends Base {
  kind: 'map';
  flow: boolean;
  pairs: Pair[];
}

export interface SeqNode extends Base {
  kind: 'seq';
  flow: boolean;
  items: YamlNode[];
  /** Offsets of the dashes of a block list, one for each item. */
  dashes: number[];
}

export interface AliasNode extends Base {
  kind: 'alias';
  name: string;
  /** The node with the anchor; undefined where none precedes. */
  target: YamlNode | undefined;
}

/** A node that is written where it stands. */
export type ConcreteNode = ScalarNode | MapNode | SeqNode;

export type YamlNode = ConcreteNode | AliasNode;

/**
 * A key with its value, and with what stands in front of the key: its anchor, its tag, the `?`. A value that is not
 * written is a null scalar of no length, right behind the colon and what anchor and tag it has.
 */
export interface Pair extends Span {
  kind: 'pair';
  key: ScalarNode;
  value: YamlNode;
  /** Whether there is a colon: a key that is still being typed has none. */
  colon: boolean;
  /** Where the colon ends, or the key where it has none. */
  colonEnd: number;
  /** What stands at the place of the key where it is no scalar; an alias to a scalar becomes the key. */
  oddKey?: YamlNode;
  parent: MapNode;
}

/** Follows an alias to the node it stands for. */
export function deref(node: YamlNode | undefined): ConcreteNode | undefined {
  for (let hops = 0; node?.kind === 'alias' && hops < 20; hops++) node = node.target;
  return node?.kind === 'alias' ? undefined : node;
}

const maximumMerged = 10_000;

/**
 * The pairs of a map as the API server sees them: merge keys (`<<`) expanded, of equal keys only the last. The Go library
 * merges where the `<<` stands, so a merged key replaces an earlier one.
 */
export const effectivePairs = once((map: MapNode): ReadonlyMap<string, Pair> => {
  const all = new Map<string, Pair>();
  let visited = 0;
  const add = (from: MapNode, depth: number) => {
    for (const pair of from.pairs) {
      if (++visited > maximumMerged) return;
      if (isMerge(pair)) {
        for (const target of mergeTargets(pair)) if (depth < 10) add(target, depth + 1);
      } else {
        all.set(keyText(pair), pair);
      }
    }
  };
  add(map, 0);
  return all;
});

export function isMerge({ key }: Pair): boolean {
  return (
    key.style === 'plain' &&
    key.text === '<<' &&
    (key.tag === undefined || /^(?:!|(?:!!|tag:yaml\.org,2002:)merge)$/.test(key.tag))
  );
}

function mergeTargets(pair: Pair): MapNode[] {
  const value = deref(pair.value);
  if (value?.kind === 'map') return [value];
  if (value?.kind !== 'seq') return [];
  return value.items
    .map(deref)
    .filter((item) => item?.kind === 'map')
    .reverse();
}

/** A key as it stands in the JSON that is sent: `on` is `true`, `0x10` is `16`, `1.10` is `1.1`. */
export function keyText({ key: { text, value } }: Pair): string {
  if (value.type === 'boolean') return String(value.value);
  if (value.type === 'number') return value.notation === 'float' ? floatKey(value.value) : String(value.integer);
  if (value.type === 'unsupported') return text.toLowerCase().replace('+', '');
  return value.type === 'string' ? value.value : text;
}

/** Go's strconv.FormatFloat(value, 'g', -1, 32): the shortest text for the value in 32 bits. */
function floatKey(value: number): string {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toPrecision(digits))) !== single) digits++;
  const [mantissa, exponent = '0'] = single.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(single.toPrecision(digits)));
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

export function pairOf(node: YamlNode | undefined, key: string): Pair | undefined {
  const map = deref(node);
  return map?.kind === 'map' ? effectivePairs(map).get(key) : undefined;
}

/**
 * The value at a key of a map, or at several keys that lead into it, aliases followed; undefined where a node on the way
 * is no map or has no such key, or the value is null.
 */
export function valueAt(node: YamlNode | undefined, ...keys: string[]): ConcreteNode | undefined {
  let value = deref(node);
  for (const key of keys) value = deref(pairOf(value, key)?.value);
  return value && isNull(value) ? undefined : value;
}

/** Whether a plain scalar is a value that starts on a line below its key. */
export function isBelowKey(node: YamlNode, text: string): boolean {
  if (node.kind !== 'scalar' || node.style !== 'plain' || node.parent?.kind !== 'pair') return false;
  const { key } = node.parent;
  return node !== key && text.slice(key.end, node.start).includes('\n');
}

export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value.type === 'null';
}

/** The string that a node is to the API server; undefined for anything else, also for an unquoted number or boolean. */
export function stringOf(node: YamlNode | undefined): string | undefined {
  const scalar = deref(node);
  return scalar?.kind === 'scalar' && scalar.value.type === 'string' ? scalar.value.value : undefined;
}

/** The whole number that a node is to the API server; undefined for anything else. */
export function integerOf(node: YamlNode | undefined): number | undefined {
  const scalar = deref(node);
  return scalar?.kind === 'scalar' && scalar.value.type === 'number' && scalar.value.integer !== undefined
    ? Number(scalar.value.integer)
    : undefined;
}

/** The boolean that a node is to the API server; undefined for anything else. */
export function booleanOf(node: YamlNode | undefined): boolean | undefined {
  const scalar = deref(node);
  return scalar?.kind === 'scalar' && scalar.value.type === 'boolean' ? scalar.value.value : undefined;
}

/** An item of a list with its place in it. */
export interface Entry<Node extends ConcreteNode = ConcreteNode> {
  node: Node;
  index: number;
}

/** The items of a list with their places, aliases followed, those left out that lead nowhere; none where it is no list. */
export function entriesOf(node: YamlNode | undefined): Entry[] {
  const list = deref(node);
  const entries: Entry[] = [];
  if (list?.kind !== 'seq') return entries;
  for (let index = 0; index < list.items.length; index++) {
    const item = deref(list.items[index]);
    if (item) entries.push({ node: item, index });
  }
  return entries;
}

/** The items of a list that are maps, with their places. */
export function mapsOf(node: YamlNode | undefined): Entry<MapNode>[] {
  return entriesOf(node).filter((entry): entry is Entry<MapNode> => entry.node.kind === 'map');
}

/** The items of a list, aliases followed; `entriesOf` where their places matter. */
export function itemsOf(node: YamlNode | undefined): ConcreteNode[] {
  const list = deref(node);
  return list?.kind === 'seq' ? list.items.map(deref).filter((item) => item !== undefined) : [];
}

/** Whether a node is a list or map in block style. */
export function isBlock(node: YamlNode): node is MapNode | SeqNode {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow;
}

/** What a node is in JSON. */
export function typeOf(node: ConcreteNode): 'list' | 'map' | ScalarValue['type'] {
  if (node.kind === 'seq') return 'list';
  return node.kind === 'map' ? 'map' : node.value.type;
}

/** The deepest node or pair key at an offset, with the nodes around it, innermost first. */
export function nodesAt(root: YamlNode, offset: number): YamlNode[] {
  const found: YamlNode[] = [];
  let node: YamlNode | undefined = root;
  while (node && node.start <= offset && offset <= node.end) {
    found.unshift(node);
    node = childAt(node, offset);
  }
  return found;
}

function childAt(node: YamlNode, offset: number): YamlNode | undefined {
  const holds = (span: Span) => span.start <= offset && offset <= span.end;
  if (node.kind === 'seq') {
    const item = node.items[firstFrom(node.items, offset)];
    return item && holds(item) ? item : undefined;
  }
  if (node.kind !== 'map') return undefined;
  for (let index = firstFrom(node.pairs, offset); index < node.pairs.length; index++) {
    const pair = node.pairs[index];
    if (!pair || pair.start > offset) break;
    const { key, value } = pair;
    if (holds(key)) return key;
    if (holds(value) && value.end > value.start) return value;
  }
  return undefined;
}

/** Index of the first of several spans, one behind the other, that does not end before an offset. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
