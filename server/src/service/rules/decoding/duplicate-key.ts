import * as l10n from '@vscode/l10n';
import type { Pair } from '../../yaml/index.ts';
import { defineRule, type Fix, findingsOf, suggestion } from '../rule.ts';
import { laterHeads } from './separator-missing.ts';

export default defineRule<{ pair: Pair; kept: Pair }>({
  code: 'duplicate-key',
  severity: 'warning',
  hides: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'duplicate-key')) {
      const { pair, kept, path } = finding;
      if (laterHeads(pair.parent).length > 0) continue;
      report({
        node: pair.key,
        path,
        message: l10n.t(
          '`{0}` is written twice in this map: kubectl silently keeps only the last one, and this one is lost. Merge them, or remove one.',
          pair.key.text,
        ),
        related: [{ node: kept.key, message: l10n.t('This one is kept') }],
        data: { pair, kept },
      });
    }
  },
  fix({ data: { pair, kept } }, editor) {
    const fixes: Fix[] = [];
    const merged = editor.mergePair(pair, kept);
    if (merged) fixes.push(suggestion(l10n.t('Merge both into one'), merged));
    fixes.push(suggestion(l10n.t('Remove this one'), editor.removePair(pair)));
    return fixes;
  },
});
