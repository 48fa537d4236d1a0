import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Data {
  spec: ApiObject;
  name: string;
}

const names = ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'];

/** validateJobSpec */
export default defineRule<Data>({
  code: 'job-not-indexed',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const spec of objects.of('batch/v1.JobSpec')) {
      if (spec.string('completionMode') !== 'NonIndexed') continue;
      for (const name of names.filter((each) => spec.has(each))) {
        report({
          node: spec.keyOf(name),
          path: spec.at(name),
          message: l10n.t(
            '`{0}` is about the indexes of a Job, but this Job has none: the API server refuses it. Set `completionMode: Indexed`, or remove it.',
            name,
          ),
          server: ['Invalid value: requires indexed completion mode'],
          data: { spec, name },
        });
      }
    }
  },
  fix({ data: { spec, name } }, editor) {
    const set = setFix(spec, 'completionMode', 'Indexed', editor, ['parallelism', 'completions']);
    // an indexed Job has to say how many indexes there are
    const isSized = spec.integer('completions') !== undefined;
    return [...(isSized ? [set] : []), ...removeFix(spec.pair(name), editor)];
  },
});
