import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { compare, quantityOf, quantityText, roundedUp, zero } from '../../schema/quantity.ts';
import { defineRule, suggestion } from '../rule.ts';

/** ValidatePersistentVolumeClaimSpec: how large the volume is to be, at least. */
export default defineRule<ApiObject>({
  code: 'claim-storage-missing',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const claim of objects.of('core/v1.PersistentVolumeClaimSpec')) {
      const resources = claim.object('resources');
      if (!resources || resources.unknown.length > 0) continue;
      const storage = resources.values('requests').find(({ key }) => key === 'storage');
      const size = storage && quantityOf(storage.node);
      if (storage && (!size || compare(size, zero) > 0)) continue;
      const path = `${claim.at('resources')}[storage]`;
      if (!storage || !size) {
        report({
          node: resources.pair('requests')?.key ?? resources.key,
          path,
          message: l10n.t(
            'The claim does not say how large its volume must be: the API server refuses it. Add `resources.requests.storage`.',
          ),
          server: ['Required value'],
          data: resources,
        });
        continue;
      }
      const text = quantityText(roundedUp(size));
      report({
        node: storage.span,
        path,
        message: l10n.t(
          'A volume cannot have a size of {0}: the API server refuses the claim. Request more than 0.',
          text,
        ),
        server: [`Invalid value: ${JSON.stringify(text)}: must be greater than zero`],
        data: resources,
      });
    }
  },
  fix({ data: resources }, editor) {
    const { node } = resources;
    const limit = resources.values('limits').find(({ key }) => key === 'storage');
    if (!node || limit?.node.kind !== 'scalar' || resources.has('requests')) return [];
    const edits = editor.insertPair(node, 'requests', { storage: limit.node.text });
    return [suggestion(l10n.t('Request {0}, the limit', limit.node.text), edits)];
  },
});
