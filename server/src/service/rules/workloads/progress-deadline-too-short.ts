import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** ValidateDeploymentSpec */
export default defineRule<ApiObject>({
  code: 'progress-deadline-too-short',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('apps/v1.DeploymentSpec')) {
      const deadline = spec.integer('progressDeadlineSeconds');
      const ready = spec.integer('minReadySeconds') ?? 0;
      if (deadline === undefined || deadline > ready || deadline < 0) continue;
      const name = spec.has('progressDeadlineSeconds') ? 'progressDeadlineSeconds' : 'minReadySeconds';
      report({
        node: spec.valueOf(name),
        path: spec.at('progressDeadlineSeconds'),
        message: l10n.t(
          'A pod counts as available after `minReadySeconds` ({0}), but the rollout fails after `progressDeadlineSeconds` ({1}): the API server refuses a deadline that is not longer. Raise it.',
          ready,
          deadline,
        ),
        server: [`Invalid value: ${deadline}: must be greater than minReadySeconds`],
        data: spec,
      });
    }
  },
  fix({ data: spec }, editor) {
    const ready = spec.integer('minReadySeconds') ?? 0;
    // the default leaves as much time beyond
    return [setFix(spec, 'progressDeadlineSeconds', ready + 600, editor, ['minReadySeconds'])];
  },
});
