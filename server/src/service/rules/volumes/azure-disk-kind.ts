import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, suggestion } from '../rule.ts';

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
          'The `diskURI` of a disk of kind `{0}` starts with `{1}`: the API server refuses any other. Change it, or `kind`.',
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
    const pair = disk.pair('kind');
    const { node } = disk;
    if (!node) return [];
    return kinds.map((kind) => {
      const edits = pair ? editor.replaceNode(pair.value, kind) : editor.insertPair(node, 'kind', kind);
      return suggestion(pair ? l10n.t('Change to {0}', kind) : l10n.t('Add {0}: {1}', 'kind', kind), edits);
    });
  },
});
