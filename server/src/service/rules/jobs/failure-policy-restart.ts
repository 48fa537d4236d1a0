import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix, removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Data {
  job: ApiObject;
  pod: ApiObject;
}

/** validateJobSpec; what no Job takes is told by pod-restart-policy. */
export default defineRule<Data>({
  code: 'failure-policy-restart',
  severity: 'error',
  check({ objects }, report) {
    for (const job of objects.of('batch/v1.JobSpec')) {
      const pod = job.object('template')?.object('spec');
      if (pod?.string('restartPolicy') !== 'OnFailure' || !job.has('podFailurePolicy')) continue;
      report({
        node: pod.valueOf('restartPolicy'),
        path: pod.at('restartPolicy'),
        message: l10n.t(
          'With `OnFailure` the kubelet restarts containers within their pod, so no pod fails and `podFailurePolicy` has nothing to decide: the API server refuses it. Write `Never`.',
        ),
        server: ['Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified'],
        related: [{ node: job.keyOf('podFailurePolicy'), message: l10n.t('The policy') }],
        data: { job, pod },
      });
    }
  },
  fix({ data: { job, pod } }, editor) {
    return [changeFix(pod, 'restartPolicy', 'Never', editor), ...removeFix(job.pair('podFailurePolicy'), editor)];
  },
});
