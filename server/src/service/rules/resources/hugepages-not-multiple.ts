import * as l10n from '@vscode/l10n';
import { multipleAbove, type Quantity, quantityText } from '../../schema/quantity.ts';
import { isHugePages, isResourceName } from '../../schema/resourceNames.ts';
import { defineRule, suggestion } from '../rule.ts';
import { changeTo } from './changes.ts';
import { type Written, writtenAmounts } from './checked.ts';
import { isInPages, pageSize } from './pages.ts';

/** validateResourceQuantityHugePageValue. */
export default defineRule<Written>({
  code: 'hugepages-not-multiple',
  severity: 'error',
  check({ objects }, report) {
    for (const amount of writtenAmounts(objects)) {
      const { name, quantity, path, span, pair } = amount;
      if (!isHugePages(name) || !isResourceName(name, false) || isInPages(name, quantity)) continue;
      const text = quantityText(quantity);
      const hasSize = pageSize(name) !== undefined;
      report({
        node: hasSize ? span : pair.key,
        path,
        message: hasSize
          ? l10n.t(
              '{0} is not a multiple of the page size in `{1}`: the API server accepts only whole pages. Change it.',
              amount.text,
              name,
            )
          : l10n.t(
              '`{0}` has no valid page size: the API server requires one after the `-`, such as `hugepages-2Mi`. Change it.',
              name,
            ),
        server: [`Invalid value: "${text}": ${text} is not positive integer multiple of ${name}`],
        data: amount,
      });
    }
  },
  fix({ data: amount }, editor) {
    const { name, quantity, pair, in: checked, list } = amount;
    const size = pageSize(name);
    const renamed = binaryName(name, quantity, size)
      .filter((each) => !checked[list].has(each))
      .map((each) => suggestion(l10n.t('Change to {0}', each), editor.renameKey(pair, each)));
    return size ? [...renamed, ...changeTo(amount, multipleAbove(quantity, size), editor)] : renamed;
  },
});

/** `hugepages-2Mi` for `hugepages-2M` and `hugepages-2MB`; those that there are where no size is named. */
function binaryName(name: string, quantity: Quantity, size: Quantity | undefined): string[] {
  const [, number = '', letter = ''] = /^hugepages-(\d+)([kmgKMG])i?[bB]?$/.exec(name) ?? [];
  const meant = number && `hugepages-${number}${letter.toUpperCase()}i`;
  if (meant && meant !== name && isInPages(meant, quantity)) return [meant];
  return size ? [] : ['hugepages-2Mi', 'hugepages-1Gi'].filter((each) => isInPages(each, quantity));
}
