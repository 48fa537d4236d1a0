import * as l10n from '@vscode/l10n';
import { containersOf, isWindows, isWithin, nearest, type Volume } from '../../model/index.ts';
import { type ConcreteNode, mapsOf, stringOf, valueAt } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  node: ConcreteNode;
  subPath: string;
  files: string[];
}

/** The kubelet makes a folder of a `subPath` that is not there: `makeMounts` in pkg/kubelet/kubelet_pods.go. */
export default defineRule<Data>({
  code: 'sub-path-not-found',
  severity: 'warning',
  whole: true,
  check({ pod }, report) {
    if (!pod || isWindows(pod)) return;
    for (const volume of pod.volumes) {
      const files = filesOf(volume);
      if (!files) continue;
      for (const { name, node: mount, path, mountPath = '' } of containersOf(pod).flatMap(({ mounts }) => mounts)) {
        const node = name === volume.name ? valueAt(mount, 'subPath') : undefined;
        const subPath = stringOf(node)?.replace(/\/+$/, '');
        if (!node || !subPath || files.some((file) => isWithin(file, subPath))) continue;
        report({
          node,
          path: `${path}.subPath`,
          message: l10n.t(
            'The volume `{0}` has no file `{1}`, only {2}, so `{3}` becomes an empty folder; where the image has a file of that name, the container does not start ("not a directory").',
            name ?? '',
            subPath,
            listed(files),
            mountPath,
          ),
          data: { node, subPath, files },
        });
      }
    }
  },
  fix({ data: { node, subPath, files } }, editor) {
    const [only, ...others] = files;
    const meant = only !== undefined && others.length === 0 ? [only] : nearest(subPath, files);
    return meant.map((file) => suggestion(l10n.t('Change to {0}', file), editor.replaceNode(node, file)));
  },
});

/** The files of a volume; undefined where others than those in `items` may be there. */
function filesOf({ node, source }: Volume): string[] | undefined {
  if (!/^(?:configMap|secret|downwardAPI)$/.test(source)) return undefined;
  const paths = mapsOf(valueAt(node, source, 'items')).map((item) => stringOf(valueAt(item.node, 'path')));
  return paths.length > 0 && !paths.includes(undefined) ? paths.flatMap((path) => path ?? []) : undefined;
}
