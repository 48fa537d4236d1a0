import { type MapNode, mapsOf, once, stringOf, valueAt } from '../../yaml/index.ts';
import { descendingPath, devicePath } from '../formats/index.ts';
import { isOn } from '../gates.ts';
import type { ApiObject } from '../object.ts';
import { type Limits, type Overlay, required } from './limits.ts';

export const mounts: Overlay = {
  // ValidateVolumeMounts
  'core/v1.VolumeMount': {
    // dropImageVolumes takes the mounts of such a volume as well
    name: { required: true, dropped: isOfImage, whole: true },
    mountPath: required,
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
    name: required,
    devicePath: { required: true, format: devicePath },
  },
};

/** The server gives the path of the list for what is wrong with the form, but not for the rest. */
function partOfVolume(name: string): Limits {
  return { format: descendingPath, path: (mount) => `${mount.path.replace(/\[\d+\]$/, '')}.${name}` };
}

/** Whether a mount is of a volume that the server drops; the volumes may come behind it in the text. */
function isOfImage(mount: ApiObject): boolean {
  // before 1.31 there is no such field, and the volume is an emptyDir
  if (mount.minor < 31 || isOn('ImageVolume', mount.minor)) return false;
  const spec = mount.around('core/v1.PodSpec')?.node;
  return spec !== undefined && imageVolumes(spec).has(stringOf(mount.pair('name')?.value) ?? '');
}

const imageVolumes = once((spec: MapNode): ReadonlySet<string> => {
  const volumes = mapsOf(valueAt(spec, 'volumes')).map(({ node }) => node);
  return new Set(volumes.filter((node) => valueAt(node, 'image')).map((node) => stringOf(valueAt(node, 'name')) ?? ''));
});
