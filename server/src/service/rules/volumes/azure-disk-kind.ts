import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

const managed = '/subscriptions/';
const blob = 'https://';

/** validateAzureDisk: a managed disk has a resource id, all others are blobs at an address. */
export default defineRule<ApiObject>({
  code: 'azure-disk-kind',
  severity: 'error',
  check({ objects }, report) {
    for (const disk of objects.of('core/v1.AzureDiskVolumeSource')) {
      const [kind = '', uri = ''] = [disk.string('kind'), disk.string('diskURI')];
      const isManaged = kind === 'Managed';
      if (!uri || uri.startsWith(isManaged ? managed : blob)) continue;
      const form = isManaged
        ? '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}'
        : 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';
      report({
        node: disk.valueOf('diskURI'),
        path: disk.at('diskURI'),
        message: l10n.t(
          'The `diskURI` of a disk of kind `{0}` must start with `{1}`: the API server refuses any other. Change `diskURI` or `kind`.',
          kind,
          isManaged ? managed : blob,
        ),
        server: [`Unsupported value: ${JSON.stringify(uri)}: supported values: ${JSON.stringify(form)}`],
        data: disk,
      });
    }
  },
  fix({ data: disk }, editor) {
    const uri = disk.string('diskURI') ?? '';
    const kinds = uri.startsWith(managed) ? ['Managed'] : uri.startsWith(blob) ? ['Dedicated', 'Shared'] : [];
    return kinds.map((kind) => setFix(disk, 'kind', kind, editor));
  },
});
