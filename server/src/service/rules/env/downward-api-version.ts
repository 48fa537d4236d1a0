import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';
import { conversionProblem, versionOf } from './field-path.ts';

/** ConvertDownwardAPIFieldLabel. */
export default defineRule<ApiObject>({
  code: 'downward-api-version',
  severity: 'error',
  check({ objects }, report) {
    for (const selector of objects.of('core/v1.ObjectFieldSelector')) {
      const [version, path] = [versionOf(selector), selector.string('fieldPath')];
      if (version === 'v1' || !path) continue;
      report({
        node: selector.valueOf('apiVersion'),
        path: selector.at('fieldPath'),
        message: l10n.t(
          '`fieldRef` reads a field of the Pod, whose `apiVersion` is `v1`: the API server refuses `{0}`. Write `v1`, or remove `apiVersion`.',
          version,
        ),
        server: [
          `Invalid value: ${JSON.stringify(path)}: error converting fieldPath: ${conversionProblem(version, path)}`,
        ],
        data: selector,
      });
    }
  },
  fix({ data: selector }, editor) {
    return [changeFix(selector, 'apiVersion', 'v1', editor)];
  },
});
