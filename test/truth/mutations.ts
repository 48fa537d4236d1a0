import { type Document, parseAllDocuments, stringify, type ToStringOptions } from 'yaml';
import {
  type Field,
  fieldOf,
  fieldsOf,
  isServed,
  scalarTypes,
  workloadTypes,
} from '../../server/src/service/schema/index.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Holder = Json[] | { [key: string]: Json };

/** A number from 0 up to 1, the same ones in turn for a seed. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The documents of some files as JSON. */
export function parseManifests(texts: readonly string[]): Json[] {
  return texts
    .flatMap((text) => parseAllDocuments(text, { version: '1.1' }))
    .map((document) => document.toJS() as Json);
}

/** Marks a text that is written without quotes, be it what it may. */
const plain = '\u0001';

/** A manifest as YAML in which every string is quoted, so that it stays one. */
export function textOf(manifest: Json | Document, options: ToStringOptions = {}): string {
  const usual = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 } as const;
  return stringify(manifest, { ...usual, ...options }).replace(/"\\x01([^"]*)"/g, '$1');
}

const strings = [
  ...[
    '',
    ' ',
    'x',
    'a',
    'app',
    'A_b',
    'a b',
    'a.b',
    'a/b',
    'a/b/c',
    '-a',
    'a-',
    'a--b',
    'é',
    'x'.repeat(16),
    'x'.repeat(64),
  ],
  ...['x'.repeat(254), '/abs', '/abs/', '../up', 'a/../b', '..a', '.', '..', 'a:b', '0', '80', '8080', 'http', 'HTTP'],
  ...[
    'Always',
    'always',
    'Never',
    'OnFailure',
    'None',
    'Default',
    'Exists',
    'In',
    'Gt',
    'true',
    '1Gi',
    '-1',
    '1.5',
    '0644',
  ],
  ...[
    'metadata.name',
    "metadata.labels['app']",
    'metadata.labels',
    'status.podIP',
    'spec.nodeName',
    'limits.cpu',
    '10%',
    '150%',
  ],
  ...[
    'example.com/x',
    'kubernetes.io/x',
    'EXAMPLE.com/x',
    '10.0.0.1',
    '256.0.0.1',
    '::1',
    '010.0.0.1',
    'Asia/Seoul',
    'UTC',
  ],
  ...['@hourly', '0 0 * * *', '61 * * * *', '* * * *', 'TZ=UTC * * * * *', 'RuntimeDefault', 'Localhost', 'Unconfined'],
  ...[
    'linux',
    'windows',
    'CAP_SYS_ADMIN',
    'RollingUpdate',
    'Recreate',
    'OnDelete',
    'Indexed',
    'cpu',
    'memory',
    '0-2',
    '5',
  ],
];
const integers = [0, 1, -1, 2, 3, 5, 10, 80, 100, 101, 511, 512, 600, 644, 755, 3600, 65535, 65536, 100001, 2147483647];
const quantities: Json[] = [
  '0',
  '1',
  '-1',
  '100m',
  '1500m',
  '1Gi',
  '2Gi',
  '1.5Gi',
  '3Mi',
  '2Mi',
  '0.5',
  '1e3',
  '1n',
  '1E',
  1,
  0,
  0.5,
];
const odd = [
  'y',
  'no',
  '012',
  '0o14',
  '0x1F',
  '1_000',
  '.5',
  '1e3',
  '~',
  '',
  '1.10',
  '12:30:45',
  '2020-01-01',
  '.inf',
  '!!str 1',
].map((text) => plain + text);
const keys = [
  'app',
  'example.com/app',
  'a b',
  '',
  'cpu',
  'memory',
  'hugepages-2Mi',
  'gpu',
  'nvidia.com/gpu',
  'storage',
  'x'.repeat(64),
];

/** Makes one or two mistakes in a manifest, or what may be none. */
export function mutate(manifest: Json, random: Random, minor: number): Json {
  const root = structuredClone(manifest);
  const times = random() < 0.65 ? 1 : random() < 0.8 ? 2 : 4;
  for (let time = 0; time < times; time++) new Mutator(root, random, minor).run();
  return root;
}

interface Place {
  holder: Holder;
  key: string | number;
  value: Json;
  /** The type of the value, or of its entries. */
  field: Field | undefined;
}

class Mutator {
  private readonly places: Place[] = [];
  private readonly objects: { object: { [key: string]: Json }; type: string }[] = [];

  constructor(
    root: Json,
    private readonly random: Random,
    private readonly minor: number,
  ) {
    const { apiVersion, kind } = root as { apiVersion?: string; kind?: string };
    this.visit(root, workloadTypes[`${apiVersion} ${kind}`]);
  }

  run(): void {
    const isAlive = this.objects.length > 0 && this.scalars().length > 0;
    if (!isAlive) return;
    const changes = [this.drop, this.value, this.value, this.value, this.add, this.add, this.add];
    const rarer = [this.empty, this.retype, this.rename, this.duplicate, this.move, this.swap, this.odd];
    this.pick([...changes, ...rarer]).call(this);
  }

  private visit(value: Json, type: string | undefined): void {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && type && fieldsOf(type)) this.objects.push({ object: value, type });
    for (const [name, child] of Object.entries(value)) {
      const field = type && !Array.isArray(value) ? fieldOf(type, name) : undefined;
      this.place(value as Holder, Array.isArray(value) ? Number(name) : name, child, field);
    }
  }

  private place(holder: Holder, key: string | number, value: Json, field: Field | undefined): void {
    this.places.push({ holder, key, value, field });
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) this.place(value, index, item, entryOf(field));
    else if (field?.map && typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) this.place(value, name, item, entryOf(field));
    else this.visit(value, field?.type);
  }

  private pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)] as T;
  }

  private scalars(): Place[] {
    return this.places.filter(({ value, key }) => typeof value !== 'object' && key !== 'apiVersion' && key !== 'kind');
  }

  private anywhere(): Place {
    return this.pick(this.places.filter(({ key }) => key !== 'apiVersion' && key !== 'kind'));
  }

  private put({ holder, key }: Place, value: Json): void {
    (holder as { [key: string | number]: Json })[key] = value;
  }

  private take({ holder, key }: Place): void {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }

  private drop(): void {
    this.take(this.anywhere());
  }

  private value(): void {
    const scalars = this.scalars();
    const place = this.pick(scalars);
    this.put(place, this.scalar(place.field?.type ?? typeof place.value, place.field));
  }

  private add(): void {
    const { object, type } = this.pick(this.objects);
    const [name, field] = this.pick(Object.entries(fieldsOf(type) ?? {}));
    if (isServed(field, this.minor) || this.random() < 0.1) object[name] = this.make(field, 0);
  }

  private empty(): void {
    this.put(this.anywhere(), this.pick<Json>([null, {}, [], '', [null], [{}]]));
  }

  private retype(): void {
    const place = this.anywhere();
    const { value } = place;
    this.put(
      place,
      this.pick<Json>([[value], { name: value }, String(value), Number.parseInt(String(value), 10) || 7, true]),
    );
  }

  private rename(): void {
    const place = this.pick(this.places.filter(({ holder }) => !Array.isArray(holder)));
    const name = String(place.key);
    const names = [
      name.toLowerCase(),
      `${name}s`,
      name.slice(0, -1),
      `${name[0]?.toUpperCase()}${name.slice(1)}`,
      ...keys,
    ];
    this.take(place);
    (place.holder as { [key: string]: Json })[this.pick(names)] = place.value;
  }

  private duplicate(): void {
    const items = this.places.filter(({ holder }) => Array.isArray(holder));
    if (items.length === 0) return;
    const { holder, value } = this.pick(items);
    (holder as Json[]).push(structuredClone(value));
  }

  private move(): void {
    const place = this.anywhere();
    const { object } = this.pick(this.objects);
    this.take(place);
    object[String(place.key)] = place.value;
  }

  private swap(): void {
    const scalars = this.scalars();
    const [a, b] = [this.pick(scalars), this.pick(scalars)];
    this.put(a, b.value);
    this.put(b, a.value);
  }

  private odd(): void {
    this.put(this.anywhere(), this.pick(odd));
  }

  private make(field: Field, depth: number): Json {
    if (field.list)
      return Array.from({ length: this.pick([0, 1, 1, 2]) }, () => this.make(entryOf(field) ?? field, depth + 1));
    if (field.map) {
      const names = Array.from({ length: this.pick([0, 1, 2]) }, () => this.pick(keys));
      return Object.fromEntries(names.map((name) => [name, this.make(entryOf(field) ?? field, depth + 1)]));
    }
    if (scalarTypes.has(field.type)) return this.scalar(field.type, field);
    const fields = Object.entries(fieldsOf(field.type) ?? {}).filter(([, each]) => isServed(each, this.minor));
    const chance = depth > 3 ? 0.1 : 1.5 / Math.max(1, fields.length) + 0.1;
    const chosen = fields.filter(([, each]) => this.random() < (each.required ? 0.9 : chance));
    return Object.fromEntries(chosen.map(([name, each]) => [name, this.make(each, depth + 1)]));
  }

  private scalar(type: string, field: Field | undefined): Json {
    if (this.random() < 0.02) return this.pick(odd);
    if (type === 'boolean') return this.random() < 0.5;
    if (type === 'Quantity') return this.pick(quantities);
    if (type === 'Time') return this.pick(['2026-01-31T12:00:00Z', 'today']);
    if (type === 'int32' || type === 'int64' || type === 'number') return this.pick(integers);
    if (type === 'IntOrString') return this.random() < 0.5 ? this.pick(integers) : this.pick(strings);
    if (field?.enum && this.random() < 0.6) return this.pick(field.enum);
    // a value that stands elsewhere: the name of a volume, of a container, a label
    const others = this.places.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    return this.random() < 0.35 && others.length > 0 ? this.pick(others) : this.pick(strings);
  }
}

function entryOf(field: Field | undefined): Field | undefined {
  if (!field) return undefined;
  const { list: _, map: __, ...entry } = field;
  return entry;
}
