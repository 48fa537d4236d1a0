import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, suggestion } from '../rule.ts';
import { mayBeDevice, volumesOf } from '../volumes/volumes.ts';

/** ValidateVolumeDevices. */
export default defineRule<ApiObject>({
  code: 'device-volume-kind',
  severity: 'error',
  check({ objects }, report) {
    for (const device of objects.of('core/v1.VolumeDevice')) {
      const spec = device.around('core/v1.PodSpec');
      const name = device.string('name') ?? '';
      const volume = spec && volumesOf(spec).get(name);
      // one of several sources is told already
      if (!volume || mayBeDevice(volume) || volume.sources?.length !== 1) continue;
      report({
        node: device.valueOf('name'),
        path: device.at('name'),
        message: l10n.t(
          'Only a `persistentVolumeClaim` or `ephemeral` volume can be a raw device, and `{0}` holds files (`{1}`): the API server refuses it. Mount it with `volumeMounts`, or use another volume.',
          name,
          volume.sources[0] ?? '',
        ),
        server: [
          `Invalid value: ${JSON.stringify(name)}: can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode`,
        ],
        related: [{ node: volume.object.valueOf('name'), message: l10n.t('The volume `{0}`', name) }],
        data: device,
      });
    }
  },
  fix({ data: device }, editor) {
    const [devices, path] = [device.parent?.pair('volumeDevices'), device.pair('devicePath')];
    const list = devices?.value;
    // the list as a whole becomes one of mounts, which another list of them would hide
    if (!devices || list?.kind !== 'seq' || list.items.length > 1 || device.parent?.pair('volumeMounts') || !path)
      return [];
    const edits = [...editor.renameKey(devices, 'volumeMounts'), ...editor.renameKey(path, 'mountPath')];
    return [suggestion(l10n.t('Mount it instead'), edits)];
  },
});
