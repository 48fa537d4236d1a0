import * as l10n from '@vscode/l10n';
import { firstToken, servedIn } from '../../model/index.ts';
import { type Pair, pairOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<Pair | undefined>({
  code: 'missing-kind',
  severity: 'error',
  whole: true,
  hides: true,
  check({ workload }, report) {
    if (workload.head !== 'missing-kind') return;
    const pair = pairOf(workload.root, 'kind');
    report({
      node: pair?.key ?? firstToken(workload.root),
      path: 'kind',
      message: l10n.t(
        'There is no `kind`, so the API server cannot tell what this is: it answers "Object \'Kind\' is missing". Add `kind: {0}`.',
        workload.likelyKind,
      ),
      data: pair,
    });
  },
  fix({ data: pair, workload: { root, likelyKind, apiVersion } }, editor) {
    const title = l10n.t('Add kind: {0}', likelyKind);
    if (apiVersion !== undefined && apiVersion !== servedIn(likelyKind)) return [];
    const edits = pair
      ? editor.replaceNode(pair.value, likelyKind)
      : editor.insertPair(root, 'kind', likelyKind, ['apiVersion']);
    return [suggestion(title, edits)];
  },
});
