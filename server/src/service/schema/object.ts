import {
  booleanOf,
  type ConcreteNode,
  deref,
  effectivePairs,
  integerOf,
  isNull,
  type MapNode,
  type Pair,
  type Span,
  stringOf,
  valueAt,
  type YamlNode,
} from '../yaml/index.ts';
import { factsOf, type TypeFacts } from './overlay/index.ts';
import { nearest } from './suggest.ts';

/** An entry of a list or map of scalars. */
export interface Value {
  /** The key in a map, the index in a list. */
  key: string;
  /** The value, aliases followed. */
  node: ConcreteNode;
  /** The value as it stands, or the key where none is written. */
  span: Span;
  /** `spec.nodeSelector[disk]`, `command[0]`. */
  path: string;
  /** The pair of a map's entry. */
  pair?: Pair;
}

/**
 * An object of a manifest as the API server sees it when it validates: fields that it drops because their feature gate
 * is off are not there, and a field that is not written has its default.
 */
export class ApiObject {
  readonly facts: TypeFacts;
  /** What is written in it, by key, merged keys included. */
  readonly pairs: ReadonlyMap<string, Pair>;
  /** Keys in it that are no fields. */
  unknown: readonly string[] = [];
  private below: Map<string, ApiObject[]> | undefined;

  /**
   * @param type name in the schema: `core/v1.Container`
   * @param path field path: `spec.containers[0]`
   * @param node undefined where the object is not written, but is there all the same: `spec`
   * @param anchor what is underlined where nothing of the object is written
   * @param isSeen false where the API server does not look: below a dropped field, in a second source of a volume
   */
  constructor(
    readonly type: string,
    readonly path: string,
    readonly minor: number,
    readonly node: MapNode | undefined,
    private readonly anchor: Span,
    readonly parent: ApiObject | undefined,
    /** The field of the parent it is the value of, or is in the list of; '' where the parent is not to have it. */
    readonly field: string,
    private readonly isSeen: boolean,
  ) {
    this.facts = factsOf(type, minor);
    this.pairs = node ? effectivePairs(node) : nothing;
    if (field !== '') parent?.adopt(this);
  }

  private adopt(child: ApiObject): void {
    this.below ??= new Map();
    const siblings = this.below.get(child.field);
    if (siblings) siblings.push(child);
    else this.below.set(child.field, [child]);
  }

  /** Whether the API server validates it. */
  get checked(): boolean {
    return this.isSeen && !this.isGone;
  }

  /** Whether the API server drops it as a whole: a volume of an image before there were any. */
  get isGone(): boolean {
    return this.facts.whole.some((name) => this.isDropped(name) && valueAt(this.node, name) !== undefined);
  }

  /** The object at the top: the workload, or the pod spec where only that is sure. */
  get root(): ApiObject {
    return this.parent ? this.parent.root : this;
  }

  /** The nearest object around this one that has a type. */
  around(type: string): ApiObject | undefined {
    return this.parent?.type === type ? this.parent : this.parent?.around(type);
  }

  /** The container that this is a part of. */
  get container(): ApiObject | undefined {
    return this.around('core/v1.Container') ?? this.around('core/v1.EphemeralContainer');
  }

  /** Field path of a field: `spec.containers[0].image`. */
  at(name: string): string {
    return this.path ? `${this.path}.${name}` : name;
  }

  /** Whether the feature gate of a field is off, so that the server drops what is written there. */
  isDropped(name: string): boolean {
    const known = this.facts.fields.get(name);
    return known?.limits?.dropped?.(this) ?? known?.isOff === true;
  }

  /** What is written at a field; undefined where nothing is, or null, or the server drops it. */
  value(name: string): ConcreteNode | undefined {
    const pair = this.pairs.get(name);
    if (!pair || !this.facts.fields.has(name) || this.isDropped(name)) return undefined;
    const value = deref(pair.value);
    return value && !isNull(value) ? value : undefined;
  }

  /** The members of its union that are written, in the order in which the API server looks at them. */
  members(): string[] {
    return (this.facts.union?.members ?? []).filter((name) => this.pairs.has(name) && !this.isEmpty(name));
  }

  /** Whether the API server does not look into a field: the second source of a volume. */
  isIgnored(name: string): boolean {
    const { fields, union } = this.facts;
    if (fields.get(name)?.limits?.ignored?.(this)) return true;
    return union?.each === true && union.members.includes(name) && this.members()[0] !== name;
  }

  /** Whether something is written at a field, be it empty. */
  has(name: string): boolean {
    return this.value(name) !== undefined;
  }

  /** Whether Go sees no value at a field: nothing written, `""` or 0 where it is no pointer, an empty list or map. */
  isEmpty(name: string): boolean {
    const value = this.written(name);
    if (!value) return this.default(name) === undefined;
    const { field, limits } = this.facts.fields.get(name) ?? {};
    if (value.kind === 'scalar') return !limits?.pointer && isZero(value);
    if (value.kind === 'seq') return value.items.length === 0;
    return field?.map === true && effectivePairs(value).size === 0;
  }

  /** Whether a field may be left out. */
  isOptional(name: string): boolean {
    const { field, limits } = this.facts.fields.get(name) ?? {};
    return !limits?.required && !field?.required;
  }

  /** What is written at a field, unless the server takes it as nothing and puts the default there: `""`, 0. */
  private written(name: string): ConcreteNode | undefined {
    const value = this.value(name);
    const limits = this.facts.fields.get(name)?.limits;
    const isReplaced = limits?.default !== undefined && !limits.pointer && value !== undefined && isZero(value);
    return isReplaced ? undefined : value;
  }

  /** The string of a field, its default, or ''; undefined where something else is written. */
  string(name: string): string | undefined {
    const value = this.written(name);
    return value ? stringOf(value) : String(this.default(name) ?? '');
  }

  /** The whole number of a field, or its default; undefined where neither is. */
  integer(name: string): number | undefined {
    const value = this.written(name);
    const otherwise = this.default(name);
    return value ? integerOf(value) : typeof otherwise === 'number' ? otherwise : undefined;
  }

  /** The boolean of a field, or its default; undefined where neither is. */
  boolean(name: string): boolean | undefined {
    const value = this.value(name);
    const otherwise = this.default(name);
    return value ? booleanOf(value) : typeof otherwise === 'boolean' ? otherwise : undefined;
  }

  /** The object at a field; undefined where none is written and none is there by default. */
  object(name: string): ApiObject | undefined {
    return this.objects(name)[0];
  }

  /** The objects of a list, or of a map. */
  objects(name: string): readonly ApiObject[] {
    const objects = this.below?.get(name);
    if (!objects || this.isDropped(name)) return noObjects;
    return objects[0]?.facts.whole.length ? objects.filter(({ isGone }) => !isGone) : objects;
  }

  /** The entries of a list of scalars, or of a map; what is null is left out of maps. */
  values(name: string): Value[] {
    const value = this.value(name);
    const path = this.at(name);
    if (value?.kind === 'seq') {
      return value.items.flatMap((item, index) => {
        const node = deref(item);
        return node ? [{ key: String(index), node, span: item, path: `${path}[${index}]` }] : [];
      });
    }
    if (value?.kind !== 'map') return [];
    return [...effectivePairs(value)].flatMap(([key, pair]) => {
      const node = deref(pair.value);
      return node
        ? [{ key, node, span: isNull(pair.value) ? pair.key : pair.value, path: `${path}[${key}]`, pair }]
        : [];
    });
  }

  /** The strings of a list, '' for null; entries of other types are left out. */
  strings(name: string): string[] {
    return this.values(name).flatMap(({ node }) => (isNull(node) ? '' : (stringOf(node) ?? [])));
  }

  pair(name: string): Pair | undefined {
    return this.pairs.get(name);
  }

  /**
   * What to underline where a field is wrong as a whole or missing: its key, else one that seems to be meant as it, else the
   * first token of the object.
   */
  keyOf(name: string): Span {
    return (this.pair(name) ?? this.misspelled(name))?.key ?? this.start;
  }

  /** The pair that seems to be meant as a field, which is not written: `neme` for `name`. */
  misspelled(name: string): Pair | undefined {
    const [nearby] = this.pair(name) ? [] : nearest(name, this.unknown);
    return nearby === undefined ? undefined : this.pair(nearby);
  }

  /** What to underline where the value of a field is wrong: the value as it stands, else what `keyOf` says. */
  valueOf(name: string): Span {
    const value: YamlNode | undefined = this.pair(name)?.value;
    return value && !isNull(value) && value.kind !== 'map' && value.kind !== 'seq' ? value : this.keyOf(name);
  }

  /** What to underline where the object is wrong as a whole: its key, or its first token in a list. */
  get key(): Span {
    if (!this.parent || this.parent.facts.fields.get(this.field)?.field.list) return this.start;
    return this.parent.keyOf(this.field);
  }

  /** The first token of the object, or what stands for it. */
  get start(): Span {
    return this.node?.pairs[0]?.key ?? this.anchor;
  }

  /** What the API server takes a field for that is not written; undefined where it fills in nothing. */
  default(name: string): unknown {
    const value = this.facts.fields.get(name)?.limits?.default;
    return typeof value === 'function' ? value(this) : value;
  }
}

/**
 * An object in which nothing is written.
 * @param field the field of the parent it is the value of; '' where the parent is not to know of it
 */
export function blankObject(type: string, minor: number, parent?: ApiObject, field = ''): ApiObject {
  const path = parent && field ? parent.at(field) : '';
  return new ApiObject(type, path, minor, undefined, { start: 0, end: 0 }, parent, field, true);
}

const noObjects: readonly ApiObject[] = [];
const nothing: ReadonlyMap<string, Pair> = new Map();

/** Every object of a manifest that was understood, in the order of the text. */
export class ApiObjects {
  private readonly all: ApiObject[] = [];
  private readonly byType = new Map<string, ApiObject[]>();
  private readonly byNode = new Map<MapNode, ApiObject>();

  add(object: ApiObject): void {
    this.all.push(object);
    if (object.node) this.byNode.set(object.node, object);
    if (!object.checked) return;
    const same = this.byType.get(object.type);
    if (same) same.push(object);
    else this.byType.set(object.type, [object]);
  }

  /** The objects of some types that the API server validates. */
  of(...types: string[]): readonly ApiObject[] {
    return types.length > 1 ? types.flatMap((type) => this.of(type)) : (this.byType.get(types[0] ?? '') ?? noObjects);
  }

  /** The object that a map is, the last of them where aliases use it more than once. */
  get(node: MapNode): ApiObject | undefined {
    return this.byNode.get(node);
  }

  [Symbol.iterator](): Iterator<ApiObject> {
    return this.all[Symbol.iterator]();
  }
}

function isZero(node: ConcreteNode): boolean {
  return stringOf(node) === '' || integerOf(node) === 0;
}
