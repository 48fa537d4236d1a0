import * as l10n from '@vscode/l10n';
import { type Pair, stringOf } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { jobName, nameLabels, uidLabels } from './generated.ts';

/** validateGeneratedSelector, ValidateHasLabel: the labels that the server sets may not have other values. */
export default defineRule<Pair>({
  code: 'job-label-reserved',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('batch/v1.JobSpec')) {
      if (spec.root.type !== 'batch/v1.Job' || spec.boolean('manualSelector')) continue;
      const name = jobName(spec.root);
      for (const { key, node, span, path, pair } of spec.object('template')?.object('metadata')?.values('labels') ??
        []) {
        const isOwn = uidLabels.includes(key) || (nameLabels.includes(key) && stringOf(node) !== name);
        if (!isOwn || !pair) continue;
        report({
          node: span,
          path,
          message: l10n.t(
            'The API server sets the label `{0}` itself to find the pods of the Job, and refuses any other value. Remove it.',
            key,
          ),
          server: [`Invalid value: must be '${nameLabels.includes(key) ? (name ?? '') : ''}'`],
          data: pair,
        });
      }
    }
  },
  fix({ data: pair }, editor) {
    return removeFix(pair, editor);
  },
});
