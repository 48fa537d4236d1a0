import * as l10n from '@vscode/l10n';
import { isNegative, negated, quantityText } from '../../schema/quantity.ts';
import { defineRule } from '../rule.ts';
import { changeTo } from './changes.ts';
import { type Written, writtenAmounts } from './checked.ts';

/** ValidateNonnegativeQuantity. */
export default defineRule<Written>({
  code: 'resource-negative',
  severity: 'error',
  check({ objects }, report) {
    for (const amount of writtenAmounts(objects)) {
      if (!isNegative(amount.quantity)) continue;
      const text = quantityText(amount.quantity);
      report({
        node: amount.span,
        path: amount.path,
        message: l10n.t(
          '`{0}` is {1}, but the API server refuses amounts below 0. Change it.',
          amount.name,
          amount.text,
        ),
        server: [`Invalid value: "${text}": must be greater than or equal to 0`],
        data: amount,
      });
    }
  },
  fix({ data: amount }, editor) {
    return changeTo(amount, negated(amount.quantity), editor);
  },
});
