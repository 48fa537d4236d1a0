import * as l10n from '@vscode/l10n';
import { fieldOf, isServed } from '../../schema/index.ts';
import { deref, effectivePairs, isNull, type Pair, pairOf, stringOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { variablesIn } from './variables.ts';

export default defineRule<Pair[]>({
  code: 'env-value-and-value-from',
  severity: 'error',
  check({ pod, minor }, report) {
    for (const { node, path } of variablesIn(pod).flat()) {
      const [value, valueFrom] = [pairOf(node, 'value'), pairOf(node, 'valueFrom')];
      if (!value || !valueFrom || !stringOf(value.value) || !hasSource(valueFrom, minor)) continue;
      report({
        node: valueFrom.key,
        path: `${path}.valueFrom`,
        message: l10n.t(
          '`{0}` has a `value` and a `valueFrom`: the API server refuses it ("may not be specified when `value` is not empty"). Remove one of them.',
          stringOf(pairOf(node, 'name')?.value) ?? '',
        ),
        data: [value, valueFrom],
      });
    }
  },
  fix({ data }, editor) {
    return data.map((pair) => suggestion(l10n.t('Remove {0}', pair.key.text), editor.removePair(pair)));
  },
});

/** An empty `valueFrom` is refused for being empty. */
function hasSource({ value }: Pair, minor: number): boolean {
  const map = deref(value);
  if (map?.kind !== 'map') return false;
  return [...effectivePairs(map)].some(([name, source]) => {
    const field = fieldOf('core/v1.EnvVarSource', name);
    const given = deref(source.value);
    return field !== undefined && isServed(field, minor) && given !== undefined && !isNull(given);
  });
}
