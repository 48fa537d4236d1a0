import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateEnvVarValueFrom: an empty `valueFrom` is refused for being empty. */
export default defineRule<ApiObject>({
  code: 'env-value-and-value-from',
  severity: 'error',
  check({ objects }, report) {
    for (const variable of objects.of('core/v1.EnvVar')) {
      if (!variable.string('value') || !variable.object('valueFrom')?.members().length) continue;
      report({
        node: variable.keyOf('valueFrom'),
        path: variable.at('valueFrom'),
        message: l10n.t(
          '`{0}` has both a `value` and a `valueFrom`: the API server refuses it. Remove one of them.',
          variable.string('name') ?? '',
        ),
        server: ['Invalid value: "": may not be specified when `value` is not empty'],
        related: [{ node: variable.keyOf('value'), message: l10n.t('The `value`') }],
        data: variable,
      });
    }
  },
  fix({ data: variable }, editor) {
    // of several sources another rule speaks, where the value is gone
    const isOne = variable.object('valueFrom')?.members().length === 1;
    return (isOne ? ['value', 'valueFrom'] : ['valueFrom']).flatMap((field) => removeFix(variable.pair(field), editor));
  },
});
