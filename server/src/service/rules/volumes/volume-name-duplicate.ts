import * as l10n from '@vscode/l10n';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';
import { claimNames, freeVolumeName, type VolumeName, volumeNames } from './names.ts';

/** ValidateVolumes; of claim templates that share a name the API server takes one, and forgets the others. */
export default defineRule<VolumeName>({
  code: 'volume-name-duplicate',
  severity: 'error',
  check({ objects }, report) {
    const lists = [
      ...objects.of('core/v1.PodSpec').map(volumeNames),
      ...objects.of('apps/v1.StatefulSetSpec').map(claimNames),
    ];
    for (const { found, first } of lists.flatMap(duplicates)) {
      const { name, node, path, isClaim } = found;
      report({
        node,
        path,
        severity: isClaim ? 'warning' : 'error',
        message: isClaim
          ? l10n.t('Another claim template is also named `{0}`, and only one of them is used. Rename one.', name)
          : l10n.t(
              'Another volume is also named `{0}`: the API server refuses the pod. Rename one, or remove it.',
              name,
            ),
        server: isClaim ? [] : [`Duplicate value: ${JSON.stringify(name)}`],
        related: [{ node: first.node, message: l10n.t('The other `{0}`', name) }],
        data: found,
      });
    }
  },
  fix({ data: { name, written, object }, workload: { pod } }, editor) {
    const free = pod && freeVolumeName(name, pod);
    const rename =
      free && written?.kind === 'scalar'
        ? [suggestion(l10n.t('Rename to {0}', free), editor.replaceNode(written, free))]
        : [];
    return [...rename, suggestion(l10n.t('Remove the volume'), removeEntry(object, editor))];
  },
});

function duplicates(names: readonly VolumeName[]): { found: VolumeName; first: VolumeName }[] {
  const byName = new Map<string, VolumeName>();
  return names.flatMap((found) => {
    const first = byName.get(found.name);
    if (!first) byName.set(found.name, found);
    return first && found.name !== '' ? [{ found, first }] : [];
  });
}
