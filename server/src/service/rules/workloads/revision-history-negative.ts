import * as l10n from '@vscode/l10n';
import type { Pair } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

/** statefulSetStrategy.WarningsOnCreate, since 1.33; of other workloads a negative limit is refused. */
export default defineRule<Pair | undefined>({
  code: 'revision-history-negative',
  severity: 'warning',
  check({ objects, minor }, report) {
    for (const spec of objects.of('apps/v1.StatefulSetSpec')) {
      const limit = spec.integer('revisionHistoryLimit');
      if (limit === undefined || limit >= 0) continue;
      report({
        node: spec.valueOf('revisionHistoryLimit'),
        path: spec.at('revisionHistoryLimit'),
        message: l10n.t(
          'With a `revisionHistoryLimit` of {0} old revisions are never deleted, so their number grows with every change. Write how many to keep, or remove it to keep 10.',
          limit,
        ),
        server: minor >= 33 ? ['a negative value retains all historical revisions; a value >= 0 is recommended'] : [],
        data: spec.pair('revisionHistoryLimit'),
      });
    }
  },
  fix({ data: pair }, editor) {
    return pair ? [suggestion(l10n.t('Remove it: the default is {0}', 10), editor.removePair(pair))] : [];
  },
});
