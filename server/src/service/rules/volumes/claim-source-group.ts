import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** Groups of the kinds that claims are filled from most often. */
const groups: Readonly<Record<string, string>> = { VolumeSnapshot: 'snapshot.storage.k8s.io' };

/** validateDataSource, validateDataSourceRef */
export default defineRule<ApiObject>({
  code: 'claim-source-group',
  severity: 'error',
  check({ objects }, report) {
    for (const source of objects.of('core/v1.TypedLocalObjectReference', 'core/v1.TypedObjectReference')) {
      const kind = source.string('kind') ?? '';
      if (!kind || kind === 'PersistentVolumeClaim' || source.string('apiGroup') !== '') continue;
      report({
        node: source.valueOf('kind'),
        path: source.path,
        message: l10n.t(
          'Without `apiGroup` a claim can only be filled from a `PersistentVolumeClaim`: the API server refuses `{0}`. Add the API group of that kind.',
          kind,
        ),
        server: [
          `Invalid value: ${JSON.stringify(kind)}: must be 'PersistentVolumeClaim' when referencing the default apiGroup`,
        ],
        data: source,
      });
    }
  },
  fix({ data: source }, editor) {
    const group = groups[source.string('kind') ?? ''];
    return group ? [setFix(source, 'apiGroup', group, editor)] : [];
  },
});
