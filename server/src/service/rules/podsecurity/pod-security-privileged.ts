import * as l10n from '@vscode/l10n';
import { defineControl, pairsOf, placeOf, setter } from './control.ts';
import { falseFix } from './fixes.ts';

/** privileged_1_0. */
export default defineControl({
  code: 'pod-security-privileged',
  level: 'baseline',
  check({ containers, level }, report) {
    for (const container of containers) {
      const security = container.object('securityContext');
      if (!security?.boolean('privileged')) continue;
      report({
        ...placeOf(security, 'privileged'),
        message: l10n.t(
          '`privileged: true` gives the container nearly every right on its node: a namespace that enforces `{0}` refuses such a pod. Set it to `false`, and add only the capabilities that it needs.',
          level,
        ),
        server: [`privileged (${setter(container)} must not set securityContext.privileged=true)`],
        data: pairsOf(security, 'privileged'),
      });
    }
  },
  fix: falseFix,
});
