import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule, safe } from '../rule.ts';

/** validateLivenessProbe and validateStartupProbe. */
export default defineRule<ApiObject>({
  code: 'probe-success-threshold',
  severity: 'error',
  check({ objects }, report) {
    for (const probe of objects.of('core/v1.Probe')) {
      const threshold = probe.integer('successThreshold') ?? 1;
      if (probe.field === 'readinessProbe' || threshold === 1) continue;
      const negative = threshold < 0 ? [`Invalid value: ${threshold}: must be greater than or equal to 0`] : [];
      report({
        node: probe.valueOf('successThreshold'),
        path: probe.at('successThreshold'),
        message: l10n.t(
          'A `{0}` passes with its first success, so `successThreshold` must be 1: the API server refuses {1}. Write 1, or remove it.',
          probe.field,
          threshold,
        ),
        server: [...negative, `Invalid value: ${threshold}: must be 1`],
        data: probe,
      });
    }
  },
  fix({ data: probe }, editor) {
    const pair = probe.pair('successThreshold');
    if (!pair) return [];
    return [safe(l10n.t('Change to {0}', 1), editor.replaceNode(pair.value, 1)), ...removeFix(pair, editor)];
  },
});
