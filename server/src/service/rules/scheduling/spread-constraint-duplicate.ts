import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** ValidateSpreadConstraintNotRepeat, which tells of the first of two. */
export default defineRule<ApiObject>({
  code: 'spread-constraint-duplicate',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const { constraint, other, key, action } of twins(spec.objects('topologySpreadConstraints'))) {
        report({
          node: constraint.valueOf('topologyKey'),
          path: constraint.at('{topologyKey, whenUnsatisfiable}'),
          message: l10n.t(
            'Another constraint has the same `topologyKey` `{0}` and the same `whenUnsatisfiable`: the API server refuses it. Change or remove one of them.',
            key,
          ),
          server: [`Duplicate value: ${JSON.stringify(`{${key}, ${action}}`)}`],
          related: [{ node: other.valueOf('topologyKey'), message: l10n.t('The other constraint') }],
          data: other,
        });
      }
    }
  },
  fix({ data: other }, editor) {
    return [suggestion(l10n.t('Remove the second one'), removeEntry(other, editor))];
  },
});

interface Twins {
  constraint: ApiObject;
  /** The next one that is the same. */
  other: ApiObject;
  key: string;
  action: string;
}

function twins(constraints: readonly ApiObject[]): Twins[] {
  const next = new Map<string, ApiObject>();
  const found: Twins[] = [];
  for (const constraint of [...constraints].reverse()) {
    const [key, action] = [constraint.string('topologyKey'), constraint.string('whenUnsatisfiable')];
    if (!key || action === undefined) continue;
    const other = next.get(`${action} ${key}`);
    if (other) found.unshift({ constraint, other, key, action });
    next.set(`${action} ${key}`, constraint);
  }
  return found;
}
