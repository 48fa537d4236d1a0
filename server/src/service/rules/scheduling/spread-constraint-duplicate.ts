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
      const constraints = spec.objects('topologySpreadConstraints');
      for (const [index, constraint] of constraints.entries()) {
        const key = constraint.string('topologyKey');
        const action = constraint.string('whenUnsatisfiable');
        const other = constraints.slice(index + 1).find((each) => isSame(each, constraint));
        if (!key || action === undefined || !other) continue;
        report({
          node: constraint.valueOf('topologyKey'),
          path: constraint.at('{topologyKey, whenUnsatisfiable}'),
          message: l10n.t(
            'Another constraint spreads over `{0}` with the same `whenUnsatisfiable`: the API server refuses two of a kind. Change or remove one of them.',
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

function isSame(one: ApiObject, other: ApiObject): boolean {
  return ['topologyKey', 'whenUnsatisfiable'].every((name) => one.string(name) === other.string(name));
}
