import { describe, expect, it } from 'vitest';
import { expectMarked, find, fixed, fixTitles } from '../helpers/manifests.ts';

const ports = (name: string, list: string) => `- {name: ${name}, image: 'app:1', ports: ${list}}`;

function pod(lines: string, containers = "- {name: c, image: 'app:1'}"): string {
  const spec = `${lines.trim()}\ncontainers:\n${containers}`.trim();
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${spec.replace(/^/gm, '  ')}\n`;
}

function deployment(metadata: string, lines: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}${metadata}}
    spec:
      containers: [{name: c, image: 'app:1'}]
${lines.replace(/^/gm, '      ')}
`;
}

/** What is told, as `path: words of the API server`. */
function told(text: string, code: string, minor = 37): string[] {
  return find(text, { minor })
    .filter(({ problem }) => problem.code === code)
    .map(({ problem: { serverPath, server } }) => [serverPath, server?.join(' | ')].filter(Boolean).join(': '));
}

describe('what the API server warns of', () => {
  it.each([
    ['pod-name-not-label', pod('').replace('name: a}', 'name: «pod-name-not-label|a.b»}')],
    ['pod-name-not-label', deployment('', '').replace('name: a}', `generateName: «pod-name-not-label|a.b-»}`)],
    ['pod-name-not-label', pod('').replace('name: a}', `name: «pod-name-not-label|${'a'.repeat(64)}»}`)],
    ['deprecated-node-label', pod('nodeSelector: {«deprecated-node-label|beta.kubernetes.io/os»: linux}')],
    [
      'deprecated-node-label',
      pod(
        `affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: «deprecated-node-label|node-role.kubernetes.io/master», operator: Exists}]}]}}}`,
      ),
    ],
    [
      'deprecated-node-label',
      pod(
        'topologySpreadConstraints: [{maxSkew: 1, topologyKey: «deprecated-node-label|failure-domain.beta.kubernetes.io/zone», whenUnsatisfiable: DoNotSchedule, labelSelector: {}}]',
      ),
    ],
    [
      'label-selector-missing',
      pod(
        'topologySpreadConstraints: [{«label-selector-missing|maxSkew»: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}]',
      ),
    ],
    [
      'label-selector-missing',
      pod(
        'affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, «label-selector-missing|labelSelector»: null}]}}',
      ),
    ],
    [
      'label-selector-missing',
      pod(
        'affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {«label-selector-missing|topologyKey»: zone}}]}}',
      ),
    ],
    [
      'node-label-value-invalid',
      pod(
        `affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {matchExpressions: [{key: k, operator: In, values: [ok, «node-label-value-invalid|a b»]}]}}]}}`,
      ),
    ],
    [
      'annotation-without-effect',
      deployment(", annotations: {«annotation-without-effect|scheduler.alpha.kubernetes.io/critical-pod»: ''}", ''),
    ],
    [
      'annotation-without-effect',
      deployment(', annotations: {«annotation-without-effect|security.alpha.kubernetes.io/sysctls»: a=b}', ''),
    ],
    [
      'annotation-without-effect',
      deployment(
        ', annotations: {«annotation-without-effect|container.seccomp.security.alpha.kubernetes.io/c»: unconfined}',
        '',
      ),
    ],
    [
      'app-armor-annotation',
      deployment(
        ', annotations: {«app-armor-annotation|container.apparmor.security.beta.kubernetes.io/c»: unconfined}',
        '',
      ),
    ],
    ['host-alias-duplicate', pod('hostAliases: [{ip: 1.1.1.1}, {ip: 1.1.1.2}, {ip: «host-alias-duplicate|1.1.1.1»}]')],
    ['pull-secret-duplicate', pod('imagePullSecrets: [{name: a}, {name: «pull-secret-duplicate|a»}]')],
    ['pull-secret-nameless', pod("imagePullSecrets: [{name: «pull-secret-nameless|''»}]")],
    ['pull-secret-nameless', pod('imagePullSecrets: [«pull-secret-nameless|{}»]')],
    ['grace-period-negative', pod('terminationGracePeriodSeconds: «grace-period-negative|-5»')],
    ['ip-not-canonical', pod("hostAliases: [{ip: «ip-not-canonical|'2001:DB8::1'»}]")],
    ['ip-not-canonical', pod("dnsPolicy: None\ndnsConfig: {nameservers: ['::1', «ip-not-canonical|'2001:db8:0::1'»]}")],
    [
      'host-ip-without-host-port',
      pod('', ports('c', '[{containerPort: 80, «host-ip-without-host-port|hostIP»: 1.1.1.1}]')),
    ],
    [
      'container-port-duplicate',
      pod('', ports('c', '[{containerPort: 80}, {containerPort: «container-port-duplicate|80», protocol: TCP}]')),
    ],
    [
      'container-port-duplicate',
      pod(
        '',
        `${ports('c', '[{containerPort: 80}]')}\n${ports('d', '[{containerPort: «container-port-duplicate|80», hostPort: 81}]')}`,
      ),
    ],
    [
      'port-name-shared',
      pod(
        '',
        `${ports('c', '[{name: http, containerPort: 80}]')}\n${ports('d', '[{name: «port-name-shared|http», containerPort: 81}]')}`,
      ),
    ],
    ['volume-type-removed', pod('volumes: [{name: v, «volume-type-removed|flocker»: {datasetName: d}}]')],
    [
      'volume-path-overlap',
      pod(
        'volumes: [{name: v, secret: {secretName: s, items: [{key: k, path: a/}, {key: l, path: «volume-path-overlap|a/b»}, {key: m, path: ab}]}}]',
      ),
    ],
    [
      'projected-source-empty',
      pod('volumes: [{name: v, projected: {sources: [«projected-source-empty|{}», {configMap: {name: m}}]}}]'),
    ],
  ])('finds %s', (_code, marked) => {
    expectMarked(marked, { minor: 37 }, ['volume-unused']);
  });
});

describe('the words of the API server', () => {
  const job = (completions: number) => `apiVersion: batch/v1
kind: CronJob
metadata: {name: a}
spec:
  schedule: '* * * * *'
  jobTemplate:
    spec:
      completionMode: Indexed
      completions: ${completions}
      parallelism: 10001
      template: {spec: {restartPolicy: Never, containers: [{name: c, image: 'app:1'}]}}
`;
  const set = pod('').replace('Pod', 'StatefulSet').replace('v1', 'apps/v1');
  const twoSources = (a: string, b: string) => pod(`volumes: [{name: v, projected: {sources: [{${a}}, {${b}}]}}]`);

  it.each([
    [
      'pod-name-not-label',
      pod('').replace('{name: a}', '{name: a.b}'),
      "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]",
    ],
    [
      'pod-name-not-label',
      job(1).replace('{name: a}', '{generateName: a.b-}'),
      'metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]',
    ],
    [
      'deprecated-node-label',
      pod('nodeSelector: {scheduler.alpha.kubernetes.io/preferAvoidPods: x}'),
      'spec.nodeSelector[scheduler.alpha.kubernetes.io/preferAvoidPods]: deprecated since v1.22; use Taints and Tolerations instead',
    ],
    [
      'host-ip-without-host-port',
      pod('', ports('c', '[{name: http, containerPort: 80, hostIP: 1.1.1.1}]')),
      'spec.containers[0].ports[0]: hostIP set without hostPort: {Name:http HostPort:0 ContainerPort:80 Protocol:TCP HostIP:1.1.1.1}',
    ],
    [
      'container-port-duplicate',
      pod(
        '',
        ports(
          'c',
          '[{containerPort: 80, hostPort: 80}, {containerPort: 80, hostPort: 80, hostIP: 1.1.1.1}, {containerPort: 80}]',
        ),
      ),
      'spec.containers[0].ports[1]: dangerously ambiguous port definition with spec.containers[0].ports[0]',
      'spec.containers[0].ports[2]: overlapping port definition with spec.containers[0].ports[0] | overlapping port definition with spec.containers[0].ports[1]',
    ],
    [
      'port-name-shared',
      pod(
        `initContainers:\n${ports('i', '[{name: x, containerPort: 1}]')}`,
        ports('c', '[{name: x, containerPort: 2}]'),
      ),
      'spec.containers[0].ports[0]: duplicate port name "x" with spec.initContainers[0].ports[0], services and probes that select ports by name will use spec.initContainers[0].ports[0]',
    ],
    [
      'volume-type-removed',
      pod('volumes: [{name: v, storageos: {volumeName: v}}]'),
      'spec.volumes[0].storageOS: deprecated in v1.22, non-functional in v1.25+',
    ],
    [
      'volume-path-overlap',
      twoSources('serviceAccountToken: {path: a/b}', 'configMap: {name: m, items: [{key: k, path: a}]}'),
      'spec.volumes[0].projected.sources[1].configMap.items[0].path: volume "v" (Projected): overlapping paths: "a" (ConfigMap "m") with "a/b" (ServiceAccountToken)',
    ],
    [
      'volume-path-overlap',
      twoSources(
        'podCertificate: {signerName: a.b/c, keyType: ED25519, keyPath: k, certificateChainPath: c}',
        'secret: {name: s, items: [{key: k, path: k/l}]}',
      ),
      'spec.volumes[0].projected.sources[1].secret.items[0].path: volume "v" (Projected): overlapping paths: "k/l" (Secret "s") with "k" (PodCertificate key)',
    ],
    ['indexed-job-too-large', job(100_000)],
    [
      'indexed-job-too-large',
      job(100_001),
      'spec.jobTemplate.spec: In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail',
    ],
    [
      'revision-history-negative',
      set.replace(/spec:.*/s, 'spec: {revisionHistoryLimit: -1}'),
      'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended',
    ],
    [
      'env-name-duplicate',
      pod('', "- {name: c, image: 'app:1', env: [{name: A, value: a}, {name: A}]}"),
      'spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply',
    ],
  ])('of %s', (code, text, ...words) => {
    expect(told(text, code)).toEqual(words);
  });
});

describe('versions', () => {
  const annotated = (securityContext: string) =>
    deployment(
      ', annotations: {container.apparmor.security.beta.kubernetes.io/c: runtime/default}',
      `securityContext: {appArmorProfile: ${securityContext}}`,
    );

  it.each([
    ['deprecated-node-label', pod('nodeSelector: {node-role.kubernetes.io/master: x}'), 30, 31],
    ['ip-not-canonical', pod("hostAliases: [{ip: '2001:DB8::1'}]"), 32, 33],
    // the profile of the pod counts only where it is the same
    ['app-armor-annotation', annotated('{type: Unconfined}'), 33, 34],
  ])('%s', (code, text, silent, first) => {
    expect(told(text, code, silent)).toEqual([]);
    expect(told(text, code, first)).toHaveLength(1);
  });

  it('gives the paths of the manifest, in which only what was dropped is missing', () => {
    const set = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a}
spec:
  serviceName: s
  selector: {matchLabels: {app: a}}
  volumeClaimTemplates: [{metadata: {name: d}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]
  template:
    metadata: {labels: {app: a}}
    spec:
      containers: [{name: c, image: 'app:1'}]
      volumes: [{name: i, image: {reference: r}}, {name: v, cephfs: {monitors: [m]}}]
`;
    const words = 'cephfs: deprecated in v1.28, non-functional in v1.31+';
    expect(told(set, 'volume-type-removed', 34)).toEqual([`spec.template.spec.volumes[0].${words}`]);
    expect(told(set, 'volume-type-removed', 37)).toEqual([`spec.template.spec.volumes[1].${words}`]);
  });

  it('says what each version says of a gitRepo and an address with zeros', () => {
    const text = pod('hostAliases: [{ip: 010.1.1.1}]\nvolumes: [{name: v, gitRepo: {repository: r}}]');
    const words = (minor: number) => [
      ...told(text, 'volume-type-removed', minor),
      ...told(text, 'ip-not-canonical', minor),
    ];
    expect(words(32)).toEqual(['spec.volumes[0].gitRepo: deprecated in v1.11', 'spec.hostAliases[0].ip']);
    expect(words(35)).toEqual([
      'spec.volumes[0].gitRepo: deprecated in v1.11, and disabled by default in v1.33+',
      'spec.hostAliases[0].ip: non-standard IP address "010.1.1.1" will be considered invalid in a future Kubernetes release: use "10.1.1.1"',
    ]);
  });
});

describe('what stays silent', () => {
  it.each([
    [
      'the name of a DaemonSet',
      'pod-name-not-label',
      deployment('', '').replace('Deployment', 'DaemonSet').replace('{name: a}', '{name: a.b}'),
    ],
    ['a name that is refused', 'pod-name-not-label', pod('').replace('{name: a}', '{name: A.b}')],
    ['an empty label selector', 'label-selector-missing', pod('topologySpreadConstraints: [{labelSelector: {}}]')],
    ['a misspelled label selector', 'label-selector-missing', pod('topologySpreadConstraints: [{labelSelectors: {}}]')],
    [
      'an annotation beside its field',
      'annotation-without-effect',
      deployment(
        ', annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined}',
        'securityContext: {seccompProfile: {type: RuntimeDefault}}',
      ),
    ],
    [
      'an annotation for no container',
      'app-armor-annotation',
      deployment(', annotations: {container.apparmor.security.beta.kubernetes.io/d: unconfined}', ''),
    ],
    [
      'the same profile of the pod',
      'app-armor-annotation',
      deployment(
        ', annotations: {container.apparmor.security.beta.kubernetes.io/c: localhost/p}',
        'securityContext: {appArmorProfile: {type: Localhost, localhostProfile: p}}',
      ),
    ],
    [
      'AppArmor on Windows',
      'app-armor-annotation',
      pod('os: {name: windows}').replace(
        '{name: a}',
        '{name: a, annotations: {container.apparmor.security.beta.kubernetes.io/c: unconfined}}',
      ),
    ],
    [
      'hostIP with the network of the node',
      'host-ip-without-host-port',
      pod('hostNetwork: true', ports('c', '[{containerPort: 80, hostIP: 1.1.1.1}]')),
    ],
    [
      'one port at two ports of the node',
      'container-port-duplicate',
      pod('', ports('c', '[{containerPort: 80, hostPort: 80}, {containerPort: 80, hostPort: 81}]')),
    ],
    [
      'two protocols',
      'container-port-duplicate',
      pod('', ports('c', '[{containerPort: 53}, {containerPort: 53, protocol: UDP}]')),
    ],
    [
      'names within one container, which are refused',
      'port-name-shared',
      pod('', ports('c', '[{name: a, containerPort: 1}, {name: a, containerPort: 2}]')),
    ],
    [
      'a required value that is refused',
      'node-label-value-invalid',
      pod(
        'affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: k, operator: In, values: [a b]}]}]}}}',
      ),
    ],
    [
      'paths that only begin alike',
      'volume-path-overlap',
      pod('volumes: [{name: v, secret: {items: [{path: a}, {path: ab}]}}]'),
    ],
    [
      'a source whose value is being typed',
      'projected-source-empty',
      pod('volumes: [{name: v, projected: {sources: [{configMaps: {}}]}}]'),
    ],
  ])('%s', (_what, code, text) => {
    expect(told(text, code)).toEqual([]);
  });
});

describe('fixes', () => {
  it.each([
    [
      'deprecated-node-label',
      'nodeSelector:\n  beta.kubernetes.io/os: linux # all',
      'nodeSelector:\n  kubernetes.io/os: linux # all',
    ],
    [
      'deprecated-node-label',
      'nodeSelector: {beta.kubernetes.io/os: linux, kubernetes.io/os: linux}',
      'nodeSelector: {kubernetes.io/os: linux}',
    ],
    ['pull-secret-duplicate', 'imagePullSecrets: [{name: a}, {name: a}]', 'imagePullSecrets: [{name: a}]'],
    [
      'host-alias-duplicate',
      'hostAliases: [{ip: 1.1.1.1, hostnames: [a]}, {ip: 1.1.1.1, hostnames: [a, b]}]',
      'hostAliases: [{ip: 1.1.1.1, hostnames: [a, b]}]',
    ],
    ['grace-period-negative', 'terminationGracePeriodSeconds: -1', 'terminationGracePeriodSeconds: 1'],
    ['ip-not-canonical', "hostAliases: [{ip: '::ffff:1.2.3.4'}]", 'hostAliases: [{ip: 1.2.3.4}]'],
    [
      'label-selector-missing',
      'topologySpreadConstraints: [{topologyKey: z}]',
      'topologySpreadConstraints: [{topologyKey: z, labelSelector: {matchLabels: {app: a}}}]',
    ],
    [
      'label-selector-missing',
      'topologySpreadConstraints:\n- topologyKey: z\n  labelSelector:',
      'topologySpreadConstraints:\n- topologyKey: z\n  labelSelector:\n    matchLabels:\n      app: a',
    ],
  ])('of %s', (code, before, after) => {
    expect(fixed(deployment('', before), code, 0, { minor: 35 })).toBe(deployment('', after));
  });

  it('moves sysctls of an annotation to their field', () => {
    const before = deployment(", annotations: {security.alpha.kubernetes.io/sysctls: 'a.b=1,c.d=2'}", 'hostname: h');
    const after = deployment(', annotations: {}', 'hostname: h');
    const containers = "containers: [{name: c, image: 'app:1'}]";
    const values = '- name: a.b\n  value: "1"\n- name: c.d\n  value: "2"'.replaceAll('"', "'");
    const added = `securityContext:\n  sysctls:\n${values.replace(/^/gm, '    ')}`.replace(/^/gm, '      ').trim();
    expect(fixed(before, 'annotation-without-effect')).toBe(after.replace(containers, `${containers}\n      ${added}`));
    expect(fixTitles(before, 'annotation-without-effect')).toEqual(['Move it to sysctls', 'Remove the annotation']);
  });

  it('does not move what has no place', () => {
    const critical = deployment(", annotations: {scheduler.alpha.kubernetes.io/critical-pod: ''}", '');
    expect(fixTitles(critical, 'annotation-without-effect')).toEqual(['Remove the annotation']);
    const affinity = 'affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone}]}}';
    expect(fixTitles(deployment('', affinity), 'label-selector-missing')).toEqual([]);
  });
});
