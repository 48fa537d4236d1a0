import * as l10n from '@vscode/l10n';
import { defineRule, findingsOf } from '../rule.ts';

export default defineRule({
  code: 'number-out-of-range',
  severity: 'error',
  hides: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'out-of-range')) {
      const { node, path, field } = finding;
      const text = node.kind === 'scalar' ? node.text : '';
      const isWhole = node.kind === 'scalar' && node.value.type === 'number' && Number.isInteger(node.value.value);
      const bits = field.type === 'int64' ? 64 : 32;
      report({
        node,
        path,
        message: isWhole
          ? l10n.t(
              '`{0}` does not fit into the {1} bits of this field: the API server cannot read it. Write a smaller number.',
              text,
              bits,
            )
          : l10n.t(
              '`{0}` is not a whole number: the API server cannot read a fraction here. Write a whole number.',
              text,
            ),
      });
    }
  },
});
