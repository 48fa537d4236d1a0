import * as l10n from '@vscode/l10n';
import type { Pair } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

/** warningsForPodSpecAndMeta; in a Pod it becomes 1 before the warnings are looked for (Convert_v1_Pod_To_core_Pod). */
export default defineRule<Pair | undefined>({
  code: 'grace-period-negative',
  severity: 'warning',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      const seconds = spec.integer('terminationGracePeriodSeconds');
      if (seconds === undefined || seconds >= 0) continue;
      report({
        node: spec.valueOf('terminationGracePeriodSeconds'),
        path: spec.at('terminationGracePeriodSeconds'),
        message: l10n.t(
          'A grace period cannot be negative: {0} is treated as 1, so containers are killed one second after they are asked to stop. Write the seconds that they need.',
          seconds,
        ),
        server:
          spec.parent?.type === 'core/v1.Pod'
            ? []
            : ['must be >= 0; negative values are invalid and will be treated as 1'],
        data: spec.pair('terminationGracePeriodSeconds'),
      });
    }
  },
  fix({ data: pair }, editor) {
    if (!pair) return [];
    return [
      suggestion(l10n.t('Change to {0}', 1), editor.replaceNode(pair.value, 1)),
      suggestion(l10n.t('Remove it: the default is {0}', 30), editor.removePair(pair)),
    ];
  },
});
