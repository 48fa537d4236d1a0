import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { stringOf } from '../../yaml/index.ts';
import { suggestion } from '../rule.ts';
import { defineControl, placeOf, setter } from './control.ts';
import { standardFixes } from './fixes.ts';

interface Data {
  security: ApiObject;
  /** The pod, where users of its own make it right. */
  spec: ApiObject | undefined;
}

/** procMount1_35baseline, and procMount_1_0 for older versions and for `restricted`. */
export default defineControl<Data>({
  code: 'pod-security-proc-mount',
  level: 'baseline',
  check({ spec, containers, level, minor, hasOwnUsers }, report) {
    if (level === 'baseline' && hasOwnUsers) return;
    for (const container of containers) {
      const security = container.object('securityContext');
      const procMount = stringOf(security?.pair('procMount')?.value);
      if (!security || procMount === undefined || procMount === 'Default') continue;
      report({
        ...placeOf(security, 'procMount'),
        // the server does not refuse what it drops
        ...(security.isDropped('procMount') ? { severity: 'warning' as const } : {}),
        message: l10n.t(
          '`procMount: {0}` shows the container what runtimes hide in `/proc`: a namespace that enforces `{1}` refuses such a pod. Write `Default`.',
          procMount,
          level,
        ),
        server: [`procMount (${setter(container)} must not set securityContext.procMount to "${procMount}")`],
        data: { security, spec: level === 'baseline' && minor >= 35 ? spec : undefined },
      });
    }
  },
  fix({ data: { security, spec } }, editor) {
    const pair = security.pair('procMount');
    if (!pair) return [];
    const users = spec?.node
      ? [suggestion(l10n.t('Add {0}: {1}', 'hostUsers', 'false'), editor.setAt(spec.node, ['hostUsers'], false))]
      : [];
    return [...standardFixes(pair, 'Default', editor), ...users];
  },
});
