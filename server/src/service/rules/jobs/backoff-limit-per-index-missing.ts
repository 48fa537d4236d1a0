import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

const limit = 'backoffLimitPerIndex';

/** validateJobSpec, validatePodFailurePolicyRule: what counts per index needs the limit that switches it on. */
export default defineRule<ApiObject>({
  code: 'backoff-limit-per-index-missing',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const spec of objects.of('batch/v1.JobSpec')) {
      if (spec.has(limit)) continue;
      if (spec.has('maxFailedIndexes')) {
        report({
          node: spec.keyOf('maxFailedIndexes'),
          path: spec.at(limit),
          message: l10n.t(
            '`maxFailedIndexes` counts indexes that used up `backoffLimitPerIndex`, which is missing: the API server refuses it. Add `backoffLimitPerIndex`.',
          ),
          server: ['Required value: when maxFailedIndexes is specified'],
          data: spec,
        });
      }
      for (const rule of spec.object('podFailurePolicy')?.objects('rules') ?? []) {
        if (rule.string('action') !== 'FailIndex') continue;
        report({
          node: rule.valueOf('action'),
          path: rule.at('action'),
          message: l10n.t(
            'The action `FailIndex` fails one index of the Job, for which the API server requires `backoffLimitPerIndex`. Add it to the Job, or use another action.',
          ),
          server: ['Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set'],
          data: spec,
        });
      }
    }
  },
  fix({ data: spec }, editor) {
    return [setFix(spec, limit, 1, editor, ['completions', 'completionMode'])];
  },
});
