import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateJobSpec */
export default defineRule<ApiObject>({
  code: 'indexed-job-completions',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('batch/v1.JobSpec')) {
      const isSized = spec.has('completions') || spec.integer('completions') !== undefined;
      if (spec.string('completionMode') !== 'Indexed' || isSized) continue;
      report({
        node: spec.valueOf('completionMode'),
        path: spec.at('completions'),
        message: l10n.t(
          'An indexed Job needs `completions`, the number of its indexes: the API server refuses the Job without it. Add it.',
        ),
        server: ['Required value: when completion mode is Indexed'],
        data: spec,
      });
    }
  },
  fix({ data: spec }, editor) {
    const count = Math.max(1, spec.integer('parallelism') ?? 1);
    return [setFix(spec, 'completions', count, editor, ['completionMode'])];
  },
});
