import type { ApiObject } from '../../schema/object.ts';

const ofPod = ['metadata.name', 'metadata.namespace', 'metadata.uid'];

/** Fields of the pod that an environment variable can have, and a file of a volume. */
export const forVariables = [
  ...ofPod,
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
export const forFiles = ['metadata.annotations', 'metadata.labels', ...ofPod];

const known = new Set([
  ...forVariables,
  ...forFiles,
  'spec.host',
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
]);

/** The maps of which a key can be taken: `metadata.labels['app']`. */
export const maps = ['metadata.annotations', 'metadata.labels'];

/** The map and the key that a field path names; undefined where it names a field (SplitMaybeSubscriptedPath). */
export function subscriptIn(path: string): { map: string; key: string } | undefined {
  const at = path.indexOf("['");
  return path.endsWith("']") && at > 0 && at <= path.length - 4
    ? { map: path.slice(0, at), key: path.slice(at + 2, -2) }
    : undefined;
}

/** What the API server cannot read at all (ConvertDownwardAPIFieldLabel). */
export function conversionProblem(version: string, path: string): string | undefined {
  if (version !== 'v1') return `unsupported pod version: ${version}`;
  const subscript = subscriptIn(path);
  if (subscript) return maps.includes(subscript.map) ? undefined : `field label does not support subscript: ${path}`;
  return known.has(path) ? undefined : `field label not supported: ${path}`;
}

/** The version of the Pod that a field path is meant for; an empty one is the default. */
export function versionOf(selector: ApiObject): string {
  return selector.string('apiVersion') || 'v1';
}

export function isInVolume({ parent }: ApiObject): boolean {
  return parent?.type === 'core/v1.DownwardAPIVolumeFile';
}
