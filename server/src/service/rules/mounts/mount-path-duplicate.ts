import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { allContainers } from '../containers/containers.ts';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** ValidateVolumeMounts. */
export default defineRule<ApiObject>({
  code: 'mount-path-duplicate',
  severity: 'error',
  check({ objects }, report) {
    for (const { mount, first, path } of allContainers({ objects }).flatMap(duplicates)) {
      report({
        node: mount.valueOf('mountPath'),
        path: mount.at('mountPath'),
        message: l10n.t(
          '`{0}` is mounted twice in this container: the API server refuses it, as only one could be seen. Give one of the mounts another path, or remove it.',
          path,
        ),
        server: [`Invalid value: ${JSON.stringify(path)}: must be unique`],
        related: [{ node: first.valueOf('mountPath'), message: l10n.t('The other mount on this path') }],
        data: mount,
      });
    }
  },
  fix({ data: mount }, editor) {
    return [suggestion(l10n.t('Remove this mount'), removeEntry(mount, editor))];
  },
});

function duplicates(container: ApiObject): { mount: ApiObject; first: ApiObject; path: string }[] {
  const byPath = new Map<string, ApiObject>();
  return container.objects('volumeMounts').flatMap((mount) => {
    const path = mount.string('mountPath');
    const first = path && byPath.get(path);
    if (path && !first) byPath.set(path, mount);
    return path && first ? [{ mount, first, path }] : [];
  });
}
