import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** ValidatePersistentVolumeClaimSpec: `dataSource` is the older field for what `dataSourceRef` says. */
export default defineRule<Pair | undefined>({
  code: 'claim-sources-differ',
  severity: 'error',
  check({ objects }, report) {
    for (const claim of objects.of('core/v1.PersistentVolumeClaimSpec')) {
      const [source, reference] = [claim.object('dataSource'), claim.object('dataSourceRef')];
      if (!source || !reference) continue;
      const isElsewhere = reference.string('namespace') !== '';
      if (!isElsewhere && isEqual(source, reference)) continue;
      report({
        node: claim.keyOf('dataSource'),
        path: claim.path,
        message: isElsewhere
          ? l10n.t(
              '`dataSourceRef` has a `namespace`, which `dataSource` cannot have: the API server refuses both together. Remove `dataSource`.',
            )
          : l10n.t(
              '`dataSource` and `dataSourceRef` differ: the API server requires the same in both, or only one of them. Remove `dataSource`.',
            ),
        server: [
          isElsewhere
            ? 'Invalid value: may not be specified when dataSourceRef.namespace is specified'
            : 'Invalid value: must match dataSourceRef',
        ],
        related: [{ node: claim.keyOf('dataSourceRef'), message: l10n.t('The other source') }],
        data: claim.pair('dataSource'),
      });
    }
  },
  fix({ data: pair }, editor) {
    return removeFix(pair, editor);
  },
});

/** An `apiGroup` that is empty is not the same as none. */
function isEqual(source: ApiObject, reference: ApiObject): boolean {
  const isSame = (name: string) => source.string(name) === reference.string(name);
  return ['apiGroup', 'kind', 'name'].every(isSame) && source.has('apiGroup') === reference.has('apiGroup');
}
