import {
  type ConcreteNode,
  deref,
  effectivePairs,
  isMerge,
  isNull,
  keyText,
  type MapNode,
  type Pair,
  type Span,
  typeOf,
  type YamlNode,
} from '../yaml/index.ts';
import { type Field, fieldOf, fieldsOf } from './index.ts';
import { checkGone, checkLimits, type LimitFinding } from './limits.ts';
import { ApiObject, ApiObjects } from './object.ts';
import { quantityProblem } from './quantity.ts';

/** Something that strict decoding refuses or loses, or that breaks a limit, with the field path it concerns. */
export type Finding =
  | { kind: 'unknown-field'; path: string; pair: Pair; map: MapNode; type: string; known: Field | undefined }
  | { kind: 'wrong-type'; path: string; node: ConcreteNode; field: Field; owner: string; name: string; item: boolean }
  | { kind: 'out-of-range'; path: string; node: ConcreteNode; field: Field }
  | { kind: 'bad-quantity'; path: string; node: ConcreteNode; problem: 'format' | 'suffix' }
  | { kind: 'bad-time'; path: string; node: ConcreteNode }
  | { kind: 'null-item'; path: string; node: ConcreteNode; field: Field; owner: string; name: string; refused: boolean }
  | { kind: 'duplicate-key'; path: string; pair: Pair; kept: Pair }
  | LimitFinding;

const undecodable = new Set<string>(['unknown-field', 'wrong-type', 'out-of-range', 'bad-quantity', 'bad-time']);

const maximumNodes = 200_000;

/**
 * Walks an object along its type and collects what decoding it would refuse, and what breaks the limits of the overlay.
 * Facts: strict decoding and the Go types of the API server.
 * @param minor the Kubernetes version, 30 for 1.30
 * @param path field path of the object itself
 * @param parent what it is a part of, where that is not decoded with it
 */
export function decode(root: MapNode, type: string, minor: number, path = '', parent?: ApiObject): Decoded {
  const decoder = new Decoder(minor);
  const start = root.pairs[0]?.key ?? root;
  decoder.object(root, new ApiObject(type, path, minor, root, start, parent, '', true));
  for (const { kind, path } of decoder.findings) if (undecodable.has(kind)) decoder.undecoded.add(path);
  return decoder;
}

export interface Decoded {
  findings: readonly Finding[];
  objects: ApiObjects;
  /** Field paths of what the API server refuses to decode: there it stops, and does not validate. */
  undecoded: ReadonlySet<string>;
}

class Decoder implements Decoded {
  readonly findings: Finding[] = [];
  readonly objects = new ApiObjects();
  readonly undecoded = new Set<string>();
  private visited = 0;

  constructor(private readonly minor: number) {}

  object(map: MapNode, object: ApiObject): void {
    const { type, path } = object;
    this.duplicates(map, path);
    if (!fieldsOf(type) || ++this.visited > maximumNodes) return;
    this.objects.add(object);
    for (const [name, pair] of object.pairs) {
      const field = object.facts.fields.get(name)?.field;
      const at = object.at(name);
      if (field) this.field(pair.value, { field, name, object }, at);
      else if (pair.colon || map.flow) {
        object.unknown = [...object.unknown, name];
        this.findings.push({ kind: 'unknown-field', path: at, pair, map, type, known: fieldOf(type, name) });
      }
    }
    this.finish(object);
  }

  /** What does not stand in the text: objects that are there all the same, and limits of fields that are missing. */
  private finish(object: ApiObject): void {
    for (const name of object.facts.there) {
      const field = object.facts.fields.get(name)?.field;
      if (!field || object.value(name) || object.isDropped(name)) continue;
      const below = this.child(object, field.type, object.at(name), undefined, object.keyOf(name), name);
      this.objects.add(below);
      this.finish(below);
    }
    if (object.checked) this.findings.push(...checkLimits(object));
    else if (object.isGone) this.findings.push(...checkGone(object));
  }

  private child(
    parent: ApiObject,
    type: string,
    path: string,
    node: MapNode | undefined,
    start: Span,
    name: string,
  ): ApiObject {
    const isLost = parent.isDropped(name) || parent.isIgnored(name);
    return new ApiObject(type, path, this.minor, node, start, parent, name, parent.checked && !isLost);
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
    if (isNull(node)) {
      const { field, name, object } = where;
      this.findings.push({
        kind: 'null-item',
        path,
        node,
        field,
        owner: object.type,
        name,
        refused: this.refusesNothing(node, where, path),
      });
    } else {
      this.single(node, where, path, true);
    }
  }

  /** Whether the API server refuses an empty entry of a list, which it takes as an object without any field. */
  private refusesNothing(node: ConcreteNode, { field, name, object }: Where, path: string): boolean {
    const isChecked = object.checked && !object.isDropped(name) && !object.isIgnored(name);
    const decoder = new Decoder(this.minor);
    decoder.finish(new ApiObject(field.type, path, this.minor, undefined, node, object, '', isChecked));
    return decoder.findings.length > 0;
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
      const start = node.pairs[0]?.key ?? (item ? node : where.object.keyOf(where.name));
      this.object(node, this.child(where.object, type, path, node, start, where.name));
    } else {
      this.wrongType(node, where, path, item);
    }
  }

  private wrongType(node: ConcreteNode, { field, name, object }: Where, path: string, item: boolean): void {
    this.findings.push({ kind: 'wrong-type', path, node, item, field, owner: object.type, name });
  }

  private duplicates(map: MapNode, path: string): void {
    // most have none
    if (effectivePairs(map).size === map.pairs.length && !map.pairs.some(isMerge)) return;
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

/** A field of an object, whose value is being looked at. */
interface Where {
  field: Field;
  name: string;
  object: ApiObject;
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
