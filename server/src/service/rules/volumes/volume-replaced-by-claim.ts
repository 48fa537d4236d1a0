import * as l10n from '@vscode/l10n';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';
import { allClaims, allVolumes, type VolumeName } from './names.ts';

/** volumesToAddForTemplates, and updateStorage of the controller: the claim takes the place of the volume. */
export default defineRule<VolumeName>({
  code: 'volume-replaced-by-claim',
  severity: 'warning',
  check({ objects }, report) {
    const claims = new Map(allClaims(objects).map((claim) => [claim.name, claim]));
    for (const found of allVolumes(objects)) {
      const claim = claims.get(found.name);
      if (!claim || found.name === '') continue;
      report({
        node: found.node,
        path: found.path,
        message: l10n.t(
          'A claim template is also named `{0}`, and its claim replaces this volume in every pod. Remove the volume, or rename it.',
          found.name,
        ),
        related: [{ node: claim.node, message: l10n.t('The claim template `{0}`', found.name) }],
        data: found,
      });
    }
  },
  fix({ data: { object } }, editor) {
    return [suggestion(l10n.t('Remove the volume'), removeEntry(object, editor))];
  },
});
