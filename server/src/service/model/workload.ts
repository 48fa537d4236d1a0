import { fieldOf, workloadTypes } from '../schema/index.ts';
import { nearest } from '../schema/suggest.ts';
import { type Chunk, deref, type MapNode, mapsOf, pairOf, stringOf, valueAt } from '../yaml/index.ts';
import { type PodSpec, readPodSpec } from './pod.ts';

/** What is wrong with `apiVersion` and `kind`; `lost` where another manifest follows without a `---`. */
export type HeadProblem = 'missing-kind' | 'missing-api-version' | 'unknown-kind' | 'unknown-api-version' | 'lost';

/** An object that carries a pod spec. Field paths count from the object, also inside a List. */
export interface Workload {
  chunk: Chunk;
  root: MapNode;
  /** Its index in the `items` of a List. */
  item: number | undefined;
  apiVersion: string | undefined;
  kind: string | undefined;
  name: string | undefined;
  /** The kind it is, or seems to be where the head is wrong. */
  likelyKind: string;
  head: HeadProblem | undefined;
  /** The pod template of a custom resource, of which nothing else is known. */
  template: PodTemplate | undefined;
  pod: PodSpec | undefined;
}

export interface PodTemplate {
  node: MapNode;
  /** Field path from the workload: `spec.template`. */
  path: string;
}

const apiVersions = new Map(Object.keys(workloadTypes).map((key) => key.split(' ').reverse() as [string, string]));
const builtInGroups = new Set(['', 'apps', 'batch', 'extensions']);
const podPaths: Record<string, string[]> = {
  Pod: ['spec'],
  PodTemplate: ['template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};
const templatePath = ['spec', 'template', 'spec'];

/** The kinds that carry a pod spec. */
export const workloadKinds: readonly string[] = [...apiVersions.keys()];

/** The apiVersion that serves a workload kind. */
export function servedIn(kind: string): string | undefined {
  return apiVersions.get(kind);
}

/** The type of the schema for a workload whose head is right. */
export function typeOfWorkload({ apiVersion, kind, head }: Workload): string | undefined {
  return head ? undefined : workloadTypes[`${apiVersion} ${kind}`];
}

/** Field path of the pod spec in a kind of Kubernetes: `spec.template.spec`. */
export function podPath(kind: string): string[] {
  return podPaths[kind] ?? templatePath;
}

/** Field path of the pod spec in a workload, be it a custom resource. */
export function podPathOf({ likelyKind, template }: Pick<Workload, 'likelyKind' | 'template'>): string[] {
  return template ? [...template.path.split('.'), 'spec'] : podPath(likelyKind);
}

/** The workloads of a document: itself, or those in a List; none where it is something else. */
export function workloadsOf(chunk: Chunk): Workload[] {
  return chunk.derive(workloadsOf, () => readWorkloads(chunk));
}

function readWorkloads(chunk: Chunk): Workload[] {
  return objectsOf(chunk)
    .map(({ node, item }) => readWorkload(chunk, node, item))
    .filter((workload) => workload !== undefined);
}

/** The object that a document is, or those in a List with their places in it. */
export function objectsOf(chunk: Chunk): { node: MapNode; item: number | undefined }[] {
  const node = deref(chunk.root);
  if (node?.kind !== 'map') return [];
  const isList = stringOf(valueAt(node, 'kind')) === 'List' && stringOf(valueAt(node, 'apiVersion')) === 'v1';
  if (!isList) return [{ node, item: undefined }];
  return mapsOf(valueAt(node, 'items')).map(({ node, index }) => ({ node, item: index }));
}

function readWorkload(chunk: Chunk, root: MapNode, item: number | undefined): Workload | undefined {
  const apiVersion = stringOf(valueAt(root, 'apiVersion'));
  const kind = stringOf(valueAt(root, 'kind'));
  const template = templateOf(root, chunk.podTemplates[`${apiVersion} ${kind}`]);
  const likely = template
    ? { likelyKind: kind ?? '', head: undefined }
    : (likelyKindOf(root, apiVersion, kind) ?? lostKindOf(root));
  if (!likely) return undefined;
  const name = stringOf(valueAt(root, 'metadata', 'name'));
  const workload: Workload = { chunk, root, item, apiVersion, kind, name, ...likely, template, pod: undefined };
  if (workload.head === 'lost') return workload;
  const path = podPathOf(workload);
  const node = valueAt(root, ...path);
  if (node?.kind === 'map') workload.pod = readPodSpec(node, path.join('.'), workload);
  return workload;
}

/** The pod template at a path of a custom resource; undefined where something else stands there. */
function templateOf(root: MapNode, path: string | undefined): PodTemplate | undefined {
  const node = path === undefined ? undefined : valueAt(root, ...path.split('.'));
  return path !== undefined && node?.kind === 'map' && pairOf(node, 'spec') ? { node, path } : undefined;
}

function likelyKindOf(
  root: MapNode,
  apiVersion: string | undefined,
  kind: string | undefined,
): Pick<Workload, 'likelyKind' | 'head'> | undefined {
  const group = apiVersion?.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  if (!builtInGroups.has(group)) return undefined;
  if (kind && apiVersions.has(kind)) {
    if (apiVersions.get(kind) === apiVersion) return { likelyKind: kind, head: undefined };
    if (apiVersion) return { likelyKind: kind, head: 'unknown-api-version' };
    const isManifest = ['apiVersion', 'metadata', 'spec', 'template'].some((key) => pairOf(root, key));
    return isManifest ? { likelyKind: kind, head: 'missing-api-version' } : undefined;
  }
  const shape = kindByShape(root, apiVersion);
  if (kind) {
    const [near] = nearest(kind, workloadKinds);
    return shape && near ? { likelyKind: near, head: 'unknown-kind' } : undefined;
  }
  const likelyKind =
    shape ?? (pairOf(root, 'kind') && { 'apps/v1': 'Deployment', 'batch/v1': 'Job' }[apiVersion ?? '']);
  return likelyKind && (apiVersion || pairOf(root, 'kind')) ? { likelyKind, head: 'missing-kind' } : undefined;
}

/** The kind of a workload whose keys are written again, by an object of another kind: the last of each key counts. */
function lostKindOf({ pairs }: MapNode): Pick<Workload, 'likelyKind' | 'head'> | undefined {
  const kinds = pairs.filter(({ key }) => key.text === 'kind').map(({ value }) => stringOf(value) ?? '');
  const likelyKind = kinds.find((kind) => apiVersions.has(kind));
  return likelyKind === undefined ? undefined : { likelyKind, head: 'lost' };
}

/** The kind that an object with a pod spec looks like. */
function kindByShape(root: MapNode, apiVersion: string | undefined): string | undefined {
  const template = { 'batch/v1': 'Job', v1: 'ReplicationController' }[apiVersion ?? ''] ?? 'Deployment';
  return ['Pod', 'PodTemplate', 'CronJob', template].find((kind) => {
    const pod = valueAt(root, ...podPath(kind));
    return ['containers', 'initContainers'].some((list) => pairOf(pod, list) && fieldOf('core/v1.PodSpec', list));
  });
}
