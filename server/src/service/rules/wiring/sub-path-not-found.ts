import * as l10n from '@vscode/l10n';
import { containersOf, isWindows, isWithin, nearest, usesOf, type Volume } from '../../model/index.ts';
import { namespaceOf } from '../../model/names/index.ts';
import { type ConcreteNode, mapsOf, stringOf, valueAt } from '../../yaml/index.ts';
import { listed } from '../describe.ts';
import { defineRule, type Others, suggestion } from '../rule.ts';

interface Data {
  node: ConcreteNode;
  subPath: string;
  files: readonly string[];
}

/** So many files are named in a message. */
const mostFiles = 5;

/** The kubelet makes a folder of a `subPath` that is not there: `makeMounts` in pkg/kubelet/kubelet_pods.go. */
export default defineRule<Data>({
  code: 'sub-path-not-found',
  severity: 'warning',
  looksBeyond: true,
  check({ pod, workload: { chunk, root }, others }, report) {
    if (!pod || isWindows(pod) || chunk.intact < Number.POSITIVE_INFINITY) return;
    for (const volume of pod.volumes) {
      if (!usesOf(pod, volume.name ?? '').some(({ subPath }) => subPath !== undefined)) continue;
      const files = filesOf(volume) ?? keysIn(volume, root, others);
      if (!files) continue;
      for (const { name, node: mount, path, mountPath = '' } of containersOf(pod).flatMap(({ mounts }) => mounts)) {
        const node = name === volume.name ? valueAt(mount, 'subPath') : undefined;
        const subPath = stringOf(node)?.replace(/^(?:\.\/+)+|\/+$/g, '');
        if (!node || !subPath || files.some((file) => isWithin(file, subPath))) continue;
        report({
          node,
          path: `${path}.subPath`,
          message: l10n.t(
            'The volume `{0}` has no file `{1}`, only {2}, so `{3}` becomes an empty directory; if the image has a file at this path, the container does not start ("not a directory").',
            name ?? '',
            subPath,
            `${listed(files.slice(0, mostFiles))}${files.length > mostFiles ? ', …' : ''}`,
            mountPath,
          ),
          data: { node, subPath, files },
        });
      }
    }
  },
  fix({ data: { node, subPath, files } }, editor) {
    const [only, ...more] = files;
    const meant = only !== undefined && more.length === 0 ? [only] : nearest(subPath, files);
    return meant.map((file) => suggestion(l10n.t('Change to {0}', file), editor.replaceNode(node, file)));
  },
});

/** The files of a volume that names them; undefined where others may be there. */
function filesOf({ node, source }: Volume): string[] | undefined {
  if (!/^(?:configMap|secret|downwardAPI)$/.test(source)) return undefined;
  const paths = mapsOf(valueAt(node, source, 'items')).map((item) => stringOf(valueAt(item.node, 'path')));
  return paths.length > 0 && !paths.includes(undefined) ? paths.flatMap((path) => path ?? []) : undefined;
}

/** The files of a volume that has all keys of a ConfigMap or Secret; undefined where these are not known. */
function keysIn({ node, source }: Volume, root: ConcreteNode, others: Others): readonly string[] | undefined {
  const kind = source === 'configMap' ? 'ConfigMap' : source === 'secret' ? 'Secret' : undefined;
  const name = stringOf(valueAt(node, source, kind === 'Secret' ? 'secretName' : 'name'));
  if (!kind || name === undefined || valueAt(node, source, 'items')) return undefined;
  const keys = others.keysOf(kind, name, namespaceOf(root));
  return keys?.length ? keys : undefined;
}
