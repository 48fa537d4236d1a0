import { effectivePairs, type MapNode, mapsOf, once, pairOf, stringOf, valueAt, type YamlNode } from '../yaml/index.ts';
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
    pod[list] = mapsOf(valueAt(node, list)).map((entry) => readContainer(entry.node, pod, list, entry.index));
  }
  return pod;
}

/** Init containers, containers and ephemeral containers, in the order in which they start. */
export const containersOf = once((pod: PodSpec): readonly Container[] => containerLists.flatMap((list) => pod[list]));

/** The containers that run at the same time: sidecars, and the containers of the app. */
export function runningTogether({ initContainers, containers }: PodSpec): readonly Container[] {
  return [...initContainers.filter(({ role }) => role === 'sidecar'), ...containers];
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
  container.mounts = mapsOf(valueAt(node, 'volumeMounts')).map((mount) => ({
    container,
    node: mount.node,
    path: `${container.path}.volumeMounts[${mount.index}]`,
    name: stringOf(valueAt(mount.node, 'name')),
    mountPath: stringOf(valueAt(mount.node, 'mountPath')),
  }));
  return container;
}

function readVolumes(pod: MapNode, path: string): Volume[] {
  return mapsOf(valueAt(pod, 'volumes')).map(({ node, index }) => ({
    node,
    path: `${path}.volumes[${index}]`,
    name: stringOf(valueAt(node, 'name')),
    nameNode: valueAt(node, 'name'),
    source: writtenKeys(node).find((field) => field !== 'name') ?? 'emptyDir',
  }));
}

function readClaimTemplates({ root, likelyKind }: Workload): Volume[] {
  if (likelyKind !== 'StatefulSet') return [];
  return mapsOf(valueAt(root, 'spec', 'volumeClaimTemplates')).map(({ node, index }) => ({
    node,
    path: `spec.volumeClaimTemplates[${index}]`,
    name: stringOf(valueAt(node, 'metadata', 'name')),
    nameNode: valueAt(node, 'metadata', 'name'),
    source: 'volumeClaimTemplate',
  }));
}

/** The keys of a map that have a value, those merged into it included. */
export function writtenKeys(map: MapNode): string[] {
  return [...effectivePairs(map).keys()].filter((key) => valueAt(map, key));
}

/** A name that is not taken, no longer than allowed: `logs`, `logs-2`, … */
export function untaken(name: string, taken: Iterable<string | undefined>, longest = Number.POSITIVE_INFINITY): string {
  const known = taken instanceof Set ? taken : new Set(taken);
  let free = name;
  for (let number = 2; known.has(free); number++) {
    const suffix = `-${number}`;
    free = name.slice(0, longest - suffix.length).replace(/-+$/, '') + suffix;
  }
  return free;
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
