import * as l10n from '@vscode/l10n';
import { defineRule } from '../rule.ts';

interface Removed {
  type: string;
  deprecated: number;
  /** Minor version from which on no pod can use it. */
  gone: number;
  /** What the API server calls it, where that is not its name. */
  goName?: string;
  server?(minor: number): string;
}

/** warningsForPodSpecAndMeta */
const types: readonly Removed[] = [
  { type: 'photonPersistentDisk', deprecated: 11, gone: 16 },
  {
    type: 'gitRepo',
    deprecated: 11,
    gone: 33,
    server: (minor) => (minor < 33 ? 'deprecated in v1.11' : 'deprecated in v1.11, and disabled by default in v1.33+'),
  },
  { type: 'scaleIO', deprecated: 16, gone: 22 },
  { type: 'flocker', deprecated: 22, gone: 25 },
  { type: 'storageos', deprecated: 22, gone: 25, goName: 'storageOS' },
  { type: 'quobyte', deprecated: 22, gone: 25 },
  { type: 'glusterfs', deprecated: 25, gone: 26 },
  { type: 'cephfs', deprecated: 28, gone: 31 },
  { type: 'rbd', deprecated: 28, gone: 31 },
];

export default defineRule({
  code: 'volume-type-removed',
  severity: 'warning',
  check({ objects, minor }, report) {
    for (const volume of objects.of('core/v1.Volume')) {
      for (const removed of types.filter(({ type }) => volume.has(type) && !volume.isIgnored(type))) {
        const { type, deprecated, gone, goName = type, server } = removed;
        report({
          node: volume.keyOf(type),
          path: volume.at(goName),
          message: explain(removed, minor),
          server: [server?.(minor) ?? `deprecated in v1.${deprecated}, non-functional in v1.${gone}+`],
        });
      }
    }
  },
});

function explain({ type, gone }: Removed, minor: number): string {
  if (type === 'gitRepo') {
    return minor < gone
      ? l10n.t(
          '`gitRepo` volumes are deprecated, and since Kubernetes {0} pods that have one do not start. Clone into an `emptyDir` with an init container.',
          `1.${gone}`,
        )
      : l10n.t(
          '`gitRepo` volumes are disabled since Kubernetes {0}: the pod is accepted, but its containers never start. Clone into an `emptyDir` with an init container.',
          `1.${gone}`,
        );
  }
  return minor < gone
    ? l10n.t(
        '`{0}` volumes are deprecated, and from Kubernetes {1} on pods that have one do not start. Use the CSI driver of the storage, through a `persistentVolumeClaim`.',
        type,
        `1.${gone}`,
      )
    : l10n.t(
        '`{0}` volumes do not work since Kubernetes {1}: the pod is accepted, but its containers never start. Use the CSI driver of the storage, through a `persistentVolumeClaim`.',
        type,
        `1.${gone}`,
      );
}
