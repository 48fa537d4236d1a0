import {
  type ConcreteNode,
  deref,
  type ScalarNode,
  type Span,
  stringOf,
  valueAt,
  type YamlNode,
} from '../../yaml/index.ts';

/** What is used by its name within its pod alone. */
export const podKinds = ['volume', 'container', 'variable', 'claim'] as const;
/** What is used by its name within a pod, and through selectors in other documents. */
export const selectedKinds = ['port', 'labelKey', 'labelValue'] as const;
/** Objects of the cluster, all of them of `v1`, that are used by their name. */
export const resourceKinds = ['ConfigMap', 'Secret', 'Service', 'ServiceAccount', 'PersistentVolumeClaim'] as const;

export type LocalKind = (typeof podKinds | typeof selectedKinds)[number];
export type ResourceKind = (typeof resourceKinds)[number];
/** What is in an object of the cluster and used by its key. */
export type KeyKind = 'ConfigMap key' | 'Secret key';
export type NameKind = LocalKind | ResourceKind | KeyKind;

/** A name as it is written somewhere. */
export interface WrittenName {
  name: string;
  /** The name without quotes, or the alias (`*app`) that stands for it. */
  span: Span;
  /** Where the name is written: elsewhere than `span` where that is an alias. */
  source: Span;
  /** What it is written in. */
  node: ScalarNode;
  /** Whether it is only a part of the node's text: `$(VAR)`. */
  isPart: boolean;
}

/** A place where something gets its name, or is used by it. */
export interface Name extends WrittenName {
  kind: NameKind;
  role: 'definition' | 'use';
  /**
   * Within what the name counts: a pod, a container, a selector of the document; the object that a key is in; '' for
   * objects of the cluster.
   */
  scope: string;
  /** The namespace of an object of the cluster; undefined where none is written. */
  namespace?: string | undefined;
  /** A label's key and value together, which are what is selected by: `app=web`. */
  label?: string;
}

/** A pod, by its labels. */
export interface LabelledPod {
  /** The scope of the names of its labels. */
  scope: string;
  namespace: string | undefined;
  /** Each with its value: `app=web`. */
  labels: readonly string[];
}

/** What selects pods by their labels. */
export interface PodSelector {
  /** The scope of the names in it. */
  scope: string;
  namespace: string | undefined;
  /** Of each of these a pod must have one: `app=web`, or of `app in (web, api)` either. */
  requirements: readonly (readonly string[])[];
  /** The name of the Service that it is of, and that sends to pods which are ready alone. */
  service?: string | undefined;
}

/** A workload, or an object that workloads use by its name. */
export interface NamedObject {
  kind: string;
  name: string | undefined;
  namespace: string | undefined;
  span: Span;
  /** The name, or the first key where there is none. */
  nameSpan: Span;
  containers: { name: string; span: Span }[];
}

/** The names of a document. */
export interface Names {
  names: Name[];
  pods: LabelledPod[];
  selectors: PodSelector[];
  objects: NamedObject[];
}

/** The name that a node is; undefined where it is no string, empty, or a text of several lines. */
export function writtenName(node: YamlNode | undefined, text: string): WrittenName | undefined {
  const scalar = deref(node);
  const name = stringOf(scalar);
  if (!node || scalar?.kind !== 'scalar' || !name || scalar.style === 'literal' || scalar.style === 'folded') {
    return undefined;
  }
  const quote = scalar.style === 'plain' ? 0 : 1;
  const source = { start: scalar.start + quote, end: scalar.end - quote };
  if (text.slice(source.start, source.end).includes('\n')) return undefined;
  return { name, source, span: node.kind === 'alias' ? spanOf(node) : source, node: scalar, isPart: false };
}

/** The last part of a written name that reads `part`; undefined where an escape is in the way. */
export function lastPart({ source, span, node }: WrittenName, part: string, text: string): WrittenName | undefined {
  const at = text.slice(source.start, source.end).lastIndexOf(part);
  if (at < 0) return undefined;
  const place = { start: source.start + at, end: source.start + at + part.length };
  const isAlias = span.start !== source.start;
  return { name: part, source: place, span: isAlias ? span : place, node, isPart: true };
}

/** The namespace that an object says it is in. */
export function namespaceOf(root: YamlNode): string | undefined {
  return stringOf(valueAt(root, 'metadata', 'namespace'));
}

function spanOf({ start, end }: ConcreteNode | YamlNode): Span {
  return { start, end };
}
