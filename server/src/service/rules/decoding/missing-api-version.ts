import * as l10n from '@vscode/l10n';
import { servedIn } from '../../model/index.ts';
import { type Pair, pairOf } from '../../yaml/index.ts';
import { defineRule, safe } from '../rule.ts';

export default defineRule<Pair | undefined>({
  code: 'missing-api-version',
  severity: 'error',
  whole: true,
  hides: true,
  check({ workload: { root, head, likelyKind } }, report) {
    if (head !== 'missing-api-version') return;
    const pair = pairOf(root, 'apiVersion');
    report({
      node: (pair ?? pairOf(root, 'kind'))?.key ?? root,
      path: 'apiVersion',
      message: l10n.t(
        'There is no `apiVersion`, so the API server cannot tell which {0} this is: it answers "Object \'apiVersion\' is missing". Add `apiVersion: {1}`.',
        likelyKind,
        servedIn(likelyKind) ?? '',
      ),
      data: pair,
    });
  },
  fix({ data: pair, workload: { root, likelyKind } }, editor) {
    const version = servedIn(likelyKind) ?? 'v1';
    const title = l10n.t('Add apiVersion: {0}', version);
    if (pair) return [safe(title, editor.replaceNode(pair.value, version))];
    return [safe(title, editor.insertPair(root, 'apiVersion', version, ['kind']))];
  },
});
