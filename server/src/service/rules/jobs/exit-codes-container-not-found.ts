import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { listed } from '../describe.ts';
import { changeFix, removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validatePodFailurePolicyRuleOnExitCodes */
export default defineRule<ApiObject>({
  code: 'exit-codes-container-not-found',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const codes of objects.of('batch/v1.PodFailurePolicyOnExitCodesRequirement')) {
      const name = codes.has('containerName') ? codes.string('containerName') : undefined;
      if (name === undefined || containerNames(codes).includes(name)) continue;
      report({
        node: codes.valueOf('containerName'),
        path: codes.at('containerName'),
        message: l10n.t(
          'The Job has no container `{0}`, so the API server refuses the rule. Name one of {1}, or remove `containerName` to check all containers.',
          name,
          listed(containerNames(codes)),
        ),
        server: [
          `Invalid value: ${JSON.stringify(name)}: must be one of the container or initContainer names in the pod template`,
        ],
        data: codes,
      });
    }
  },
  fix({ data: codes }, editor) {
    const field = 'containerName';
    const names = containerNames(codes);
    const near = nearest(codes.string(field) ?? '', names);
    const likely = [...new Set([...near, ...(names.length <= 4 ? names : [])])];
    return [...likely.map((name) => changeFix(codes, field, name, editor)), ...removeFix(codes.pair(field), editor)];
  },
});

function containerNames(codes: ApiObject): string[] {
  const pod = codes.around('batch/v1.JobSpec')?.object('template')?.object('spec');
  const containers = ['containers', 'initContainers'].flatMap((list) => pod?.objects(list) ?? []);
  return containers.flatMap((container) => container.string('name') || []);
}
