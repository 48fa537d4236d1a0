import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { matches, requirementsOf } from '../selectors/requirements.ts';
import { jobName, nameLabels, uidLabels } from './generated.ts';

interface Data {
  spec: ApiObject;
  name: string;
}

/** validateGeneratedSelector, ValidateJobTemplateSpec: a Job is given a selector, unless it says that it has its own. */
export default defineRule<Data>({
  code: 'job-selector',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('batch/v1.JobSpec')) {
      if (spec.root.type === 'batch/v1.CronJob') {
        if (spec.has('selector'))
          report(ofCronJob(spec, 'selector', ['Invalid value: `selector` will be auto-generated']));
        if (spec.boolean('manualSelector')) {
          report(ofCronJob(spec, 'manualSelector', ['Unsupported value: true: supported values: "nil", "false"']));
        }
      } else if (!spec.boolean('manualSelector') && !selectsGenerated(spec)) {
        report({
          node: spec.keyOf('selector'),
          path: spec.at('selector'),
          message: l10n.t(
            'A Job gets its own selector and labels, so that it never takes the pods of another Job: the API server refuses a `selector`. Remove it, or set `manualSelector: true` if you need it.',
          ),
          server: ['Invalid value: `selector` not auto-generated'],
          data: { spec, name: 'selector' },
        });
      }
    }
  },
  fix({ data: { spec, name } }, editor) {
    const remove = removeFix(spec.pair(name), editor);
    const isCronJob = spec.root.type === 'batch/v1.CronJob';
    return isCronJob ? remove : [...remove, setFix(spec, 'manualSelector', true, editor, ['selector'])];
  },
});

function ofCronJob(spec: ApiObject, name: string, server: string[]) {
  return {
    node: spec.keyOf(name),
    path: spec.at(name),
    message: l10n.t('Each Job of a CronJob gets its own selector: the API server refuses `{0}`. Remove it.', name),
    server,
    data: { spec, name },
  };
}

/** Whether a selector asks for nothing but what the server labels the pods with. */
function selectsGenerated(spec: ApiObject): boolean {
  const selector = spec.object('selector');
  const requirements = selector ? requirementsOf(selector) : [];
  // nobody knows the uid before, nor the name that is generated
  const uid = '\0';
  const labels = new Map(uidLabels.map((key) => [key, uid]));
  for (const key of nameLabels) labels.set(key, jobName(spec.root) ?? uid);
  return requirements?.every((each) => matches(each, labels)) ?? true;
}
