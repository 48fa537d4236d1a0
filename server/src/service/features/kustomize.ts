import { itemsOf, mapsOf, stringOf, valueAt, type YamlNode } from '../yaml/index.ts';
import type { Manifest } from './manifest.ts';

const kustomization = /(?:^|\/)kustomization\.ya?ml$|(?:^|\/)Kustomization$/;

/** What a `kustomization.yaml` says of other manifests. */
export interface Kustomization {
  /** The files that it applies as patches: parts of manifests, in which most of what a manifest must have is not written. */
  patches: readonly string[];
  /** The ConfigMaps and Secrets that it generates, or adds keys to, by kind and name: `ConfigMap app`. */
  generated: readonly string[];
}

/** Reads a `kustomization.yaml`; undefined where a file is none, or says nothing of others. Source: the reference of Kustomize. */
export function kustomizationOf({ document: { uri }, chunks }: Manifest): Kustomization | undefined {
  if (!kustomization.test(uri)) return undefined;
  const roots = chunks.map(({ chunk }) => chunk.root);
  const patches = roots.flatMap(patchesIn).map((path) => resolve(uri, path));
  const generated = roots.flatMap((root) => [
    ...generatedIn(root, 'configMapGenerator', 'ConfigMap'),
    ...generatedIn(root, 'secretGenerator', 'Secret'),
  ]);
  return patches.length + generated.length > 0 ? { patches, generated } : undefined;
}

function patchesIn(root: YamlNode | undefined): string[] {
  const patches = mapsOf(valueAt(root, 'patches')).map(({ node }) => valueAt(node, 'path'));
  const paths = [...patches, ...itemsOf(valueAt(root, 'patchesStrategicMerge'))].map((path) => stringOf(path) ?? '');
  // a patch can also stand in the list itself
  return paths.filter((path) => /^[^\n]+\.(?:ya?ml|json)$/.test(path));
}

function generatedIn(root: YamlNode | undefined, generator: string, kind: string): string[] {
  return mapsOf(valueAt(root, generator)).map(({ node }) => `${kind} ${stringOf(valueAt(node, 'name')) ?? ''}`);
}

/** A path that is written in a file, as a uri or path like that of the file. */
function resolve(uri: string, path: string): string {
  const parts = uri.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(uri.includes('://') ? encodeURIComponent(part) : part);
  }
  return parts.join('/');
}
