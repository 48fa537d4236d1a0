import * as l10n from '@vscode/l10n';
import { volumeUses } from '../../model/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { allClaims, allVolumes, type VolumeName } from './names.ts';

/** ValidateVolumes; since 1.34 also of the volumes that claim templates become. */
export default defineRule<VolumeName>({
  code: 'volume-name-missing',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const found of [...allVolumes(objects), ...allClaims(objects)]) {
      const { name, node, path, isClaim } = found;
      if (name !== '') continue;
      report({
        node,
        path,
        message: isClaim
          ? l10n.t('This claim template has no name, so no container can mount it. Add `metadata.name`.')
          : l10n.t('This volume has no name, so no container can mount it: the API server refuses it. Add `name`.'),
        server: ['Required value'],
        data: found,
      });
    }
  },
  fix({ data: { object, isClaim, written }, workload: { pod } }, editor) {
    if (isClaim || !pod || !object.node) return [];
    const node = object.node;
    const names = new Set(pod.volumes.map(({ name }) => name));
    const wanted = new Set(volumeUses(pod).map(({ volume }) => volume));
    return [...wanted]
      .filter((name) => name !== '' && !names.has(name))
      .map((name) => {
        const edits = written ? editor.replaceNode(written, name) : editor.prependPair(node, 'name', name);
        return suggestion(l10n.t('Name it {0}', name), edits);
      });
  },
});
