import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule } from '../rule.ts';

/** ValidateVolumes: the claims that the ephemeral volumes of a pod are going to have. */
export default defineRule({
  code: 'ephemeral-claim-reused',
  severity: 'error',
  check({ objects, workload }, report) {
    const pod = workload.name;
    const volumes = objects.of('core/v1.Volume').filter(({ root }) => root.type === 'core/v1.Pod');
    const created = new Map(
      volumes.filter((volume) => pod && volume.has('ephemeral')).map((volume) => [claimOf(volume, pod), volume]),
    );
    for (const volume of volumes) {
      const source = volume.object('persistentVolumeClaim');
      const claim = source?.string('claimName') ?? '';
      const other = created.get(claim);
      if (!source || !other) continue;
      report({
        node: source.valueOf('claimName'),
        path: source.at('claimName'),
        message: l10n.t(
          'The claim `{0}` will be created for the ephemeral volume `{1}` of this pod: the API server refuses to use it here as well. Mount that volume, or use another claim.',
          claim,
          other.string('name') ?? '',
        ),
        server: [
          `Invalid value: ${JSON.stringify(claim)}: must not reference a PVC that gets created for an ephemeral volume`,
        ],
        related: [{ node: other.valueOf('name'), message: l10n.t('The ephemeral volume') }],
      });
    }
  },
});

function claimOf(volume: ApiObject, pod = ''): string {
  return `${pod}-${volume.string('name') ?? ''}`;
}
