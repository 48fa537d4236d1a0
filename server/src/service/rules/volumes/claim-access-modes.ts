import * as l10n from '@vscode/l10n';
import { stringOf, type YamlNode } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

const alone = 'ReadWriteOncePod';
const others = new Set(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany']);

/** ValidatePersistentVolumeClaimSpec */
export default defineRule<YamlNode>({
  code: 'claim-access-modes',
  severity: 'error',
  check({ objects }, report) {
    for (const claim of objects.of('core/v1.PersistentVolumeClaimSpec')) {
      const modes = claim.values('accessModes');
      const single = modes.find(({ node }) => stringOf(node) === alone);
      const other = modes.find(({ node }) => others.has(stringOf(node) ?? ''));
      if (!single || !other) continue;
      report({
        node: single.span,
        path: claim.at('accessModes'),
        message: l10n.t(
          '`{0}` lets only one pod use the volume, so the API server refuses other access modes with it. Keep it alone, or remove it.',
          alone,
        ),
        server: ['Forbidden: may not use ReadWriteOncePod with other access modes'],
        related: [{ node: other.span, message: l10n.t('The other access mode') }],
        data: single.node,
      });
    }
  },
  fix({ data: mode }, editor) {
    const list = mode.parent;
    if (list?.kind !== 'seq') return [];
    const only = list.flow ? editor.flowList([alone], list) : `- ${editor.scalar(alone, mode)}`;
    return [
      suggestion(l10n.t('Keep only {0}', alone), [editor.replace(list, only)]),
      suggestion(l10n.t('Remove {0}', alone), editor.removeEntry(mode)),
    ];
  },
});
