import * as l10n from '@vscode/l10n';
import { isFraction, multipleAbove, one, quantityText } from '../../schema/quantity.ts';
import { isExtended } from '../../schema/resourceNames.ts';
import { defineRule } from '../rule.ts';
import { changeTo } from './changes.ts';
import { type Written, writtenAmounts } from './checked.ts';

/** ValidateResourceQuantityValue: a device is given as a whole. */
export default defineRule<Written>({
  code: 'resource-not-whole',
  severity: 'error',
  check({ objects }, report) {
    for (const amount of writtenAmounts(objects)) {
      const { name, quantity, span, path } = amount;
      if (!isExtended(name) || !isFraction(quantity)) continue;
      const text = quantityText(quantity);
      report({
        node: span,
        path,
        message: l10n.t(
          '`{0}` is {1}, but a device cannot be split: the API server accepts only whole numbers. Round it.',
          name,
          amount.text,
        ),
        server: [`Invalid value: "${text}": must be an integer`],
        data: amount,
      });
    }
  },
  fix({ data: amount }, editor) {
    return changeTo(amount, multipleAbove(amount.quantity, one), editor);
  },
});
