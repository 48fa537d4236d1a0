import * as l10n from '@vscode/l10n';
import { compare, quantityOf, zero } from '../../schema/quantity.ts';
import type { Pair } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateVolumeSource */
export default defineRule<Pair | undefined>({
  code: 'size-limit-negative',
  severity: 'error',
  check({ objects }, report) {
    for (const volume of objects.of('core/v1.EmptyDirVolumeSource')) {
      const node = volume.value('sizeLimit');
      const limit = node && quantityOf(node);
      if (!limit || compare(limit, zero) >= 0) continue;
      report({
        node: volume.valueOf('sizeLimit'),
        path: volume.at('sizeLimit'),
        message: l10n.t('`sizeLimit` is negative: the API server refuses it. Write a size, or remove it for no limit.'),
        server: ['Forbidden: SizeLimit field must be a valid resource quantity'],
        data: volume.pair('sizeLimit'),
      });
    }
  },
  fix({ data: pair }, editor) {
    return removeFix(pair, editor);
  },
});
