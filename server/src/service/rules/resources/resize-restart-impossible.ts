import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { isInit } from '../containers/containers.ts';
import { changeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateResizePolicy and validateInitContainers: what is not started again cannot be restarted for other resources. */
export default defineRule<ApiObject>({
  code: 'resize-restart-impossible',
  severity: 'error',
  // several entries share one path
  general: true,
  check({ objects }, report) {
    for (const policy of objects.of('core/v1.ContainerResizePolicy')) {
      const reason = policy.string('restartPolicy') === 'RestartContainer' ? reasonAgainst(policy) : undefined;
      if (reason) report({ node: policy.valueOf('restartPolicy'), ...reason, data: policy });
    }
  },
  fix({ data: policy }, editor) {
    return [changeFix(policy, 'restartPolicy', 'NotRequired', editor)];
  },
});

function reasonAgainst(policy: ApiObject) {
  const { parent: container, minor } = policy;
  if (minor >= 36 && container && isInit(container)) {
    return {
      path: policy.at('restartPolicy'),
      message: l10n.t(
        'An init container runs once and is not restarted when its resources change: the API server refuses `RestartContainer` here. Write `NotRequired`.',
      ),
      server: [
        `Invalid value: "RestartContainer": must not be set to 'RestartContainer' for non-sidecar initContainers`,
      ],
    };
  }
  if (policy.around('core/v1.PodSpec')?.string('restartPolicy') !== 'Never') return undefined;
  const whose = minor >= 36 ? 'pod `restartPolicy`' : '`restartPolicy`';
  return {
    path: container?.at('resizePolicy') ?? policy.path,
    message: l10n.t(
      'The pod has `restartPolicy: Never`, so its containers cannot be restarted when their resources change: the API server refuses `RestartContainer`. Write `NotRequired`.',
    ),
    server: [`Invalid value: "RestartContainer": must be 'NotRequired' when ${whose} is 'Never'`],
  };
}
