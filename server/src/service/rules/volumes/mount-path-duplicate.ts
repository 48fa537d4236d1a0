import * as l10n from '@vscode/l10n';
import { containersOf, type Mount } from '../../model/index.ts';
import { valueAt } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<Mount>({
  code: 'mount-path-duplicate',
  severity: 'error',
  check({ pod }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      const first = new Map<string, Mount>();
      for (const mount of container.mounts) {
        const { mountPath, path, node } = mount;
        if (!mountPath) continue;
        const other = first.get(mountPath);
        if (!other) {
          first.set(mountPath, mount);
          continue;
        }
        report({
          node: valueAt(node, 'mountPath') ?? node,
          path: `${path}.mountPath`,
          message: l10n.t(
            '`{0}` is mounted twice in this container: the API server refuses it ("must be unique"). Give one of the mounts another path, or remove it.',
            mountPath,
          ),
          related: [
            { node: valueAt(other.node, 'mountPath') ?? other.node, message: l10n.t('The other mount on this path') },
          ],
          data: mount,
        });
      }
    }
  },
  fix({ data: { node } }, editor) {
    const list = node.parent;
    if (list?.kind !== 'seq') return [];
    return [suggestion(l10n.t('Remove this mount'), editor.removeItem(list, list.items.indexOf(node)))];
  },
});
