import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { type PodSpec, untaken, volumeUses } from '../../model/index.ts';
import { dnsLabel } from '../../schema/formats/index.ts';
import type { ApiObject, ApiObjects } from '../../schema/object.ts';
import { pairOf, type Span, type YamlNode } from '../../yaml/index.ts';

/** The name that is most like a text and that no volume of the pod has. */
export function freeVolumeName(text: string, pod: PodSpec): string | undefined {
  const label = dnsLabel.mend?.(text);
  const names = pod.volumes.map(({ name }) => name);
  return label && untaken(label, names, 63);
}

/** Changes the name of a volume wherever the containers use it: in mounts, devices, and variables from files. */
export function renameUses(pod: PodSpec, from: string, to: string, editor: Editor): ChunkEdit[] {
  const mounts = volumeUses(pod).map(({ volume, node }) => ({ volume, value: pairOf(node, 'name')?.value }));
  const written = new Set(mounts.filter(({ volume }) => volume === from).map(({ value }) => value));
  return [...written].flatMap((value) => (value?.kind === 'scalar' ? editor.replaceNode(value, to) : []));
}

/** A name that a pod gives a volume: of the volume itself, or of a claim template of a StatefulSet. */
export interface VolumeName {
  name: string;
  /** Field path of the name as the API server writes it. */
  path: string;
  /** What is underlined. */
  node: Span;
  /** The name as it is written; undefined where it is missing. */
  written: YamlNode | undefined;
  isClaim: boolean;
  /** The volume or claim. */
  object: ApiObject;
}

/** The names of the volumes of a pod. */
export function volumeNames(spec: ApiObject): VolumeName[] {
  return spec.objects('volumes').flatMap((object) => {
    const name = object.string('name');
    if (name === undefined) return [];
    const written = object.pair('name')?.value;
    return [{ name, path: object.at('name'), node: object.valueOf('name'), written, isClaim: false, object }];
  });
}

/** The names of the claim templates of a StatefulSet, which become volumes of its pods (volumesToAddForTemplates). */
export function claimNames(set: ApiObject): VolumeName[] {
  return set.objects('volumeClaimTemplates').flatMap((object) => {
    const metadata = object.object('metadata');
    const name = metadata ? metadata.string('name') : '';
    if (name === undefined) return [];
    const node = metadata?.valueOf('name') ?? object.start;
    const written = metadata?.pair('name')?.value;
    return [{ name, path: `${object.path}.metadata.name`, node, written, isClaim: true, object }];
  });
}

/** The names of all volumes that pod specs of a manifest have. */
export function allVolumes(objects: ApiObjects): VolumeName[] {
  return objects.of('core/v1.PodSpec').flatMap(volumeNames);
}

/** The names of all claim templates of a manifest. */
export function allClaims(objects: ApiObjects): VolumeName[] {
  return objects.of('apps/v1.StatefulSetSpec').flatMap(claimNames);
}
