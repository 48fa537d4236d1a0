import { itemsOf, mapsOf, stringOf, valueAt } from '../yaml/index.ts';
import type { Manifest } from './manifest.ts';

const kustomization = /(?:^|\/)kustomization\.ya?ml$|(?:^|\/)Kustomization$/;

/**
 * The files that a `kustomization.yaml` applies as patches: parts of manifests, in which most of what a manifest must have is
 * not written. Source: `patches` and `patchesStrategicMerge` in the reference of Kustomize.
 */
export function patchesOf({ document: { uri }, chunks }: Manifest): string[] {
  if (!kustomization.test(uri)) return [];
  return chunks.flatMap(({ chunk: { root } }) => {
    const patches = mapsOf(valueAt(root, 'patches')).map(({ node }) => valueAt(node, 'path'));
    const paths = [...patches, ...itemsOf(valueAt(root, 'patchesStrategicMerge'))].map((path) => stringOf(path) ?? '');
    // a patch can also stand in the list itself
    return paths.filter((path) => /^[^\n]+\.(?:ya?ml|json)$/.test(path)).map((path) => resolve(uri, path));
  });
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
