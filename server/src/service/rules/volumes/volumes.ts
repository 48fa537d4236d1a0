import type { ApiObject } from '../../schema/object.ts';
import { once, valueAt } from '../../yaml/index.ts';
import { claimNames, volumeNames } from './names.ts';

export interface PodVolume {
  name: string;
  /** The volume, or the claim template of a StatefulSet. */
  object: ApiObject;
  /** What it is made of: `emptyDir`, which it is as well where nothing is written; undefined where that is not sure. */
  sources: readonly string[] | undefined;
}

/**
 * The volumes of a pod spec by name. The claim templates of a StatefulSet take the place of volumes that have their name
 * (volumesToAddForTemplates).
 */
export const volumesOf = once((spec: ApiObject): ReadonlyMap<string, PodVolume> => {
  const volumes = new Map<string, PodVolume>();
  for (const { name, object } of volumeNames(spec)) volumes.set(name, { name, object, sources: sourcesOf(object) });
  const set = spec.root.type === 'apps/v1.StatefulSet' ? spec.root.object('spec') : undefined;
  for (const { name, object } of set ? claimNames(set) : []) {
    if (name !== '') volumes.set(name, { name, object, sources: ['persistentVolumeClaim'] });
  }
  return volumes;
});

/** Whether a volume may be a raw device; so may one whose source is not sure. */
export function mayBeDevice({ sources }: PodVolume): boolean {
  return !sources || sources.some((source) => source === 'persistentVolumeClaim' || source === 'ephemeral');
}

/** Whether a mount or device of a container may be of a volume, beside the others that the container has. */
export function fits({ parent, field }: ApiObject, volume: PodVolume): boolean {
  const uses = (list: string) => parent?.objects(list).some((other) => other.string('name') === volume.name) ?? false;
  if (uses('volumeDevices')) return false;
  return field === 'volumeMounts' || (mayBeDevice(volume) && !uses('volumeMounts'));
}

function sourcesOf(volume: ApiObject): readonly string[] | undefined {
  const members = volume.members();
  if (members.length > 0) return members;
  const isWritten = volume.facts.union?.members.some((name) => valueAt(volume.node, name));
  return volume.unknown.length > 0 || isWritten ? undefined : ['emptyDir'];
}
