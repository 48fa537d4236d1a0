import * as l10n from '@vscode/l10n';
import { pairOf, type YamlNode } from '../../yaml/index.ts';
import { defineRule, safe } from '../rule.ts';

export default defineRule<YamlNode>({
  code: 'unknown-kind',
  severity: 'error',
  hides: true,
  check({ workload: { root, head, kind, apiVersion, likelyKind } }, report) {
    const value = pairOf(root, 'kind')?.value;
    if (head !== 'unknown-kind' || !value) return;
    report({
      node: value,
      path: 'kind',
      message: l10n.t(
        'There is no kind `{1}` in `{0}`; kinds are case-sensitive. The API server does not know it: write `{2}`.',
        apiVersion ?? 'Kubernetes',
        kind ?? '',
        likelyKind,
      ),
      data: value,
    });
  },
  fix({ data: value, workload: { likelyKind } }, editor) {
    return [safe(l10n.t('Change kind to {0}', likelyKind), editor.replaceNode(value, likelyKind))];
  },
});
