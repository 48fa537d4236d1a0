import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

const effects = ['', 'NoSchedule', 'PreferNoSchedule'];

/** ValidateTolerations: only a taint with NoExecute takes pods off their node, so only there is a time to wait. */
export default defineRule<ApiObject>({
  code: 'toleration-seconds',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const toleration of objects.of('core/v1.Toleration')) {
      const effect = toleration.string('effect');
      // of another effect it is told that there is none such
      if (!toleration.has('tolerationSeconds') || effect === undefined || !effects.includes(effect)) continue;
      report({
        node: effect ? toleration.valueOf('effect') : toleration.keyOf('tolerationSeconds'),
        path: toleration.at('effect'),
        message: l10n.t(
          '`tolerationSeconds` is how long the pod stays on a node that gets a taint with the effect `NoExecute`: the API server refuses it for other effects. Write `effect: NoExecute`, or remove `tolerationSeconds`.',
        ),
        server: [
          `Invalid value: ${JSON.stringify(effect)}: effect must be 'NoExecute' when \`tolerationSeconds\` is set`,
        ],
        data: toleration,
      });
    }
  },
  fix({ data: toleration }, editor) {
    return [
      setFix(toleration, 'effect', 'NoExecute', editor),
      ...removeFix(toleration.pair('tolerationSeconds'), editor),
    ];
  },
});
