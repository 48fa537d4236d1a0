import * as l10n from '@vscode/l10n';
import { containersOf, type Mount, nearest } from '../../model/index.ts';
import { valueAt, type Writable } from '../../yaml/index.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<{ mount: Mount; name: string; meant: string[] }>({
  code: 'mount-volume-not-found',
  severity: 'error',
  check({ pod, findings }, report) {
    // a list of volumes that is not understood is the mistake to mend
    if (!pod || isMistaken('volumes', findings)) return;
    const volumes = new Set(pod.volumes.map(({ name }) => name).filter((name) => name !== undefined));
    for (const mount of containersOf(pod).flatMap(({ mounts }) => mounts)) {
      const { name, node, path } = mount;
      if (!name || volumes.has(name)) continue;
      const meant = nearest(name, volumes);
      report({
        node: valueAt(node, 'name') ?? node,
        path: `${path}.name`,
        message: meant[0]
          ? l10n.t(
              'The pod has no volume `{0}`: the API server refuses the mount ("Not found"). Did you mean `{1}`?',
              name,
              meant[0],
            )
          : l10n.t(
              'The pod has no volume `{0}`: the API server refuses the mount ("Not found"). Add a volume of that name to `{1}.volumes`.',
              name,
              pod.path,
            ),
        data: { mount, name, meant },
      });
    }
  },
  fix({ data: { mount, name, meant } }, editor) {
    const nameNode = valueAt(mount.node, 'name') ?? mount.node;
    const { node: pod } = mount.container.pod;
    const order = ['containers', 'initContainers', 'ephemeralContainers'];
    const add = (kind: string, source: Writable) =>
      suggestion(
        l10n.t('Add {0} volume {1}', kind, name),
        editor.appendTo(pod, 'volumes', { name, ...(source as object) }, order),
      );
    const isLabel = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name);
    const added = [
      add('emptyDir', { emptyDir: {} }),
      add('configMap', { configMap: { name } }),
      add('secret', { secret: { secretName: name } }),
      add('persistentVolumeClaim', { persistentVolumeClaim: { claimName: name } }),
    ];
    return [
      ...meant.map((volume) => suggestion(l10n.t('Change to {0}', volume), editor.replaceNode(nameNode, volume))),
      // a volume of another name would be refused itself
      ...(isLabel ? added : []),
    ].filter(({ edits }) => edits.length > 0);
  },
});
