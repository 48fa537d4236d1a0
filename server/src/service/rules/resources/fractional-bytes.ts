import * as l10n from '@vscode/l10n';
import { isFraction, multipleAbove, one, quantityText } from '../../schema/quantity.ts';
import { defineRule } from '../rule.ts';
import { bytesMeant, isInBytes } from './bytes.ts';
import { changeTo } from './changes.ts';
import { claimResources, type Written, writtenAmounts, writtenIn } from './checked.ts';

/** warningsForPodSpecAndMeta, GetWarningsForPersistentVolumeClaimSpec: the `m` of 100m is a thousandth. */
export default defineRule<Written>({
  code: 'fractional-bytes',
  severity: 'warning',
  check({ objects }, report) {
    for (const amount of [...writtenAmounts(objects), ...claimResources(objects).flatMap(writtenIn)]) {
      const { name, quantity, in: checked, path, span } = amount;
      if (!isInBytes(name) || !isFraction(quantity)) continue;
      const text = quantityText(quantity);
      report({
        node: span,
        path: checked.of === 'overhead' ? `${checked.path}[${name}]` : path,
        message: explain(amount),
        server: checked.of === 'pod' ? [] : [`fractional byte value "${text}" is invalid, must be an integer`],
        data: amount,
      });
    }
  },
  fix({ data: amount }, editor) {
    const meant = bytesMeant(amount);
    const whole = multipleAbove(amount.quantity, one);
    return (meant.length > 0 ? meant : [whole]).flatMap((each) => changeTo(amount, each, editor));
  },
});

function explain(amount: Written): string {
  const [meant] = bytesMeant(amount);
  const { name, text } = amount;
  return meant
    ? l10n.t(
        '`{0}` of `{1}` is a fraction of a byte, as `m` means thousandths: the API server warns. Write `{2}` if you mean megabytes.',
        text,
        name,
        quantityText(meant),
      )
    : l10n.t('`{0}` of `{1}` is not a whole number of bytes: the API server warns. Round it.', text, name);
}
