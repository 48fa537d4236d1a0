import * as l10n from '@vscode/l10n';
import { compare, parseQuantity, type Quantity } from '../../schema/quantity.ts';
import { defineRule, suggestion } from '../rule.ts';
import { counterpart } from './changes.ts';
import { type Written, writtenAmounts } from './checked.ts';

export default defineRule<Written>({
  code: 'cpu-looks-like-millis',
  severity: 'warning',
  check({ objects }, report) {
    for (const amount of writtenAmounts(objects)) {
      if (!millisMeant(amount)) continue;
      report({ node: amount.span, path: amount.path, message: explain(amount), data: amount });
    }
  },
  fix({ data: amount }, editor) {
    const meant = millisMeant(amount);
    const other = counterpart(amount);
    const isOtherToo = other !== undefined && millisMeant(other) !== undefined;
    if (!meant || (other && !isOtherToo && isOutOfOrder(amount, meant, other))) return [];
    const pairs = new Map([amount, ...(isOtherToo ? [other] : [])].map(({ pair, text }) => [pair, text]));
    const edits = [...pairs].flatMap(([pair, text]) => editor.replaceNode(pair.value, `${text}m`));
    return [suggestion(l10n.t('Change to {0}', `${amount.text}m`), edits)];
  },
});

/** A number of cores that no node has, taken as thousandths. */
function millisMeant({ name, text }: Written): Quantity | undefined {
  return name === 'cpu' && /^[1-9]\d{3,5}$/.test(text) ? parseQuantity(`${text}m`) : undefined;
}

function isOutOfOrder({ list }: Written, to: Quantity, other: Written): boolean {
  const order = compare(to, other.quantity);
  return list === 'limits' ? order < 0 : order > 0;
}

/** A limit is the request as well where none is written. */
function explain(amount: Written): string {
  const other = counterpart(amount);
  return amount.list === 'limits' && other && !millisMeant(other)
    ? l10n.t(
        '`{0}` allows {0} whole cores, more than any node has, so it limits nothing. Write `{0}m` if you mean thousandths of a core.',
        amount.text,
      )
    : l10n.t(
        '`{0}` requests {0} whole cores, more than any node has: the pod stays `Pending` ("Insufficient cpu"). Write `{0}m` if you mean thousandths of a core.',
        amount.text,
      );
}
