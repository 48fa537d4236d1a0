import { describe, expect, it } from 'vitest';
import { hover } from '../../server/src/service/features/hover.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { describeType } from '../../server/src/service/schema/prose.ts';
import { manifestOf, podWith } from '../helpers/manifests.ts';
import { cronJobWith, deploymentWith } from '../helpers/workloads.ts';

const now = new Date('2026-11-25T12:00:00Z');

/** What the hover at the `‸` says before it tells of the field. */
function meaningAt(marked: string, minor = 37): string | undefined {
  const offset = marked.indexOf('‸');
  if (offset < 0) throw new Error('no cursor');
  const manifest = manifestOf(marked.replace('‸', ''));
  const found = hover(manifest, manifest.document.positionAt(offset), { ...defaultSettings, minor }, now);
  const contents = found?.contents;
  if (typeof contents !== 'object' || !('value' in contents)) return undefined;
  const [meaning = ''] = contents.value.split(/(?:^|\n\n)\*\*`\w+`\*\*: /);
  return meaning;
}

const volume = (source: string) => podWith('', `volumes:\n  - name: files\n    ${source}`);

describe('the value of', () => {
  it.each<[string, string, string]>([
    [
      'a file mode',
      volume('configMap: {name: a, defaultMode: ‸0644}'),
      '`rw-r--r--`: `0644` in octal, `420` in decimal.',
    ],
    [
      'a file mode in octal',
      volume('configMap: {name: a, defaultMode: ‸0o644}'),
      '`rw-r--r--`: `0644` in octal, `420` in decimal.',
    ],
    [
      'a file mode in decimal',
      volume('configMap: {name: a, defaultMode: ‸420}'),
      '`rw-r--r--`: `0644` in octal, `420` in decimal.',
    ],
    [
      'a file mode without its zero',
      volume('secret: {secretName: a, defaultMode: ‸440}'),
      '`rw-rwx---`: `0670` in octal, `440` in decimal. Without a `0` in front it is decimal: `0440` would be `r--r-----`.',
    ],
    [
      'a file mode that is none',
      volume('secret: {secretName: a, defaultMode: ‸755}'),
      '`-wxrw--wt`: `01363` in octal, `755` in decimal. Without a `0` in front it is decimal: `0755` would be `rwxr-xr-x`.',
    ],
    ['memory', podWith('resources: {requests: {memory: ‸1536Mi}}'), '**1,610,612,736 bytes**, `1.5Gi`'],
    ['memory in its largest unit', podWith('resources: {requests: {memory: ‸1Gi}}'), '**1,073,741,824 bytes**'],
    [
      'memory in powers of ten',
      podWith('resources: {requests: {memory: ‸500M}}'),
      '**500,000,000 bytes**, `≈ 476.84Mi`',
    ],
    [
      'memory in thousandths',
      podWith('resources: {requests: {memory: ‸100m}}'),
      '**0.1 bytes**, less than one: `m` stands for thousandths, `M` and `Mi` for millions.',
    ],
    ['memory as a number', podWith('resources: {requests: {memory: ‸128}}'), '**128 bytes**'],
    ['CPU in thousandths', podWith('resources: {requests: {cpu: ‸500m}}'), '**0.5 of a CPU**'],
    ['CPU as a fraction', podWith('resources: {requests: {cpu: ‸1.5}}'), '**1.5 CPUs**'],
    [
      'a limit of CPU',
      podWith('resources: {limits: {cpu: ‸500m}}'),
      '**0.5 of a CPU**: at most 50 ms of processor time in every 100 ms.',
    ],
    ['a limit of CPU on Windows', podWith('resources: {limits: {cpu: ‸1}}', 'os: {name: windows}'), '**1 CPU**'],
    ['a size limit', volume('emptyDir: {sizeLimit: ‸2Gi}'), '**2,147,483,648 bytes**'],
    ['seconds', podWith('', 'terminationGracePeriodSeconds: ‸90'), '**1 minute 30 seconds.**'],
    ['few seconds', podWith('', 'terminationGracePeriodSeconds: ‸30'), ''],
    [
      'seconds in the middle of a name',
      cronJobWith('schedule: "@daily"\n', 'ttlSecondsAfterFinished: ‸86400\n'),
      '**1 day.**',
    ],
    ['root', podWith('securityContext: {runAsUser: ‸0}'), '**0 is root.**'],
    ['the group of root', podWith('', 'securityContext: {fsGroup: ‸0}'), '**0 is the group of root.**'],
    ['a user', podWith('securityContext: {runAsUser: ‸1000}'), ''],
    [
      'an unusual capability',
      podWith('securityContext: {capabilities: {add: [‸SYS_MODULE]}}'),
      'Loads modules into the kernel.',
    ],
    [
      'a variable with a reference',
      podWith('env: [{name: HOST, value: db}, {name: URL, value: "http://‸$(HOST):80/$$(HOST)/$(NONE)"}]'),
      'The container gets `http://db:80/$(HOST)/$(NONE)`.',
    ],
    [
      'a label in a field path',
      podWith(`env: [{name: A, valueFrom: {fieldRef: {fieldPath: "‸metadata.labels['app']"}}}]`),
      'The value of the label `app` of the pod.',
    ],
    [
      'a port that is asked',
      podWith(
        'ports: [{name: http, containerPort: ‸8080}]\nlivenessProbe: {httpGet: {port: http}}\nreadinessProbe: {tcpSocket: {port: 8080}}',
      ),
      'Asked by `livenessProbe` and `readinessProbe`.',
    ],
    [
      'a port that nobody asks',
      podWith('ports: [{name: http, containerPort: ‸8080}]\nlivenessProbe: {httpGet: {port: 8081}}'),
      '',
    ],
    [
      'a named port of a probe',
      podWith('ports: [{name: http, containerPort: 8080}]\nlivenessProbe: {httpGet: {port: ‸http}}'),
      'Port `8080` of the container.',
    ],
    [
      'a port of a probe',
      podWith('ports: [{name: http, containerPort: 8080}]\nlivenessProbe: {tcpSocket: {port: ‸8080}}'),
      'Port `http` of the container.',
    ],
    ['a kind', podWith('').replace('kind: ', 'kind: ‸'), describeType('core/v1.Pod')?.split('\n\n')[0] ?? ''],
    [
      'a surge',
      deploymentWith('replicas: 5\nstrategy: {rollingUpdate: {maxSurge: ‸25%}}\n'),
      '`25%` of 5 replicas, rounded up: **2 pods**.',
    ],
    [
      'what may be unavailable',
      deploymentWith('replicas: 5\nstrategy: {rollingUpdate: {maxUnavailable: ‸25%}}\n'),
      '`25%` of 5 replicas, rounded down: **1 pod**.',
    ],
    [
      'a percentage of one replica',
      deploymentWith('strategy: {rollingUpdate: {maxUnavailable: ‸100%}}\n'),
      '`100%` of 1 replica: **1 pod**.',
    ],
    [
      'a percentage that would be no pod, where none is added either',
      deploymentWith('replicas: 3\nstrategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: ‸10%}}\n'),
      '`10%` of 3 replicas, but at least one: **1 pod**.',
    ],
    [
      'a percentage of a StatefulSet, which rounds down',
      deploymentWith('replicas: 3\nupdateStrategy: {rollingUpdate: {maxUnavailable: ‸50%}}\n').replace(
        'Deployment',
        'StatefulSet',
      ),
      '`50%` of 3 replicas, rounded down: **1 pod**.',
    ],
    ['a limit of 0', podWith('resources: {limits: {cpu: ‸0}}'), '**0 is no limit.**'],
    ['a request of 0', podWith('resources: {requests: {cpu: ‸0}}'), '**0 CPUs**'],
    [
      'a limit below the least time that is given',
      podWith('resources: {limits: {cpu: ‸1m}}'),
      '**0.001 of a CPU**: at most 1 ms of processor time in every 100 ms.',
    ],
    [
      'a well-known label',
      podWith('', 'nodeSelector: {}').replace('metadata:\n', 'metadata:\n  labels: {‸app.kubernetes.io/name: web}\n'),
      'The name of the application, such as `mysql`.',
    ],
    [
      'a topology',
      podWith('', 'topologySpreadConstraints: [{topologyKey: ‸kubernetes.io/hostname}]'),
      'The host name of the node: each node has another.',
    ],
    ['a capability that there is not', podWith('securityContext: {capabilities: {add: [‸toString]}}'), ''],
    [
      'a taint by a name of JavaScript',
      podWith('', 'tolerations: [{value: a, key: ‸constructor}]'),
      'Tolerates the taint `constructor=a`, whatever its effect.',
    ],
    ['a policy by a name of JavaScript', podWith('', 'restartPolicy: ‸valueOf'), ''],
    ['an argument', podWith('', 'dnsConfig: {nameservers: [‸1.1.1.1]}'), ''],
  ])('%s', (_, text, meaning) => {
    expect(meaningAt(text)).toBe(meaning);
  });

  it.each([
    [
      'nginx',
      [
        'Registry `docker.io`, as none is written',
        'Repository `library/nginx`',
        'Tag `latest`, as none is written: another image may be behind it tomorrow',
        'Looked up in the registry at each start (`imagePullPolicy: Always`)',
      ],
    ],
    [
      'ghcr.io/a/b:1.2',
      [
        'Registry `ghcr.io`',
        'Repository `a/b`',
        'Tag `1.2`',
        'Pulled only where the node does not have it yet (`imagePullPolicy: IfNotPresent`)',
      ],
    ],
    [
      `localhost:5000/b@sha256:${'0'.repeat(64)}`,
      [
        'Registry `localhost:5000`',
        'Repository `b`',
        `Digest \`sha256:${'0'.repeat(64)}\`: always the very same image`,
        'Pulled only where the node does not have it yet (`imagePullPolicy: IfNotPresent`)',
      ],
    ],
    ['No Image', ['']],
  ])('an image: %s', (image, parts) => {
    const text = podWith('').replace('nginx:1.27', `‸${image}`);
    expect(
      meaningAt(text)
        ?.split('\n')
        .map((line) => line.replace(/^- /, '')),
    ).toEqual(parts);
  });
});

describe('read aloud', () => {
  const toleration = (fields: string) => podWith('', `tolerations: [{${fields}}]`);
  const affinity = (term: string) => podWith('', `affinity: {${term}}`);

  it.each<[string, string]>([
    [toleration('‸key: a, value: b, effect: NoSchedule'), 'Tolerates the taint `a=b` with the effect `NoSchedule`.'],
    [toleration('‸key: a, operator: Exists'), 'Tolerates the taint `a` (any value), whatever its effect.'],
    [toleration('‸key: a'), 'Tolerates the taint `a` (no value), whatever its effect.'],
    [toleration('‸operator: Exists'), 'Tolerates every taint, whatever its effect.'],
    [toleration('‸value: a'), ''],
    [
      toleration('‸key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 300'),
      'Tolerates the taint `a` (any value) with the effect `NoExecute`. The pod is evicted 5 minutes after the node gets the taint.',
    ],
    [
      toleration('‸key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 0'),
      'Tolerates the taint `a` (any value) with the effect `NoExecute`. The pod is evicted at once when the node gets the taint.',
    ],
    [
      podWith('', '‸tolerations: [{operator: Exists}, {key: a}]'),
      '- Tolerates every taint, whatever its effect.\n- Tolerates the taint `a` (no value), whatever its effect.',
    ],
    [
      podWith('', '‸nodeSelector: {disk: ssd, kubernetes.io/os: linux}'),
      'Nodes with `disk` = `ssd` and `kubernetes.io/os` = `linux`.',
    ],
    [deploymentWith('').replace('selector', '‸selector'), 'Pods with `app` = `web`.'],
    [
      affinity(
        'nodeAffinity: {‸requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: In, values: [v, w]}, {key: b, operator: Exists}, {key: c, operator: DoesNotExist}]}, {matchExpressions: [{key: d, operator: NotIn, values: [z]}, {key: e, operator: Gt, values: ["5"]}]}]}}',
      ),
      'Nodes with `a` in (`v`, `w`), any `b` and no `c`, or with `d` (if any) not in (`z`) and `e` > `5`.',
    ],
    [
      affinity(
        'podAntiAffinity: {‸requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, labelSelector: {matchLabels: {app: web}}}]}',
      ),
      'Not where `zone` is the same as that of pods with `app` = `web`.',
    ],
    [
      affinity(
        'podAffinity: {‸preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: zone, labelSelector: {}}}]}',
      ),
      'If possible, where `zone` is the same as that of all pods of its namespace.',
    ],
    [
      podWith(
        '',
        'topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, ‸whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]',
      ),
      'Of two values of `zone` the one has at most 1 pod more than the other; a pod that would break this waits.',
    ],
    [
      podWith('', 'topologySpreadConstraints: [{maxSkew: 1, ‸topologyKey: zone, whenUnsatisfiable: DoNotSchedule}]'),
      'It counts no pods, as it has no labels to select them by.',
    ],
    [
      podWith('', 'topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, ‸labelSelector: {}}]'),
      'No pods: an empty selector counts none.',
    ],
    [
      affinity(
        'podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{‸topologyKey: zone, labelSelector: {matchLabels: {app: web}}, matchLabelKeys: [rev], mismatchLabelKeys: [tenant], namespaces: [a], namespaceSelector: {matchLabels: {team: x}}}]}',
      ),
      'Where `zone` is the same as that of pods with `app` = `web`, the same `rev` and another `tenant` in the namespace `a` and namespaces with `team` = `x`.',
    ],
    [
      affinity(
        'podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{‸topologyKey: zone, labelSelector: {}, namespaceSelector: {}}]}',
      ),
      'Not where `zone` is the same as that of all pods in all namespaces.',
    ],
    [
      affinity(
        'nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{‸weight: 1, preference: {matchExpressions: [{key: b, operator: Exists}]}}]}',
      ),
      'If possible, nodes with any `b`.',
    ],
    [
      podWith('‸livenessProbe: {httpGet: {port: 80}}'),
      'Asks every 10 seconds. **The container is restarted after about 30 seconds of failures** (3 in a row).',
    ],
    [
      podWith('readinessProbe: {httpGet: {port: 80}, ‸periodSeconds: 5, initialDelaySeconds: 60, failureThreshold: 2}'),
      'Asks every 5 seconds, the first time 1 minute after the start. **No Service leads to the pod after about 10 seconds of failures** (2 in a row), until it succeeds again.',
    ],
    [
      podWith('‸livenessProbe: {httpGet: {port: 80}}', 'restartPolicy: Never'),
      'Asks every 10 seconds. **The container is killed after about 30 seconds of failures** (3 in a row).',
    ],
    [toleration('‸key: a, operator: Gt, value: "5"'), ''],
    [
      podWith('startupProbe: {httpGet: {port: 80}, ‸failureThreshold: 30}'),
      'Asks every 10 seconds. **The container has about 5 minutes to start**, else it is restarted; until then the other probes wait.',
    ],
  ])('%#', (text, reading) => {
    expect(meaningAt(text)).toBe(reading);
  });
});

describe('a schedule', () => {
  it('is told in words, with its next runs by its own clock', () => {
    expect(meaningAt(cronJobWith('schedule: "‸30 2 * * 1-5"\ntimeZone: Europe/Berlin\n'))).toMatchInlineSnapshot(`
      "**At 02:30, Monday through Friday**

      Next runs, by the clock of \`Europe/Berlin\`:
      - Thu, 26 Nov 2026, 02:30 CET
      - Fri, 27 Nov 2026, 02:30 CET
      - Mon, 30 Nov 2026, 02:30 CET
      - Tue, 1 Dec 2026, 02:30 CET
      - Wed, 2 Dec 2026, 02:30 CET"
    `);
  });

  it('is told in UTC where no zone is given, and that it is suspended', () => {
    expect(meaningAt(cronJobWith('schedule: "‸@monthly"\nsuspend: true\n'))).toMatchInlineSnapshot(`
      "**At 00:00, on day 1 of the month**

      It is suspended: no Job starts until that is changed.

      Next runs, if the clock of the control plane is UTC (there is no \`timeZone\`):
      - Tue, 1 Dec 2026, 00:00 UTC
      - Fri, 1 Jan 2027, 00:00 UTC
      - Mon, 1 Feb 2027, 00:00 UTC
      - Mon, 1 Mar 2027, 00:00 UTC
      - Thu, 1 Apr 2027, 00:00 UTC"
    `);
  });

  it.each([
    ['*/45 * * * *', '**Every 45 minutes**\n\n`*/45` begins anew each hour: minute 0, 45.'],
    ['*/90 * * * *', '`*/90` begins anew each hour: minute 0.'],
    ['0 */7 * * *', '**On the hour, every 7 hours**\n\n`*/7` begins anew each day: hour 0, 7, 14, 21.'],
    ['*/15 */6 * * *', '**Every 15 minutes, every 6 hours**'],
  ])('is told with the steps that do not fill the hour or the day: %s', (schedule, expected) => {
    const [meaning] = meaningAt(cronJobWith(`schedule: "‸${schedule}"\n`))?.split('\n\nNext runs') ?? [];
    expect(meaning).toBe(expected);
  });

  it('may never come', () => {
    expect(meaningAt(cronJobWith('schedule: "‸0 0 31 2 *"\n'))).toContain('It never runs');
  });

  it.each(['@every 1h', '0 0 * *', 'TZ=UTC 0 0 * * *', ''])('says nothing of %j', (schedule) => {
    expect(meaningAt(cronJobWith(`schedule: "‸${schedule}"\n`))).toBe('');
  });
});
