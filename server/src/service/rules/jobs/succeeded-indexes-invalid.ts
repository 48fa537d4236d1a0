import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { readIndexes } from './indexes.ts';

interface Data {
  rule: ApiObject;
  completions: number;
}

const name = 'succeededIndexes';

/** validateSuccessPolicyRule */
export default defineRule<Data>({
  code: 'succeeded-indexes-invalid',
  severity: 'error',
  check({ objects }, report) {
    for (const rule of objects.of('batch/v1.SuccessPolicyRule')) {
      const completions = rule.around('batch/v1.JobSpec')?.integer('completions');
      const text = rule.has(name) ? rule.string(name) : undefined;
      const problem = text === undefined || completions === undefined ? 0 : readIndexes(text, completions);
      if (text === undefined || completions === undefined || typeof problem === 'number') continue;
      report({
        node: rule.valueOf(name),
        path: rule.at(name),
        message: problem.startsWith('too large')
          ? l10n.t(
              '`{0}` names an index that the Job does not have: with {1} `completions` the indexes are 0 to {2}, and the API server refuses others. Change it.',
              text,
              completions,
              completions - 1,
            )
          : l10n.t(
              '`{0}` is not a valid list of indexes: the API server accepts numbers and ranges in ascending order, such as `0,2-4`. Change it.',
              text,
            ),
        server: [`Invalid value: ${JSON.stringify(text)}: error parsing succeededIndexes: ${problem}`],
        data: { rule, completions },
      });
    }
  },
  fix({ data: { rule, completions } }, editor) {
    const mended = mend(rule.string(name) ?? '');
    if (typeof readIndexes(mended, completions) === 'string' || mended === '') return [];
    return [changeFix(rule, name, mended, editor)];
  },
});

/** The list without blanks, and in order. */
function mend(text: string): string {
  const parts = text.replace(/\s+/g, '').split(',').filter(Boolean);
  return parts.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).join(',');
}
