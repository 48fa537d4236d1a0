import * as l10n from '@vscode/l10n';
import { byteLength } from '../../schema/formats/format.ts';
import { dnsLabel } from '../../schema/formats/index.ts';
import { invalid } from '../../schema/serverWords.ts';
import { defineRule, suggestion } from '../rule.ts';
import { allClaims, allVolumes, freeVolumeName, renameUses, type VolumeName } from './names.ts';

/** ValidateVolumes; since 1.34 also of the volumes that claim templates become. */
export default defineRule<VolumeName>({
  code: 'volume-name-invalid',
  severity: 'error',
  check({ objects }, report) {
    for (const found of [...allVolumes(objects), ...allClaims(objects)]) {
      const { name, node, path } = found;
      const problems = name === '' ? [] : dnsLabel.problems(name);
      if (problems.length === 0) continue;
      report({
        node,
        path,
        message: explain(name),
        server: invalid(name, problems),
        data: found,
      });
    }
  },
  fix({ data: { name, written }, workload: { pod } }, editor) {
    const free = pod && freeVolumeName(name, pod);
    if (!free || written?.kind !== 'scalar') return [];
    const isOnly = pod.volumes.filter((volume) => volume.name === name).length === 1;
    const uses = isOnly ? renameUses(pod, name, free, editor) : [];
    return [suggestion(l10n.t('Rename to {0}', free), [...editor.replaceNode(written, free), ...uses])];
  },
});

function explain(name: string): string {
  return dnsLabel.problems(name).length === 1 && byteLength(name) > 63
    ? l10n.t(
        'A volume name may have at most 63 characters, but this has {0}: the API server refuses it. Shorten it here and in the mounts that use it.',
        name.length,
      )
    : l10n.t(
        '`{0}` is not a valid volume name: the API server accepts at most 63 lowercase letters, digits and `-`, with no `-` at the start or end. Change it here and in the mounts that use it.',
        name,
      );
}
