import { itemsOf, type MapNode, pairOf, stringOf, valueAt, type YamlNode } from '../yaml/index.ts';
import type { Workload } from './workload.ts';

export const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const;
export type ContainerList = (typeof containerLists)[number];

export interface PodSpec {
  workload: Workload;
  node: MapNode;
  /** Field path from the workload: `spec.template.spec`. */
  path: string;
  /** In the order of the manifest; items that are no maps are left out. */
  initContainers: Container[];
  containers: Container[];
  ephemeralContainers: Container[];
  volumes: Volume[];
  /** As the server defaults it: `Always`. */
  restartPolicy: string;
}

/** `init` runs to completion before the next starts; `sidecar` is an init container with `restartPolicy: Always`. */
export type ContainerRole = 'app' | 'init' | 'sidecar' | 'ephemeral';

export interface Container {
  pod: PodSpec;
  node: MapNode;
  /** Field path from the workload: `spec.containers[0]`. */
  path: string;
  list: ContainerList;
  index: number;
  role: ContainerRole;
  name: string | undefined;
  image: string | undefined;
  mounts: Mount[];
}

export interface Mount {
  container: Container;
  node: MapNode;
  path: string;
  /** Name of the volume. */
  name: string | undefined;
  mountPath: string | undefined;
}

export interface Volume {
  /** The volume, or the claim template of a StatefulSet. */
  node: MapNode;
  path: string;
  name: string | undefined;
  nameNode: YamlNode | undefined;
  /** `emptyDir`, `configMap`, …; `emptyDir` where none is given, `volumeClaimTemplate` for a claim template. */
  source: string;
}

/** Reads a pod spec as far as it is written; never throws. */
export function readPodSpec(node: MapNode, path: string, workload: Workload): PodSpec {
  const pod: PodSpec = {
    workload,
    node,
    path,
    initContainers: [],
    containers: [],
    ephemeralContainers: [],
    volumes: [...readVolumes(node, path), ...readClaimTemplates(workload)],
    restartPolicy: stringOf(valueAt(node, 'restartPolicy')) ?? 'Always',
  };
  for (const list of containerLists) {
    itemsOf(valueAt(node, list)).forEach((item, index) => {
      if (item.kind === 'map') pod[list].push(readContainer(item, pod, list, index));
    });
  }
  return pod;
}

/** Init containers, containers and ephemeral containers, in the order in which they start. */
export function containersOf(pod: PodSpec): Container[] {
  return containerLists.flatMap((list) => pod[list]);
}

function readContainer(node: MapNode, pod: PodSpec, list: ContainerList, index: number): Container {
  const always = stringOf(valueAt(node, 'restartPolicy')) === 'Always';
  const roles = {
    initContainers: always ? 'sidecar' : 'init',
    containers: 'app',
    ephemeralContainers: 'ephemeral',
  } as const;
  const container: Container = {
    pod,
    node,
    path: `${pod.path}.${list}[${index}]`,
    list,
    index,
    role: roles[list],
    name: stringOf(valueAt(node, 'name')),
    image: stringOf(valueAt(node, 'image')),
    mounts: [],
  };
  itemsOf(valueAt(node, 'volumeMounts')).forEach((item, mount) => {
    if (item.kind !== 'map') return;
    container.mounts.push({
      container,
      node: item,
      path: `${container.path}.volumeMounts[${mount}]`,
      name: stringOf(valueAt(item, 'name')),
      mountPath: stringOf(valueAt(item, 'mountPath')),
    });
  });
  return container;
}

function readVolumes(pod: MapNode, path: string): Volume[] {
  return maps(valueAt(pod, 'volumes')).map(({ item, index }) => {
    const source = item.pairs.find((pair) => pair.key.text !== 'name' && pair.colon);
    return {
      node: item,
      path: `${path}.volumes[${index}]`,
      name: stringOf(valueAt(item, 'name')),
      nameNode: valueAt(item, 'name'),
      source: source?.key.text ?? 'emptyDir',
    };
  });
}

function readClaimTemplates({ root, likelyKind }: Workload): Volume[] {
  if (likelyKind !== 'StatefulSet') return [];
  return maps(valueAt(valueAt(root, 'spec'), 'volumeClaimTemplates')).map(({ item, index }) => {
    const metadata = valueAt(item, 'metadata');
    return {
      node: item,
      path: `spec.volumeClaimTemplates[${index}]`,
      name: stringOf(valueAt(metadata, 'name')),
      nameNode: valueAt(metadata, 'name'),
      source: 'volumeClaimTemplate',
    };
  });
}

function maps(list: YamlNode | undefined): { item: MapNode; index: number }[] {
  return itemsOf(list)
    .map((item, index) => ({ item, index }))
    .filter((entry): entry is { item: MapNode; index: number } => entry.item.kind === 'map');
}

/** What a reader calls a container: its name, or its place where it has none. */
export function titleOf(container: Container): string {
  return container.name ?? `${container.list}[${container.index}]`;
}

/** The key token to underline for a field of a map, or the map's first token where the field is not written. */
export function keyOrStart(map: MapNode, key: string): YamlNode {
  return pairOf(map, key)?.key ?? firstToken(map);
}

/** The first token of a node: what is underlined when something in it is missing. */
export function firstToken(node: YamlNode): YamlNode {
  if (node.kind === 'map' && node.pairs[0]) return node.pairs[0].key;
  if (node.kind === 'seq' && node.items[0]) return firstToken(node.items[0]);
  return node;
}
