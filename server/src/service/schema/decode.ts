import {
  type ConcreteNode,
  deref,
  effectivePairs,
  isMerge,
  isNull,
  keyText,
  type MapNode,
  type Pair,
  typeOf,
  type YamlNode,
} from '../yaml/index.ts';
import { type Field, fieldOf, fieldsOf, isServed } from './index.ts';
import { quantityProblem } from './quantity.ts';

/** Something that strict decoding refuses or loses, with the field path it concerns. */
export type Finding =
  | { kind: 'unknown-field'; path: string; pair: Pair; map: MapNode; type: string; known: Field | undefined }
  | { kind: 'wrong-type'; path: string; node: ConcreteNode; field: Field; owner: string; name: string; item: boolean }
  | { kind: 'out-of-range'; path: string; node: ConcreteNode; field: Field }
  | { kind: 'bad-quantity'; path: string; node: ConcreteNode; problem: 'format' | 'suffix' }
  | { kind: 'bad-time'; path: string; node: ConcreteNode }
  | { kind: 'null-item'; path: string; node: ConcreteNode; field: Field; owner: string; name: string }
  | { kind: 'duplicate-key'; path: string; pair: Pair; kept: Pair };

const maximumNodes = 200_000;

/**
 * Walks an object along its type and collects what decoding it would refuse.
 * Facts: strict decoding and the Go types of the API server.
 * @param minor the Kubernetes version, 30 for 1.30
 * @param path field path of the object itself
 */
export function decode(root: MapNode, type: string, minor: number, path = ''): Decoded {
  const decoder = new Decoder(minor);
  decoder.object(root, type, path);
  return decoder;
}

export interface Decoded {
  findings: readonly Finding[];
  /** The type and field path of every object that was understood. */
  objects: ReadonlyMap<MapNode, { type: string; path: string }>;
}

class Decoder implements Decoded {
  readonly findings: Finding[] = [];
  readonly objects = new Map<MapNode, { type: string; path: string }>();
  private visited = 0;

  constructor(private readonly minor: number) {}

  object(map: MapNode, type: string, path: string): void {
    this.duplicates(map, path);
    if (!fieldsOf(type) || ++this.visited > maximumNodes) return;
    this.objects.set(map, { type, path });
    for (const [name, pair] of effectivePairs(map)) {
      const at = path ? `${path}.${name}` : name;
      const known = fieldOf(type, name);
      if (known && isServed(known, this.minor)) this.field(pair.value, { field: known, owner: type, name }, at);
      else if (pair.colon || map.flow) this.findings.push({ kind: 'unknown-field', path: at, pair, map, type, known });
    }
  }

  private field(value: YamlNode, where: Where, path: string): void {
    const node = deref(value);
    if (!node || isNull(node)) return;
    const { field } = where;
    if (field.list) {
      if (node.kind !== 'seq') this.wrongType(node, where, path, false);
      else for (const [index, item] of node.items.entries()) this.item(item, where, `${path}[${index}]`);
    } else if (field.map) {
      if (node.kind !== 'map') this.wrongType(node, where, path, false);
      else this.entries(node, where, path);
    } else {
      this.single(node, where, path, false);
    }
  }

  private item(value: YamlNode, where: Where, path: string): void {
    const node = deref(value);
    if (!node || ++this.visited > maximumNodes) return;
    if (isNull(node)) this.findings.push({ kind: 'null-item', path, node, ...where });
    else this.single(node, where, path, true);
  }

  private entries(map: MapNode, where: Where, path: string): void {
    this.duplicates(map, path);
    for (const [name, pair] of effectivePairs(map)) {
      const node = deref(pair.value);
      if (node && !isNull(node)) this.single(node, where, `${path}[${name}]`, true);
    }
  }

  private single(node: ConcreteNode, where: Where, path: string, item: boolean): void {
    const { type } = where.field;
    const actual = typeOf(node);
    if (actual === 'unsupported') return;
    const check = scalarChecks[type];
    if (check) {
      const kind = check(node);
      if (kind === 'wrong-type') this.wrongType(node, where, path, item);
      else if (kind === 'out-of-range') this.findings.push({ kind, path, node, field: where.field });
      else if (kind === 'bad-time') this.findings.push({ kind, path, node });
      else if (kind) this.findings.push({ kind: 'bad-quantity', path, node, problem: kind });
    } else if (node.kind === 'map') {
      this.object(node, type, path);
    } else {
      this.wrongType(node, where, path, item);
    }
  }

  private wrongType(node: ConcreteNode, where: Where, path: string, item: boolean): void {
    this.findings.push({ kind: 'wrong-type', path, node, item, ...where });
  }

  private duplicates(map: MapNode, path: string): void {
    const last = new Map<string, Pair>();
    for (const pair of map.pairs) {
      if (isMerge(pair) || !(pair.colon || map.flow)) continue;
      const name = keyText(pair);
      const earlier = last.get(name);
      if (earlier) {
        this.findings.push({ kind: 'duplicate-key', path: path ? `${path}.${name}` : name, pair: earlier, kept: pair });
      }
      last.set(name, pair);
    }
  }
}

interface Where {
  field: Field;
  owner: string;
  name: string;
}

type ScalarProblem = 'wrong-type' | 'out-of-range' | 'bad-time' | 'format' | 'suffix' | undefined;

const scalarChecks: Record<string, (node: ConcreteNode) => ScalarProblem> = {
  string: (node) => (typeOf(node) === 'string' ? undefined : 'wrong-type'),
  boolean: (node) => (typeOf(node) === 'boolean' ? undefined : 'wrong-type'),
  int32: (node) => integerProblem(node, 2n ** 31n),
  int64: (node) => integerProblem(node, 2n ** 63n),
  IntOrString: (node) => (typeOf(node) === 'string' ? undefined : integerProblem(node, 2n ** 31n)),
  Quantity: (node) => {
    if (node.kind !== 'scalar' || node.value.type === 'boolean') return 'wrong-type';
    return node.value.type === 'string' ? quantityProblem(node.value.value) : undefined;
  },
  // any JSON
  'meta/v1.FieldsV1': () => undefined,
  Time: (node) => {
    if (node.kind !== 'scalar' || node.value.type !== 'string') return 'wrong-type';
    return isTime(node.value.value) ? undefined : 'bad-time';
  },
};

function integerProblem(node: ConcreteNode, limit: bigint): ScalarProblem {
  if (node.kind !== 'scalar' || node.value.type !== 'number') return 'wrong-type';
  const { integer } = node.value;
  return integer !== undefined && integer >= -limit && integer < limit ? undefined : 'out-of-range';
}

const time =
  /^\d{4}-\d\d-(\d\d)T(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:Z|[-+](?:[01]\d|2[0-4]):(?:[0-5]\d|60))$/;

/** Whether a text is a time as RFC 3339 writes it, of a day that exists; as lenient as Go's time.Parse. */
function isTime(text: string): boolean {
  const match = time.exec(text);
  if (!match) return false;
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return day.getUTCDate() === Number(match[1]);
}
