import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { readIndexes } from './indexes.ts';

interface Data {
  rule: ApiObject;
  most: number;
}

/** validateSuccessPolicyRule */
export default defineRule<Data>({
  code: 'succeeded-count-too-large',
  severity: 'error',
  check({ objects }, report) {
    for (const rule of objects.of('batch/v1.SuccessPolicyRule')) {
      const completions = rule.around('batch/v1.JobSpec')?.integer('completions');
      const count = rule.integer('succeededCount');
      if (completions === undefined || count === undefined) continue;
      const indexes = rule.has('succeededIndexes')
        ? readIndexes(rule.string('succeededIndexes') ?? '', completions)
        : completions;
      const most = typeof indexes === 'number' ? Math.min(indexes, completions) : completions;
      if (count <= most) continue;
      const server = [
        ...(count > completions ? [words(count, completions, 'the number of specified completions')] : []),
        ...(rule.has('succeededIndexes')
          ? [words(count, most, 'the number of indexes in the specified succeededIndexes field')]
          : []),
      ];
      report({
        node: rule.valueOf('succeededCount'),
        path: rule.at('succeededCount'),
        message: l10n.t(
          'At most {0} indexes can succeed here, so {1} is never reached: the API server refuses the rule. Lower `succeededCount`.',
          most,
          count,
        ),
        server,
        data: { rule, most },
      });
    }
  },
  fix({ data: { rule, most } }, editor) {
    if (most < 1) return [];
    return [changeFix(rule, 'succeededCount', most, editor)];
  },
});

function words(count: number, most: number, what: string): string {
  return `Invalid value: ${count}: must be less than or equal to ${most} (${what})`;
}
