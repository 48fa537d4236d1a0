import * as l10n from '@vscode/l10n';
import { containersOf, type PodSpec, titleOf, type Volume } from '../../model/index.ts';
import type { ApiObjects } from '../../schema/object.ts';
import { deref, itemsOf, stringOf, valueAt } from '../../yaml/index.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule, suggestion } from '../rule.ts';

/** No light bulb is read to its end. */
const mostOffered = 10;

export default defineRule<{ pod: PodSpec; volume: Volume; name: string }>({
  code: 'volume-unused',
  severity: 'hint',
  whole: true,
  check({ pod, findings, objects }, report) {
    if (!pod?.volumes.length || isMistaken('volumeMounts', findings)) return;
    const names = new Set(pod.volumes.map(({ name }) => name));
    const mounts = containersOf(pod).flatMap((container) => container.mounts);
    // a mount whose name is wrong may be the one that is missed
    if (mounts.some(({ name }) => name !== undefined && !names.has(name))) return;
    const used = usedVolumes(pod, objects);
    for (const volume of pod.volumes) {
      const { name, nameNode, path } = volume;
      if (!name || !nameNode || used.has(name)) continue;
      report({
        node: nameNode,
        path,
        message: l10n.t(
          'No container mounts the volume `{0}`, so no container sees its files. Mount it with `volumeMounts`, or remove it.',
          name,
        ),
        data: { pod, volume, name },
      });
    }
  },
  fix({ data: { pod, volume, name } }, editor) {
    const mountPath = `/${name}`;
    const free = pod.containers.filter((container) => container.mounts.every((mount) => mount.mountPath !== mountPath));
    const byTitle = new Map(free.map((container) => [titleOf(container), container]));
    const mounts = [...byTitle]
      .slice(0, mostOffered)
      .map(([title, { node }]) =>
        suggestion(
          l10n.t('Mount it in container {0}', title),
          editor.appendTo(node, 'volumeMounts', { name, mountPath }),
        ),
      );
    const list = deref(volume.node)?.parent;
    if (list?.kind !== 'seq') return mounts;
    return [
      ...mounts,
      suggestion(l10n.t('Remove the volume'), editor.removeItem(list, list.items.indexOf(volume.node))),
    ];
  },
});

/** Names of the volumes that containers mount, use as a device, or read variables from. */
function usedVolumes(pod: PodSpec, objects: ApiObjects): Set<string | undefined> {
  const containers = containersOf(pod);
  const mounts = containers.flatMap((container) => container.mounts.map(({ name }) => name));
  const devices = containers.flatMap(({ node }) => itemsOf(valueAt(node, 'volumeDevices')));
  const files = objects.of('core/v1.FileKeySelector').map((file) => file.string('volumeName'));
  return new Set([...mounts, ...devices.map((device) => stringOf(valueAt(device, 'name'))), ...files]);
}
