import * as l10n from '@vscode/l10n';
import type { ApiObject, Value } from '../../schema/object.ts';
import { deref, stringOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  object: ApiObject;
  value: Value;
}

/** ValidateMatchLabelKeysAndMismatchLabelKeys and ValidateMatchLabelKeysInTopologySpread */
export default defineRule<Data>({
  code: 'label-keys-overlap',
  severity: 'error',
  check({ objects }, report) {
    for (const object of objects.of('core/v1.PodAffinityTerm', 'core/v1.TopologySpreadConstraint')) {
      for (const { value, path, server, message } of [...mismatched(object), ...selectedTwice(object)]) {
        const words = `Invalid value: ${JSON.stringify(keyOf(value))}: ${server}`;
        report({ node: value.span, path, message, server: [words], data: { object, value } });
      }
    }
  },
  fix({ data: { object, value } }, editor) {
    const list = deref(object.pair('matchLabelKeys')?.value);
    if (list?.kind !== 'seq') return [];
    const title = l10n.t('Remove {0} from {1}', keyOf(value), 'matchLabelKeys');
    return [suggestion(title, editor.removeItem(list, Number(value.key)))];
  },
});

interface Told {
  value: Value;
  path: string;
  server: string;
  message: string;
}

/** The keys that are in both lists. */
function mismatched(object: ApiObject): Told[] {
  const keys = new Set(keysOf(object, 'mismatchLabelKeys'));
  const both = object.values('matchLabelKeys').filter((value) => keys.has(keyOf(value)));
  return both.map((value) => ({
    value,
    path: value.path,
    server: 'exists in both matchLabelKeys and mismatchLabelKeys',
    message: l10n.t(
      '`{0}` is in both `matchLabelKeys` and `mismatchLabelKeys`, but no pod can have the same value and another one: the API server refuses both together. Remove one of them.',
      keyOf(value),
    ),
  }));
}

/** The keys in `matchLabelKeys` that the selector has as well. */
function selectedTwice(object: ApiObject): Told[] {
  const selector = object.object('labelSelector');
  const values = object.values('matchLabelKeys');
  if (!selector || values.length === 0) return [];
  const isMerged = object.type === 'core/v1.PodAffinityTerm' || object.minor >= 34;
  return (isMerged ? mergedTwice(object, selector, values) : writtenTwice(selector, values)).map((value) => ({
    value,
    path: isMerged ? `${object.path}[${value.key}]` : value.path,
    server: 'exists in both matchLabelKeys and labelSelector',
    message: l10n.t(
      '`{0}` is in `matchLabelKeys`, which selects by the value that the pod itself has, and also in `labelSelector`: the API server refuses both together. Remove one of them.',
      keyOf(value),
    ),
  }));
}

function writtenTwice(selector: ApiObject, values: readonly Value[]): Value[] {
  const selected = new Set([...labelsIn(selector), ...requirementsIn(selector)]);
  return values.filter((value) => selected.has(keyOf(value)));
}

/** The server puts the keys into the selector of a Pod, and then tells of requirements whose key is there before. */
function mergedTwice(object: ApiObject, selector: ApiObject, values: readonly Value[]): Value[] {
  const last = new Map(values.map((value) => [keyOf(value), value]));
  const seen = new Set(labelsIn(selector));
  const twice = new Set<Value>();
  for (const key of [...requirementsIn(selector), ...addedKeys(object)]) {
    const value = last.get(key);
    if (value && seen.has(key)) twice.add(value);
    seen.add(key);
  }
  return [...twice];
}

function labelsIn(selector: ApiObject): string[] {
  return selector.values('matchLabels').map(({ key }) => key);
}

function requirementsIn(selector: ApiObject): string[] {
  return selector.objects('matchExpressions').map((each) => each.string('key') ?? '');
}

/** The keys that the API server adds to the selector of a Pod: those of which the pod has a label. */
function addedKeys(object: ApiObject): string[] {
  const { root } = object;
  if (root.type !== 'core/v1.Pod') return [];
  const labels = new Set((root.object('metadata')?.values('labels') ?? []).map(({ key }) => key));
  return ['matchLabelKeys', 'mismatchLabelKeys'].flatMap((name) =>
    keysOf(object, name).filter((key) => labels.has(key)),
  );
}

function keysOf(object: ApiObject, name: string): string[] {
  return object.values(name).map(keyOf);
}

function keyOf({ node }: Value): string {
  return stringOf(node) ?? '';
}
