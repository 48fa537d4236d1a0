import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Data {
  object: ApiObject;
  name: string;
}

/** validateLabelKeys and ValidateMatchLabelKeysInTopologySpread */
export default defineRule<Data>({
  code: 'label-keys-without-selector',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const object of objects.of('core/v1.PodAffinityTerm', 'core/v1.TopologySpreadConstraint')) {
      if (object.has('labelSelector')) continue;
      for (const name of ['matchLabelKeys', 'mismatchLabelKeys'].filter((each) => !object.isEmpty(each))) {
        report({
          node: object.keyOf(name),
          path: object.at(name),
          message: l10n.t(
            '`{0}` narrows down what `labelSelector` selects, but there is none: the API server refuses it. Add a `labelSelector`, or remove `{0}`.',
            name,
          ),
          server: ['Forbidden: must not be specified when labelSelector is not set'],
          data: { object, name },
        });
      }
    }
  },
  fix({ data: { object, name } }, editor) {
    return removeFix(object.pair(name), editor);
  },
});
