import * as l10n from '@vscode/l10n';
import type { Pair } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateProjectionSources: a selector chooses from the bundles of a signer. */
export default defineRule<Pair | undefined>({
  code: 'trust-bundle-selector',
  severity: 'error',
  check({ objects }, report) {
    for (const bundle of objects.of('core/v1.ClusterTrustBundleProjection')) {
      if (!bundle.has('name') || bundle.has('signerName') || !bundle.has('labelSelector')) continue;
      report({
        node: bundle.keyOf('labelSelector'),
        path: bundle.at('labelSelector'),
        message: l10n.t(
          '`labelSelector` selects from the bundles of a signer, but `name` already selects one bundle: the API server refuses both together. Remove one of them.',
        ),
        server: ['Invalid value: labelSelector must be unset if name is specified'],
        related: [{ node: bundle.valueOf('name'), message: l10n.t('The bundle is named here') }],
        data: bundle.pair('labelSelector'),
      });
    }
  },
  fix({ data: pair }, editor) {
    return removeFix(pair, editor);
  },
});
