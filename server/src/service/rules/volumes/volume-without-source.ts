import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setField } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';
import { allClaims } from './names.ts';

/** SetDefaults_Volume makes it an emptyDir. */
export default defineRule<ApiObject>({
  code: 'volume-without-source',
  severity: 'information',
  whole: true,
  check({ objects }, report) {
    const claims = new Set(allClaims(objects).map(({ name }) => name));
    for (const volume of objects.of('core/v1.Volume')) {
      const name = volume.string('name');
      if (!name || volume.pairs.size !== 1 || claims.has(name)) continue;
      report({
        node: volume.valueOf('name'),
        path: volume.path,
        message: l10n.t(
          'Volume `{0}` has no source, so Kubernetes makes it an empty directory that is deleted with the pod. Add the source, or write `emptyDir: {}` if that is what you mean.',
          name,
        ),
        data: volume,
      });
    }
  },
  fix: ({ data: volume }, editor) => [
    suggestion(l10n.t('Add {0}: {1}', 'emptyDir', '{}'), setField(volume, 'emptyDir', {}, editor, ['name'])),
  ],
});
