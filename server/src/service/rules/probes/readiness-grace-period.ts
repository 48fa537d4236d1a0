import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateReadinessProbe. */
export default defineRule<ApiObject>({
  code: 'readiness-grace-period',
  severity: 'error',
  check({ objects }, report) {
    for (const probe of objects.of('core/v1.Probe')) {
      const seconds = probe.integer('terminationGracePeriodSeconds');
      if (probe.field !== 'readinessProbe' || seconds === undefined) continue;
      const tooSmall = seconds <= 0 ? [`Invalid value: ${seconds}: must be greater than 0`] : [];
      report({
        node: probe.keyOf('terminationGracePeriodSeconds'),
        path: probe.at('terminationGracePeriodSeconds'),
        message: l10n.t(
          'A `readinessProbe` never stops a container, so it may not have `terminationGracePeriodSeconds`: the API server refuses it. Remove it.',
        ),
        server: [...tooSmall, `Invalid value: ${seconds}: must not be set for readinessProbes`],
        data: probe,
      });
    }
  },
  fix({ data: probe }, editor) {
    return removeFix(probe.pair('terminationGracePeriodSeconds'), editor);
  },
});
