import { describe, expect, it } from 'vitest';
import { find, fixed, fixTitles } from '../helpers/manifests.ts';

const minors = [30, 31, 32, 33, 34, 35, 36, 37];

/** The paths of what is dropped from a manifest, with the minor versions that drop it. */
function dropped(text: string): Record<string, number[]> {
  const told = minors.flatMap((minor) =>
    find(text, { minor })
      .filter(({ problem }) => problem.code === 'dropped-field')
      .map(({ problem: { path } }) => ({ path, minor })),
  );
  const versionsOf = (path: string) => told.filter((each) => each.path === path).map(({ minor }) => minor);
  return Object.fromEntries(told.map(({ path }) => [path, versionsOf(path)]));
}

const indented = (lines: string, by: number) => lines.replace(/^/gm, ' '.repeat(by));

function pod(lines: string): string {
  const containers = lines.includes('containers:') ? '' : "containers: [{name: c, image: 'app:1'}]\n";
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${indented(containers + lines, 2)}\n`;
}

const container = (lines: string) => pod(`containers:\n- name: c\n  image: app:1\n${indented(lines, 2)}`);
const volume = (source: string) => pod(`volumes: [{name: v, ${source}}]`);
const projected = (source: string) => volume(`projected: {sources: [{${source}}]}`);

// what the API server of each version stores of each field
describe('fields behind a gate are dropped while it is off', () => {
  it.each<[text: string, path: string, versions: number[]]>([
    [pod('hostUsers: false'), 'spec.hostUsers', [30, 31, 32]],
    [pod('hostnameOverride: h'), 'spec.hostnameOverride', [34]],
    [pod('resources: {limits: {cpu: 1}}'), 'spec.resources', [32, 33]],
    [pod('resourceClaims: [{name: a, resourceClaimName: b}]'), 'spec.resourceClaims', [30, 31, 32, 33]],
    [pod('schedulingGroup: {podGroupName: g}'), 'spec.schedulingGroup', [36, 37]],
    [pod('workloadRef: {name: w, podGroup: g}'), 'spec.workloadRef', [35]],
    [pod('evictionResponders: [{name: a.b/c}]'), 'spec.evictionResponders', [37]],
    [
      pod('securityContext: {supplementalGroupsPolicy: Strict}'),
      'spec.securityContext.supplementalGroupsPolicy',
      [31, 32],
    ],
    [pod('securityContext: {seLinuxChangePolicy: Recursive}'), 'spec.securityContext.seLinuxChangePolicy', [32]],
    [
      pod(
        'affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: z, labelSelector: {}, matchLabelKeys: [a]}]}}',
      ),
      'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys',
      [30],
    ],
    [
      pod(
        'affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: z, labelSelector: {}, mismatchLabelKeys: [a]}}]}}',
      ),
      'spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.mismatchLabelKeys',
      [30],
    ],
    [container('securityContext: {procMount: Unmasked}'), 'spec.containers[0].securityContext.procMount', [30, 31, 32]],
    [
      container('resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]'),
      'spec.containers[0].resizePolicy',
      [30, 31, 32],
    ],
    [container('resources: {claims: [{name: a}]}'), 'spec.containers[0].resources.claims', [30, 31, 32, 33]],
    [container('lifecycle: {stopSignal: SIGUSR1}'), 'spec.containers[0].lifecycle', [33, 34, 35, 36, 37]],
    [
      container('lifecycle: {stopSignal: SIGUSR1, preStop: {sleep: {seconds: 1}}}'),
      'spec.containers[0].lifecycle.stopSignal',
      [33, 34, 35, 36, 37],
    ],
    [
      container('livenessProbe: {httpGet: {port: 80, protocol: HTTP2}}'),
      'spec.containers[0].livenessProbe.httpGet.protocol',
      [37],
    ],
    [container('livenessProbe: {grpc: {port: 80, mode: TLS}}'), 'spec.containers[0].livenessProbe.grpc.mode', [37]],
    [
      container('env: [{name: A, valueFrom: {fileKeyRef: {volumeName: v, path: p, key: k}}}]'),
      'spec.containers[0].env[0].valueFrom.fileKeyRef',
      [34],
    ],
    [
      container(
        'volumeMounts: [{name: v, mountPath: /v, readOnly: true, mountPropagation: None, recursiveReadOnly: Enabled}]',
      ),
      'spec.containers[0].volumeMounts[0].recursiveReadOnly',
      [30],
    ],
    [
      container('volumeMounts: [{name: v, mountPath: /v, bindMountOptions: {noexec: true}}]'),
      'spec.containers[0].volumeMounts[0].bindMountOptions',
      [37],
    ],
    [
      container('restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]'),
      'spec.containers[0].restartPolicyRules',
      [34],
    ],
    [volume('image: {reference: i}'), 'spec.volumes[0].image', [31, 32, 33, 34]],
    [volume('emptyDir: {mode: 0700}'), 'spec.volumes[0].emptyDir.mode', [37]],
    [volume('secret: {secretName: s, defaultUser: 1}'), 'spec.volumes[0].secret.defaultUser', [37]],
    [
      volume('configMap: {name: s, items: [{key: k, path: p, user: 1}]}'),
      'spec.volumes[0].configMap.items[0].user',
      [37],
    ],
    [
      projected('clusterTrustBundle: {path: p, name: n}'),
      'spec.volumes[0].projected.sources[0].clusterTrustBundle',
      [30, 31, 32, 33, 34, 35, 36],
    ],
    [
      projected('podCertificate: {signerName: a.b/c, keyType: ED25519, keyPath: k, certificateChainPath: c}'),
      'spec.volumes[0].projected.sources[0].podCertificate',
      [34, 35, 36],
    ],
    [
      projected('serviceAccountToken: {path: p, user: 1}'),
      'spec.volumes[0].projected.sources[0].serviceAccountToken.user',
      [37],
    ],
  ])('%#: $1', (text, path, versions) => {
    expect(dropped(text)).toEqual({ [path]: versions });
  });

  const job = (kind: string, lines: string) => {
    const spec = `completionMode: Indexed\ncompletions: 1\ntemplate: {spec: {restartPolicy: Never, containers: [{name: c, image: 'app:1'}]}}\n${lines}`;
    const head = `apiVersion: batch/v1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n`;
    return kind === 'Job'
      ? `${head}${indented(spec, 2)}\n`
      : `${head}  schedule: '* * * * *'\n  jobTemplate:\n    spec:\n${indented(spec, 6)}\n`;
  };

  it('of Jobs, of which a CronJob keeps some', () => {
    const lines = 'managedBy: a.b/c\nsuccessPolicy: {rules: [{succeededIndexes: "0"}]}\nscheduling: {}';
    expect(dropped(job('Job', lines))).toEqual({
      'spec.managedBy': [30, 31],
      'spec.successPolicy': [30],
      'spec.scheduling': [37],
    });
    expect(dropped(job('CronJob', lines))).toEqual({ 'spec.jobTemplate.spec.scheduling': [37] });
  });

  it('of StatefulSets', () => {
    const set = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a}
spec:
  serviceName: s
  selector: {matchLabels: {app: a}}
  updateStrategy: {rollingUpdate: {maxUnavailable: 2}}
  template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: 'app:1'}]}}
`;
    expect(dropped(set)).toEqual({
      'spec.updateStrategy.rollingUpdate.maxUnavailable': [30, 31, 32, 33, 34, 35, 36],
    });
  });

  it('of containers: the restart policy of 1.34, but for sidecars', () => {
    const text = pod(`initContainers:
- {name: i, image: 'app:1', restartPolicy: Never}
- {name: s, image: 'app:1', restartPolicy: Always}
containers: [{name: c, image: 'app:1', restartPolicy: Never}]`);
    const told = find(text, { minor: 34 }).filter(({ problem }) => problem.severity === 'warning');
    expect(told.map(({ problem }) => problem.path)).toEqual([
      'spec.initContainers[0].restartPolicy',
      'spec.containers[0].restartPolicy',
    ]);
  });

  it('of init containers: a lifecycle that has only a signal', () => {
    const text = (lifecycle: string) =>
      pod(
        `initContainers: [{name: i, image: 'app:1', lifecycle: ${lifecycle}}]\ncontainers: [{name: c, image: 'app:1'}]`,
      );
    const told = (lifecycle: string) => find(text(lifecycle), { minor: 37 }).map(({ problem }) => problem.code);
    expect(told('{stopSignal: SIGUSR1}')).toEqual(['dropped-field']);
    expect(told('{stopSignal: SIGUSR1, preStop: {sleep: {seconds: 1}}}')).toContain('init-container-probe');
  });

  it('not what is null, or what the field is by default', () => {
    expect(dropped(pod('hostnameOverride: null'))).toEqual({});
    expect(dropped(container('securityContext: {procMount: Default}'))).toEqual({});
  });
});

describe('dropped-field', () => {
  const message = (text: string, minor: number) =>
    find(text, { minor })
      .filter(({ problem }) => problem.code === 'dropped-field')
      .map(({ problem }) => problem.message);

  it('says until when, and what that means', () => {
    expect(message(pod('hostnameOverride: h'), 34)).toEqual([
      'Before Kubernetes 1.35 the API server silently drops `hostnameOverride`: the pod keeps its usual hostname. Remove it, or select the Kubernetes version of your cluster.',
    ]);
    expect(message(container('lifecycle: {stopSignal: SIGUSR1}'), 37)).toEqual([
      'Unless the cluster enables the feature gate `ContainerStopSignals`, the API server silently drops `lifecycle`: the container is stopped with the signal that its image asks for, or `SIGTERM`. Remove it, or enable the gate.',
    ]);
  });

  it('tells of a volume, not of its mounts, and takes both out', () => {
    const before = pod(`volumes:
- name: other
  emptyDir: {}
- name: data # files
  image:
    reference: data:1
containers:
- name: c
  image: app:1
  volumeMounts:
  - name: data
    mountPath: /data
  - name: other
    mountPath: /other`);
    expect(find(before, { minor: 34 }).map(({ problem }) => problem.path)).toEqual(['spec.volumes[1].image']);
    expect(fixed(before, 'dropped-field', 0, { minor: 34 })).toBe(
      pod(`volumes:
- name: other
  emptyDir: {}
containers:
- name: c
  image: app:1
  volumeMounts:
  - name: other
    mountPath: /other`),
    );
  });

  it('has no fix where one container mounts the volume twice', () => {
    const text = pod(`volumes: [{name: v, image: {reference: i}}]
containers: [{name: c, image: 'app:1', volumeMounts: [{name: v, mountPath: /a}, {name: v, mountPath: /b}]}]`);
    expect(fixTitles(text, 'dropped-field', { minor: 34 })).toEqual([]);
  });
});
