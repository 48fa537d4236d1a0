import * as l10n from '@vscode/l10n';
import { leadsUp } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { allContainers } from '../containers/containers.ts';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** ValidateVolumeDevices. */
export default defineRule<ApiObject>({
  code: 'device-duplicate',
  severity: 'error',
  check({ objects }, report) {
    for (const { device, first, field, value } of allContainers({ objects }).flatMap(duplicates)) {
      report({
        node: device.valueOf(field),
        path: device.at(field),
        message:
          field === 'name'
            ? l10n.t(
                'The volume `{0}` is already a device of this container: the API server refuses it a second time. Use another volume, or remove this entry.',
                value,
              )
            : l10n.t(
                'Another device of this container is already at `{0}`: the API server refuses the second one. Give it another path.',
                value,
              ),
        server: [`Invalid value: ${JSON.stringify(value)}: must be unique`],
        related: [{ node: first.valueOf(field), message: l10n.t('The other `{0}`', value) }],
        data: device,
      });
    }
  },
  fix({ data: device }, editor) {
    return [suggestion(l10n.t('Remove this entry'), removeEntry(device, editor))];
  },
});

interface Duplicate {
  device: ApiObject;
  first: ApiObject;
  field: string;
  value: string;
}

function duplicates(container: ApiObject): Duplicate[] {
  const first = new Map<string, ApiObject>();
  return container.objects('volumeDevices').flatMap((device) =>
    ['name', 'devicePath'].flatMap((field) => {
      const value = device.string(field);
      // a path that is refused is not compared with later ones
      if (!value) return [];
      const key = `${field} ${value}`;
      const other = first.get(key);
      if (!other && !(field === 'devicePath' && leadsUp(value))) first.set(key, device);
      return other ? [{ device, first: other, field, value }] : [];
    }),
  );
}
