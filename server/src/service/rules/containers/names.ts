import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { containersOf, imageName, type PodSpec, untaken } from '../../model/index.ts';
import { dnsLabel } from '../../schema/formats/index.ts';
import { type MapNode, once, type Pair, stringOf, type YamlNode } from '../../yaml/index.ts';

const longest = 63;

/** A name for a container that runs an image: `ghcr.io/acme/web:1.2` -> `web`. */
export function nameFor(image: string | undefined, pod: PodSpec): string | undefined {
  const label = dnsLabel.mend?.(imageName(image)?.split('/').at(-1) ?? '');
  return label && freeName(label, pod);
}

/** The name itself, or with a number where a container of the pod has it already: `app-2`. */
export function freeName(name: string, pod: PodSpec): string {
  return untaken(name, namesIn(pod), longest);
}

const namesIn = once((pod: PodSpec) => new Set(containersOf(pod).map((container) => container.name)));

/** Whether a text has the form of an image: `nginx`, `ghcr.io/acme/web:1.2@sha256:…`. */
export function isImage(text: string): boolean {
  return /^[a-z0-9][\w.-]*(?::\d+)?(?:\/[\w.-]+)*(?::[\w.-]+)?(?:@[\w+.-]+:[0-9a-f]+)?$/.test(text);
}

const references = new Set(['containerName', 'targetContainerName', 'kubectl.kubernetes.io/default-container']);

/** Changes the fields of a workload that name a container: `resourceFieldRef.containerName` and the like. */
export function renameReferences(root: MapNode, from: string, to: string, editor: Editor): ChunkEdit[] {
  return pairsIn(root)
    .filter(({ key, value }) => references.has(key.text) && value.kind === 'scalar' && stringOf(value) === from)
    .flatMap(({ value }) => editor.replaceNode(value, to));
}

function pairsIn(node: YamlNode): Pair[] {
  if (node.kind === 'seq') return node.items.flatMap(pairsIn);
  return node.kind === 'map' ? node.pairs.flatMap((pair) => [pair, ...pairsIn(pair.value)]) : [];
}
