import * as l10n from '@vscode/l10n';
import {
  type Container,
  containersOf,
  fileSources,
  type Mount,
  textsOf,
  type Volume,
  writtenKeys,
} from '../../model/index.ts';
import { mapsOf, stringOf, valueAt } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  mount: Mount;
  file: string;
  keys: string[];
}

/** What a name ends in that is a file's, not a folder's: `conf.d`, `python3.12` and `example.com` are none. */
const isFile =
  /\.(?:cfg|cnf|conf|config|crt|css|csv|env|hcl|html?|ini|jks|js|json|key|lua|p12|pem|php|properties|py|rb|sh|sql|tmpl|toml|txt|xml|ya?ml)$/;

export default defineRule<Data>({
  code: 'mount-directory-on-file',
  severity: 'warning',
  check({ pod }, report) {
    const volumes = new Map(pod?.volumes.map((volume) => [volume.name, volume]));
    for (const container of pod ? containersOf(pod) : []) {
      for (const mount of container.mounts) {
        const volume = volumes.get(mount.name);
        const file = mount.mountPath?.split('/').at(-1) ?? '';
        if (!volume || !fileSources.has(volume.source) || !isFile.test(file) || hasSubPath(mount)) continue;
        if (isUsedAsFolder(container, mount.mountPath ?? '')) continue;
        report({
          node: valueAt(mount.node, 'mountPath') ?? mount.node,
          path: `${mount.path}.mountPath`,
          message: l10n.t(
            'A volume is mounted as a directory, so `{0}` becomes a directory; if the image has a file at this path, the container does not start ("not a directory"). Add `subPath` to mount a single file.',
            mount.mountPath ?? '',
          ),
          data: { mount, file, keys: filesOf(volume) },
        });
      }
    }
  },
  fix({ data: { mount, file, keys } }, editor) {
    const key = keys.includes(file) || keys.length === 0 ? file : keys.length === 1 ? keys[0] : undefined;
    if (key === undefined) return [];
    const edits = editor.insertPair(mount.node, 'subPath', key, ['mountPath']);
    return [suggestion(l10n.t('Add {0}: {1}', 'subPath', key), edits)];
  },
});

function hasSubPath({ node }: Mount): boolean {
  return writtenKeys(node).some((key) => key === 'subPath' || key === 'subPathExpr');
}

/** Whether the container is told of a file below a path. */
function isUsedAsFolder(container: Container, path: string): boolean {
  const below = `${path}/`;
  const isBelow = container.mounts.some(({ mountPath }) => mountPath?.startsWith(below));
  return isBelow || textsOf(container).some((text) => text.includes(below));
}

/** The files of a volume, as far as `items` tells them. */
function filesOf({ node, source }: Volume): string[] {
  return mapsOf(valueAt(node, source, 'items')).flatMap((item) => stringOf(valueAt(item.node, 'path')) ?? []);
}
