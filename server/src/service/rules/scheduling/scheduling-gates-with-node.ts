import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** ValidatePodCreate: of a Pod itself, not of templates. */
export default defineRule<ApiObject>({
  code: 'scheduling-gates-with-node',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      if (spec.root.type !== 'core/v1.Pod' || spec.isEmpty('nodeName') || spec.isEmpty('schedulingGates')) continue;
      report({
        node: spec.keyOf('nodeName'),
        path: spec.at('nodeName'),
        message: l10n.t(
          '`schedulingGates` keep the pod from getting a node until they are removed, but `nodeName` already gives it one: the API server refuses both together. Remove one of them.',
        ),
        server: ['Forbidden: cannot be set until all schedulingGates have been cleared'],
        related: [{ node: spec.keyOf('schedulingGates'), message: l10n.t('The gates') }],
        data: spec,
      });
    }
  },
  fix({ data: spec }, editor) {
    return ['nodeName', 'schedulingGates'].flatMap((name) => {
      return removeFix(spec.pair(name), editor);
    });
  },
});
