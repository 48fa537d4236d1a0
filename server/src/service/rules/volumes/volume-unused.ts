import * as l10n from '@vscode/l10n';
import { containersOf, type PodSpec, titleOf, type Volume } from '../../model/index.ts';
import { deref, itemsOf, stringOf, valueAt } from '../../yaml/index.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<{ pod: PodSpec; volume: Volume; name: string }>({
  code: 'volume-unused',
  severity: 'hint',
  check({ pod, findings }, report) {
    if (!pod || isMistaken('volumeMounts', findings)) return;
    const names = new Set(pod.volumes.map(({ name }) => name));
    const mounts = containersOf(pod).flatMap((container) => container.mounts);
    // a mount whose name is wrong may be the one that is missed
    if (mounts.some(({ name }) => name !== undefined && !names.has(name))) return;
    const used = new Set(containersOf(pod).flatMap(({ node }) => volumesUsedIn(node)));
    for (const volume of pod.volumes) {
      const { name, nameNode, path } = volume;
      if (!name || !nameNode || used.has(name)) continue;
      report({
        node: nameNode,
        path,
        message: l10n.t(
          'No container mounts the volume `{0}`, so nobody sees its files. Mount it with `volumeMounts`, or remove it.',
          name,
        ),
        data: { pod, volume, name },
      });
    }
  },
  fix({ data: { pod, volume, name } }, editor) {
    const mounts = pod.containers.map((container) =>
      suggestion(
        l10n.t('Mount it in container {0}', titleOf(container)),
        editor.appendTo(container.node, 'volumeMounts', { name, mountPath: `/${name}` }),
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

/** Names of the volumes that a container mounts, uses as a device, or reads variables from. */
function volumesUsedIn(container: Parameters<typeof valueAt>[0]): string[] {
  const names = ['volumeMounts', 'volumeDevices'].flatMap((list) =>
    itemsOf(valueAt(container, list)).map((item) => stringOf(valueAt(item, 'name'))),
  );
  const files = itemsOf(valueAt(container, 'env')).map((item) =>
    stringOf(valueAt(valueAt(valueAt(item, 'valueFrom'), 'fileKeyRef'), 'volumeName')),
  );
  return [...names, ...files].filter((name) => name !== undefined);
}
