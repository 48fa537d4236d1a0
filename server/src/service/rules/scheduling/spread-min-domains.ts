import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateMinDomains */
export default defineRule<ApiObject>({
  code: 'spread-min-domains',
  severity: 'error',
  check({ objects }, report) {
    for (const constraint of objects.of('core/v1.TopologySpreadConstraint')) {
      const action = constraint.string('whenUnsatisfiable') ?? '';
      if (!constraint.has('minDomains') || action !== 'ScheduleAnyway') continue;
      report({
        node: constraint.keyOf('minDomains'),
        path: constraint.at('minDomains'),
        message: l10n.t(
          '`minDomains` makes pods wait until there are enough domains, but with `ScheduleAnyway` no pod waits: the API server refuses both together. Change `whenUnsatisfiable` to `DoNotSchedule`, or remove `minDomains`.',
        ),
        server: [
          `Invalid value: ${constraint.integer('minDomains') ?? 0}: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${action}`,
        ],
        related: [{ node: constraint.valueOf('whenUnsatisfiable'), message: l10n.t('The other: `{0}`', action) }],
        data: constraint,
      });
    }
  },
  fix({ data: constraint }, editor) {
    return [
      setFix(constraint, 'whenUnsatisfiable', 'DoNotSchedule', editor),
      ...removeFix(constraint.pair('minDomains'), editor),
    ];
  },
});
