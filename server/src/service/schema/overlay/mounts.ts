import { mapsOf, stringOf, valueAt } from '../../yaml/index.ts';
import { descendingPath, devicePath } from '../formats/index.ts';
import { isOn } from '../gates.ts';
import type { ApiObject } from '../object.ts';
import type { Limits, Overlay } from './limits.ts';

export const mounts: Overlay = {
  // ValidateVolumeMounts
  'core/v1.VolumeMount': {
    // dropImageVolumes takes the mounts of such a volume as well
    name: { required: true, dropped: isOfImage, whole: true },
    mountPath: { required: true },
    subPath: partOfVolume('subPath'),
    subPathExpr: partOfVolume('subPathExpr'),
    mountPropagation: { pointer: true, values: ['Bidirectional', 'HostToContainer', 'None'] },
    recursiveReadOnly: {
      gate: 'RecursiveReadOnlyMounts',
      pointer: true,
      values: ['Disabled', 'Enabled', 'IfPossible'],
    },
    bindMountOptions: { gate: 'VolumeBindMountOptions' },
  },
  // ValidateVolumeDevices
  'core/v1.VolumeDevice': {
    name: { required: true },
    devicePath: { required: true, format: devicePath },
  },
};

/** The server gives the path of the list for what is wrong with the form, but not for the rest. */
function partOfVolume(name: string): Limits {
  return { format: descendingPath, path: (mount) => `${mount.path.replace(/\[\d+\]$/, '')}.${name}` };
}

/** Whether a mount is of a volume that the server drops; the volumes may come behind it in the text. */
function isOfImage(mount: ApiObject): boolean {
  if (isOn('ImageVolume', mount.minor)) return false;
  const name = stringOf(mount.pair('name')?.value) ?? '';
  return mapsOf(valueAt(mount.around('core/v1.PodSpec')?.node, 'volumes')).some(
    ({ node }) => valueAt(node, 'image') && (stringOf(valueAt(node, 'name')) ?? '') === name,
  );
}
