import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** The workloads whose pods run until they are deleted, in the server's words: a Deployment is called a ReplicaSet. */
const kinds: Readonly<Record<string, string>> = {
  'apps/v1.DaemonSet': 'DaemonSet',
  'apps/v1.Deployment': 'ReplicaSet',
  'apps/v1.ReplicaSet': 'ReplicaSet',
  'apps/v1.StatefulSet': 'StatefulSet',
  'core/v1.ReplicationController': 'ReplicationController',
};

/** ValidatePodTemplateSpecForReplicaSet and its likes */
export default defineRule<ApiObject>({
  code: 'template-deadline',
  severity: 'error',
  check({ objects, workload: { likelyKind } }, report) {
    for (const pod of objects.of('core/v1.PodSpec')) {
      const kind = kinds[pod.root.type];
      if (!kind || !pod.has('activeDeadlineSeconds')) continue;
      report({
        node: pod.keyOf('activeDeadlineSeconds'),
        path: pod.at('activeDeadlineSeconds'),
        message: l10n.t(
          'The pods of a {0} run until they are deleted, so the API server refuses `activeDeadlineSeconds` for them. Remove it, or use a Job.',
          likelyKind,
        ),
        server: [`Forbidden: activeDeadlineSeconds in ${kind} is not Supported`],
        data: pod,
      });
    }
  },
  fix({ data: pod }, editor) {
    return removeFix(pod.pair('activeDeadlineSeconds'), editor);
  },
});
