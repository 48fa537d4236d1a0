import * as l10n from '@vscode/l10n';
import type { Pair } from '../../yaml/index.ts';
import { suggestion } from '../rule.ts';
import { defineControl, placeOf, securityContexts, setter } from './control.ts';
import { pruneFix } from './fixes.ts';

/** A user that images rarely know, as one of their own would be. */
const someUser = 1000;

/** runAsUser1_23, from Kubernetes 1.35 on runAsUser1_35. */
export default defineControl<Pair | undefined>({
  code: 'pod-security-run-as-user',
  level: 'restricted',
  check(pod, report) {
    if (pod.hasOwnUsers) return;
    for (const { owner, security } of securityContexts(pod)) {
      if (security.integer('runAsUser') !== 0) continue;
      report({
        ...placeOf(security, 'runAsUser'),
        message: l10n.t(
          '`runAsUser: 0` is root: a namespace that enforces `restricted` refuses such a pod. Write another user, or leave it to the image.',
        ),
        server: [`runAsUser=0 (${setter(owner)} must not set runAsUser=0)`],
        data: security.pair('runAsUser'),
      });
    }
  },
  fix({ data: pair }, editor) {
    if (!pair) return [];
    const change = suggestion(l10n.t('Change to {0}', someUser), editor.replaceNode(pair.value, someUser));
    return [change, pruneFix(pair, editor)];
  },
});
