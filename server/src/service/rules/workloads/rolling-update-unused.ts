import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix, removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

const strategies: Readonly<Record<string, { type: string; server: string }>> = {
  'apps/v1.DeploymentStrategy': {
    type: 'Recreate',
    server: "Forbidden: may not be specified when strategy `type` is 'Recreate'",
  },
  'apps/v1.StatefulSetUpdateStrategy': {
    type: 'OnDelete',
    server: "Invalid value: only allowed for updateStrategy 'RollingUpdate'",
  },
};

/** ValidateDeploymentStrategy, ValidateStatefulSetSpec; a DaemonSet may have both. */
export default defineRule<ApiObject>({
  code: 'rolling-update-unused',
  severity: 'error',
  check({ objects }, report) {
    for (const strategy of objects.of(...Object.keys(strategies))) {
      const { type, server } = strategies[strategy.type] ?? { type: '', server: '' };
      if (strategy.string('type') !== type || !strategy.has('rollingUpdate')) continue;
      report({
        node: strategy.keyOf('rollingUpdate'),
        path: strategy.at('rollingUpdate'),
        message: l10n.t(
          '`rollingUpdate` is only for the type `RollingUpdate`: the API server refuses it with `type: {0}`. Remove it, or change the type.',
          type,
        ),
        server: [server],
        related: [{ node: strategy.valueOf('type'), message: l10n.t('The type') }],
        data: strategy,
      });
    }
  },
  fix({ data: strategy }, editor) {
    return [...removeFix(strategy.pair('rollingUpdate'), editor), changeFix(strategy, 'type', 'RollingUpdate', editor)];
  },
});
