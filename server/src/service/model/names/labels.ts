import { effectivePairs, mapsOf, type Pair, pairOf, stringOf, valueAt, type YamlNode } from '../../yaml/index.ts';
import { type LabelledPod, type Name, type PodSelector, writtenName } from './name.ts';

/** The labels of a map whose value is a string, each as `key=value`. */
export function labelsOf(node: YamlNode | undefined): string[] {
  return labelPairs(node).map(({ label }) => label);
}

/** The keys and values of labels, or of a selector that is written like them, as names. */
export function labelNames(node: YamlNode | undefined, role: Name['role'], scope: string, text: string): Name[] {
  return labelPairs(node).flatMap(({ label, pair }) => [
    ...labelName('labelKey', pair.oddKey ?? pair.key, { role, scope, label }, text),
    ...labelName('labelValue', pair.value, { role, scope, label }, text),
  ]);
}

/** What a label selector asks for: `matchLabels`, and of `matchExpressions` those with `In`. */
export function requirementsOf(selector: YamlNode | undefined): string[][] {
  return [
    ...labelsOf(valueAt(selector, 'matchLabels')).map((label) => [label]),
    ...expressionsOf(selector).map(({ values }) => values.map(({ label }) => label)),
  ];
}

/** The keys and values of a label selector as names. */
export function selectorNames(selector: YamlNode | undefined, scope: string, text: string): Name[] {
  const role = 'use';
  return [
    ...labelNames(valueAt(selector, 'matchLabels'), role, scope, text),
    ...expressionsOf(selector).flatMap(({ key, values }) =>
      values.flatMap(({ label, node }) => [
        ...labelName('labelKey', key, { role, scope, label }, text),
        ...labelName('labelValue', node, { role, scope, label }, text),
      ]),
    ),
  ];
}

function labelName(
  kind: 'labelKey' | 'labelValue',
  node: YamlNode | undefined,
  name: Required<Pick<Name, 'role' | 'scope' | 'label'>>,
  text: string,
): Name[] {
  const written = writtenName(node, text);
  return written ? [{ ...written, ...name, kind }] : [];
}

function labelPairs(node: YamlNode | undefined): { label: string; pair: Pair }[] {
  if (node?.kind !== 'map') return [];
  return [...effectivePairs(node)].flatMap(([key, pair]) => {
    const value = stringOf(pair.value);
    return value === undefined ? [] : [{ label: `${key}=${value}`, pair }];
  });
}

function expressionsOf(selector: YamlNode | undefined) {
  return mapsOf(valueAt(selector, 'matchExpressions')).flatMap(({ node }) => {
    const key = pairOf(node, 'key')?.value;
    if (stringOf(valueAt(node, 'operator')) !== 'In' || stringOf(key) === undefined) return [];
    const list = valueAt(node, 'values');
    const items = list?.kind === 'seq' ? list.items : [];
    return [{ key, values: items.map((item) => ({ node: item, label: `${stringOf(key)}=${stringOf(item)}` })) }];
  });
}

/** Whether a selector selects a pod by its labels; one that is empty has nothing to name. */
export function selects({ namespace, requirements }: PodSelector, pod: LabelledPod): boolean {
  return (
    sameNamespace(namespace, pod.namespace) &&
    requirements.length > 0 &&
    requirements.every((labels) => labels.some((label) => pod.labels.includes(label)))
  );
}

/** Whether two namespaces may be one. Where none is written, `kubectl -n` decides, so that it may be any. */
export function sameNamespace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
