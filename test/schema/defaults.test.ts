import { expect, it } from 'vitest';
import { typeOfWorkload, workloadsOf } from '../../server/src/service/model/index.ts';
import { decode } from '../../server/src/service/schema/decode.ts';
import { Chunk } from '../../server/src/service/yaml/index.ts';
import { codes, podWith } from '../helpers/manifests.ts';

/** The first object of a type in a manifest. */
function objectIn(text: string, type: string) {
  const [workload] = workloadsOf(new Chunk(text));
  const root = workload && typeOfWorkload(workload);
  return workload && root ? decode(workload.root, root, 37).objects.of(type)[0] : undefined;
}

const pod = podWith(
  'livenessProbe: {httpGet: {port: 80}, periodSeconds: 0}\nports: [{containerPort: 80}]\nenv: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]',
  'volumes: [{name: a, secret: {secretName: a}}, {name: b, projected: {sources: [{serviceAccountToken: {path: t}}]}}]',
);
const workload = (kind: string, spec = '') => `apiVersion: apps/v1
kind: ${kind}
metadata: {name: a}
spec: {${spec}}
`;
const job = 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {}\n';
const cronJob = 'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {jobTemplate: {spec: {}}}\n';

// what `kubectl get -o yaml` shows of fields that were not written
it.each([
  [pod, 'core/v1.PodSpec', { restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', schedulerName: 'default-scheduler' }],
  [pod, 'core/v1.PodSpec', { terminationGracePeriodSeconds: 30, enableServiceLinks: true }],
  [pod, 'core/v1.Container', { imagePullPolicy: 'IfNotPresent', terminationMessagePolicy: 'File' }],
  [pod.replace('nginx:1.27', 'nginx'), 'core/v1.Container', { imagePullPolicy: 'Always' }],
  [pod, 'core/v1.ContainerPort', { protocol: 'TCP' }],
  [pod, 'core/v1.Probe', { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 }],
  [pod, 'core/v1.HTTPGetAction', { path: '/', scheme: 'HTTP' }],
  [pod, 'core/v1.ObjectFieldSelector', { apiVersion: 'v1' }],
  [pod, 'core/v1.SecretVolumeSource', { defaultMode: 0o644 }],
  [pod, 'core/v1.ServiceAccountTokenProjection', { expirationSeconds: 3600 }],
  [workload('Deployment'), 'apps/v1.DeploymentSpec', { replicas: 1, progressDeadlineSeconds: 600 }],
  [workload('Deployment'), 'apps/v1.DeploymentStrategy', { type: 'RollingUpdate' }],
  [workload('StatefulSet'), 'apps/v1.StatefulSetSpec', { podManagementPolicy: 'OrderedReady', replicas: 1 }],
  [workload('DaemonSet'), 'apps/v1.DaemonSetSpec', { revisionHistoryLimit: 10 }],
  [workload('Deployment', 'replicas: 0'), 'apps/v1.DeploymentSpec', { replicas: 0 }],
  [job, 'batch/v1.JobSpec', { backoffLimit: 6, parallelism: 1, completions: 1, suspend: false }],
  [cronJob, 'batch/v1.JobSpec', { backoffLimit: undefined, parallelism: undefined }],
])('objects have what the API server fills in: %#', (text, type, expected) => {
  const object = objectIn(text, type);
  const found = Object.entries(expected).map(([name, value]) => {
    const read = { string: 'string', number: 'integer', boolean: 'boolean', undefined: 'integer' } as const;
    return [name, object?.[read[typeof value as keyof typeof read]](name)];
  });
  expect(Object.fromEntries(found)).toEqual(expected);
});

it('takes an empty text as nothing where there is a default', () => {
  const text = `apiVersion: batch/v1
kind: Job
metadata: {name: a}
spec:
  podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget, status: ""}]}]}
  template: {spec: {restartPolicy: Never, containers: [{name: a, image: 'b:1', imagePullPolicy: ""}]}}
`;
  expect(codes(text)).toEqual([]);
});
