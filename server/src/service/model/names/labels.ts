import { effectivePairs, type Pair, stringOf, type YamlNode } from '../../yaml/index.ts';
import { type Labelled, type Name, writtenName } from './name.ts';

/** The labels of a map whose value is a string, each as `key=value`. */
export function labelsOf(node: YamlNode | undefined): string[] {
  return labelPairs(node).map(({ label }) => label);
}

/** The keys and values of labels, or of a selector, as names. */
export function labelNames(node: YamlNode | undefined, role: Name['role'], scope: string, text: string): Name[] {
  return labelPairs(node).flatMap(({ label, pair }) => {
    const key = writtenName(pair.oddKey ?? pair.key, text);
    const value = writtenName(pair.value, text);
    return [
      ...(key ? [{ ...key, kind: 'labelKey' as const, role, scope, label }] : []),
      ...(value ? [{ ...value, kind: 'labelValue' as const, role, scope, label }] : []),
    ];
  });
}

function labelPairs(node: YamlNode | undefined): { label: string; pair: Pair }[] {
  if (node?.kind !== 'map') return [];
  return [...effectivePairs(node)].flatMap(([key, pair]) => {
    const value = stringOf(pair.value);
    return value === undefined ? [] : [{ label: `${key}=${value}`, pair }];
  });
}

/** Whether a selector selects something by its labels; one that is empty has nothing to name. */
export function selects(selector: Omit<Labelled, 'scope'>, pod: Omit<Labelled, 'scope'>): boolean {
  return (
    sameNamespace(selector.namespace, pod.namespace) &&
    selector.labels.length > 0 &&
    selector.labels.every((label) => pod.labels.includes(label))
  );
}

/** Whether two namespaces may be one. Where none is written, `kubectl -n` decides, so that it may be any. */
export function sameNamespace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
