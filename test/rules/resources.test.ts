import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith, saved } from '../helpers/manifests.ts';

const resources = (body: string, podLines = '') => podWith(`resources: {${body}}`, podLines);

/** The paths and the server's words of the errors. */
const said = (text: string, minor = 37) =>
  find(text, { minor })
    .filter(({ problem }) => problem.severity === 'error')
    .flatMap(({ problem: { path, server } }) => (server ?? []).map((words) => `${path}: ${words}`));

/** The template of a workload, in which the server fills nothing in. */
function template(pod: string): string {
  const spec = pod.slice(pod.indexOf('spec:')).replace(/^(?=.)/gm, '  ');
  return `apiVersion: v1\nkind: PodTemplate\nmetadata: {name: app}\ntemplate:\n${spec}`;
}

describe('resource-name-unknown', () => {
  it.each([
    ['limits: {«resource-name-unknown|gpu»: 1}'],
    ['requests: {«resource-name-unknown|storage»: 1Gi}'],
    ['limits: {«resource-name-unknown|CPU»: 1}'],
    ['limits: {«resource-name-unknown|pods»: 1.5}'],
    ['limits: {«resource-name-unknown|requests.example.com/gpu»: 1}'],
    ['limits: {«resource-name-unknown|a/b/c»: 1}'],
    ['limits: {«resource-name-unknown|""»: 1}'],
    [
      'limits: {cpu: 1, memory: 1Gi, ephemeral-storage: 1Gi, hugepages-2Mi: 2Mi, nvidia.com/gpu: 1, kubernetes.io/x: 1}',
    ],
  ])('in %s', (body) => expectMarked(resources(body)));

  it('looks at pods, overhead and templates as well', () => {
    expectMarked(resources('', 'resources: {requests: {«resource-name-unknown|ephemeral-storage»: 1Gi}}'));
    expectMarked(resources('', 'overhead: {«resource-name-unknown|mem»: 1Gi}'));
    expect(said(resources('', 'overhead: {storage: 1Gi}'))).toEqual([
      'spec.overhead.limits[storage]: Invalid value: "storage": must be a standard resource for containers',
    ]);
    expect(said(template(resources('limits: {gpu: 1}')), 33)).toEqual([
      'template.spec.containers[0].resources.limits[gpu]: Invalid value: gpu: must be a standard resource type or fully qualified',
      'template.spec.containers[0].resources.limits[gpu]: Invalid value: gpu: must be a standard resource for containers',
    ]);
    expect(said(resources('', 'resources: {limits: {nvidia.com/gpu: 1}}'))).toEqual([
      'spec.resources.limits[nvidia.com/gpu]: Unsupported value: "nvidia.com/gpu": supported values: "cpu", "hugepages-", "memory"',
    ]);
    expect(codes(resources('', 'resources: {limits: {gpu: 1}}'), { minor: 33 })).toEqual(['dropped-field']);
  });

  it.each([
    ['mem', ['Change to memory']],
    ['memmory', ['Change to memory']],
    ['storage', ['Change to ephemeral-storage']],
    ['gpu', ['Change to nvidia.com/gpu', 'Change to amd.com/gpu']],
    ['requests.cpu', ['Change to cpu']],
    ['hugepages', ['Change to hugepages-2Mi', 'Change to hugepages-1Gi']],
    ['whatever', []],
  ])('offers for %s %j', (name, titles) => {
    expect(fixTitles(resources(`limits: {${name}: 1}`), 'resource-name-unknown')).toEqual(titles);
  });

  it('corrects upper and lower case on save, unless the right name is there', () => {
    expect(saved(podWith('resources:\n  limits:\n    Memory: 1Gi # much'))).toContain('    memory: 1Gi # much');
    expect(saved(resources('limits: {"CPU": 1}'))).toContain('{cpu: 1}');
    const both = resources('limits: {Memory: 1Gi, MEMORY: 1Gi}');
    expect(saved(both)).toBe(both);
    expect(fixTitles(resources('limits: {Cpu: 1, cpu: 1}'), 'resource-name-unknown')).toEqual([]);
  });

  it('renames the request together with the limit where the two have to be the same', () => {
    const text = resources('limits: {gpu: 1}, requests: {gpu: 1}');
    expect(fixed(text, 'resource-name-unknown')).toBe(text.replaceAll('gpu', 'nvidia.com/gpu'));
  });

  it('removes from a pod what only containers have', () => {
    const text = resources('', 'resources: {limits: {cpu: 1, ephemeral-storage: 1Gi}}');
    expect(fixed(text, 'resource-name-unknown')).toContain('resources: {limits: {cpu: 1}}');
  });
});

describe('amounts', () => {
  it('are not negative', () => {
    expectMarked(resources('limits: {cpu: «resource-negative|-1»}'));
    expectMarked(resources('requests: {memory: «resource-negative|"-1.5Gi"»}'));
    expect(said(resources('requests: {memory: -1.5Gi}'))).toEqual([
      'spec.containers[0].resources.requests[memory]: Invalid value: "-1536Mi": must be greater than or equal to 0',
    ]);
    expect(fixed(resources('limits: {cpu: -100m}'), 'resource-negative')).toContain('{cpu: 100m}');
    expect(codes(resources('limits: {cpu: 0, memory: ~}'))).toEqual([]);
  });

  it('are changed together with the limit or request that has the same mistake', () => {
    const both = (amount: string | number) => resources(`limits: {memory: ${amount}}, requests: {memory: ${amount}}`);
    expect(fixed(both('-1Gi'), 'resource-negative')).toBe(both('1Gi'));
    expect(fixed(both('100m'), 'fractional-bytes', 1)).toBe(both('100M'));
    expect(fixTitles(resources('limits: {cpu: -1}, requests: {cpu: 2}'), 'resource-negative')).toEqual([]);
  });

  it('of devices are whole', () => {
    expectMarked(resources('limits: {nvidia.com/gpu: «resource-not-whole|1500m»}'));
    expect(fixed(resources('limits: {nvidia.com/gpu: 0.5}'), 'resource-not-whole')).toContain('nvidia.com/gpu: 1}');
    expect(codes(resources('limits: {nvidia.com/gpu: 1000m, cpu: 0.5, kubernetes.io/x: 0.5}'))).toEqual([]);
  });
});

describe('fractional-bytes', () => {
  it('finds claims of volumes, at the path of the API server', () => {
    const claim = (storage: string) => `{accessModes: [ReadWriteOnce], resources: {requests: {storage: ${storage}}}}`;
    const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a}
spec:
  serviceName: s
  selector: {matchLabels: {app: a}}
  volumeClaimTemplates: [{metadata: {name: d}, spec: ${claim('100m')}}]
  template:
    metadata: {labels: {app: a}}
    spec:
      containers: [{name: c, image: 'app:1'}]
      volumes: [{name: v, ephemeral: {volumeClaimTemplate: {spec: ${claim('0.5')}}}}]
`;
    const told = find(text).filter(({ problem }) => problem.code === 'fractional-bytes');
    expect(told.map(({ problem }) => problem.serverPath)).toEqual([
      'spec.volumeClaimTemplates[0].resources.requests[storage]',
      'spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources.requests[storage]',
    ]);
    expect(fixTitles(text, 'fractional-bytes')).toEqual(['Change to 100Mi', 'Change to 100M']);
  });

  it('finds thousandths of a byte', () => {
    expectMarked(resources('limits: {memory: «fractional-bytes|100m»}'));
    expectMarked(resources('requests: {ephemeral-storage: «fractional-bytes|0.5»}'));
    expectMarked(resources('', 'overhead: {memory: «fractional-bytes|1500m»}'));
    expect(codes(resources('limits: {cpu: 100m, memory: 1000m}'))).toEqual([]);
    const [found] = find(resources('', 'overhead: {memory: 1.5}'));
    expect([found?.problem.path, found?.problem.server, found?.problem.severity]).toEqual([
      'spec.overhead[memory]',
      ['fractional byte value "1500m" is invalid, must be an integer'],
      'warning',
    ]);
  });

  it('offers megabytes, or rounds up', () => {
    expect(fixTitles(resources('limits: {memory: 100m}'), 'fractional-bytes')).toEqual([
      'Change to 100Mi',
      'Change to 100M',
    ]);
    expect(fixed(podWith('resources:\n  limits:\n    memory: "512m"'), 'fractional-bytes')).toContain('memory: 512Mi');
    expect(fixTitles(resources('limits: {memory: 0.5}'), 'fractional-bytes')).toEqual(['Change to 1']);
  });
});

describe('resource-request-above-limit', () => {
  it('compares amounts, not texts', () => {
    expectMarked(resources('requests: {memory: «resource-request-above-limit|1Gi»}, limits: {memory: 1G}'));
    expectMarked(resources('requests: {cpu: «resource-request-above-limit|1.5»}, limits: {cpu: 1499m}'));
    expect(codes(resources('requests: {memory: 1Gi, cpu: 0.5}, limits: {memory: 1024Mi, cpu: 500m}'))).toEqual([]);
    // both are rounded up to thousandths
    expect(codes(resources('requests: {cpu: 0.0001}, limits: {cpu: 0.00001}'))).toEqual([]);
  });

  it('names the map, not the key, and the limit', () => {
    const text = resources('requests: {memory: 2Gi}, limits: {memory: 1024Mi}');
    expect(said(text)).toEqual([
      'spec.containers[0].resources.requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi',
    ]);
    expect(find(text)[0]?.problem.related?.[0]?.message).toBe('The limit: 1024Mi');
  });

  it('lowers the request or raises the limit', () => {
    const text = podWith('resources:\n  requests:\n    cpu: 2 # two\n  limits:\n    cpu: 500m # half');
    expect(fixTitles(text, 'resource-request-above-limit')).toEqual([
      'Lower the request to 500m',
      'Raise the limit to 2',
    ]);
    expect(fixed(text, 'resource-request-above-limit')).toBe(text.replace('2 #', '500m #'));
    expect(fixed(text, 'resource-request-above-limit', 1)).toBe(text.replace('500m #', '2 #'));
    const bytes = resources('requests: {memory: 64Mi}, limits: {memory: 100m}');
    expect(codes(bytes)).toEqual(['resource-request-above-limit', 'fractional-bytes']);
    expect(fixTitles(bytes, 'resource-request-above-limit')[0]).toBe('Change the limit to 100Mi');
  });

  it('knows what a Pod requests as a whole, where a template does not', () => {
    const text = resources('requests: {cpu: 2}', 'resources: {limits: {cpu: «resource-request-above-limit|1»}}');
    expectMarked(text);
    expect(codes(template(text.replace(/«.*\|1»/, '1')))).toEqual([]);
    expect(codes(resources('requests: {cpu: 2}', 'resources: {limits: {cpu: 1}}'), { minor: 33 })).toEqual([
      'dropped-field',
    ]);
  });

  it('is silent where something cannot be read', () => {
    expect(codes(resources('requests: {memory: 2GB}, limits: {memory: 1Gi}'))).toEqual(['bad-quantity']);
  });
});

describe('resource-overcommit', () => {
  it('wants a limit that is the request', () => {
    expectMarked(resources('requests: {«resource-overcommit|nvidia.com/gpu»: 1}'));
    expectMarked(resources('requests: {nvidia.com/gpu: «resource-overcommit|1»}, limits: {nvidia.com/gpu: 2}'));
    expectMarked(
      resources('requests: {memory: 1Gi, hugepages-2Mi: «resource-overcommit|2Mi»}, limits: {hugepages-2Mi: 4Mi}'),
    );
    expect(codes(resources('limits: {nvidia.com/gpu: 1}'))).toEqual([]);
    expect(codes(resources('requests: {nvidia.com/gpu: 1}, limits: {nvidia.com/gpu: "1"}'))).toEqual([]);
  });

  it('adds the limit', () => {
    const add = (limits: string) => fixed(resources(`requests: {nvidia.com/gpu: 1}${limits}`), 'resource-overcommit');
    expect(add('')).toContain('resources: {requests: {nvidia.com/gpu: 1}, limits: {nvidia.com/gpu: 1}}');
    expect(add(', limits: {cpu: 1}')).toContain('limits: {cpu: 1, nvidia.com/gpu: 1}}');
    expect(add(', limits: ~')).toContain('limits: {nvidia.com/gpu: 1}}');
    const block = podWith('resources:\n  limits:\n    cpu: 1\n  requests:\n    nvidia.com/gpu: 1');
    expect(fixed(block, 'resource-overcommit')).toContain('  limits:\n          cpu: 1\n          nvidia.com/gpu: 1\n');
  });

  it('makes the two the same', () => {
    const text = resources('requests: {nvidia.com/gpu: 1}, limits: {nvidia.com/gpu: 2}');
    expect(fixed(text, 'resource-overcommit')).toBe(text.replace('gpu: 1', 'gpu: 2'));
    expect(fixed(text, 'resource-overcommit', 1)).toBe(text.replace('gpu: 2', 'gpu: 1'));
  });
});

describe('huge pages', () => {
  it('need memory or cpu', () => {
    expectMarked(resources('limits: {«hugepages-without-memory|hugepages-2Mi»: 2Mi}'));
    expect(said(resources('', 'overhead: {hugepages-2Mi: 2Mi}'))).toEqual([
      'spec.overhead: Forbidden: HugePages require cpu or memory',
    ]);
    expect(codes(resources('limits: {hugepages-2Mi: 2Mi}, requests: {cpu: 1}'))).toEqual([]);
  });

  it('are whole pages', () => {
    expectMarked(resources('limits: {cpu: 1, hugepages-2Mi: «hugepages-not-multiple|3Mi»}'));
    expectMarked(resources('limits: {cpu: 1, «hugepages-not-multiple|hugepages-foo»: 4Mi}'));
    expect(codes(resources('limits: {cpu: 1, hugepages-1Gi: 2Gi, hugepages-2Mi: 0}'))).toEqual([]);
    const titles = (name: string, amount: string) =>
      fixTitles(resources(`limits: {cpu: 1, ${name}: ${amount}}`), 'hugepages-not-multiple');
    expect(titles('hugepages-2Mi', '3Mi')).toEqual(['Change to 4Mi']);
    expect(titles('hugepages-2M', '4Mi')).toEqual(['Change to hugepages-2Mi', 'Change to 6M']);
    expect(titles('hugepages-2MB', '4Mi')).toEqual(['Change to hugepages-2Mi']);
  });
});

describe('claims', () => {
  const claims = 'resourceClaims: [{name: gpu, resourceClaimName: a}, {name: fpga, resourceClaimName: b}]';

  it('are claims of the pod', () => {
    expectMarked(resources('claims: [{name: gpu}, {name: «resource-claim-not-found|gpus»}]', claims));
    expectMarked(resources('claims: [{name: «resource-claim-not-found|x»}]'));
    expect(said(resources('claims: [{name: x}]', claims))).toEqual([
      'spec.containers[0].resources.claims[0]: Not found: "x": must be one of the names in pod.spec.resourceClaims: fpga, gpu',
    ]);
    expect(codes(resources('claims: [{name: x}]', claims.replace('resourceClaims', 'resourceClaim')))).toEqual([
      'unknown-field',
    ]);
    expect(codes(resources('claims: [{name: x}]'), { minor: 33 })).toEqual(['dropped-field']);
    expect(fixTitles(resources('claims: [{name: gpus}]', claims), 'resource-claim-not-found')).toEqual([
      'Change to gpu',
    ]);
  });

  it('have a name', () => {
    expect(said(resources('claims: [{name: ""}]', claims))).toEqual([
      'spec.containers[0].resources.claims[0]: Required value',
    ]);
    expectMarked(resources('claims: [{name: gpu, request: «name-invalid|A_b»}]', claims));
  });

  it('are used once, as a whole or by request', () => {
    expectMarked(resources('claims: [{name: gpu}, {name: «resource-claim-duplicate|gpu»}]', claims));
    expectMarked(resources('claims: [{name: gpu, request: a}, {name: «resource-claim-duplicate|gpu»}]', claims));
    expectMarked(
      resources('claims: [{name: gpu, request: a}, {name: «resource-claim-duplicate|gpu», request: a}]', claims),
    );
    expect(codes(resources('claims: [{name: gpu, request: a}, {name: gpu, request: b}]', claims))).toEqual([]);
    expect(fixed(resources('claims: [{name: gpu}, {name: gpu}]', claims), 'resource-claim-duplicate')).toContain(
      'claims: [{name: gpu}]',
    );
  });

  it('are not those of a pod as a whole', () => {
    const text = resources('limits: {cpu: 1}', `${claims}\nresources: {«pod-level-claims|claims»: [{name: x}]}`);
    expectMarked(text);
    const plain = resources('limits: {cpu: 1}', `${claims}\nresources: {limits: {cpu: 1}, claims: [{name: gpu}]}`);
    expect(fixTitles(plain, 'pod-level-claims')).toEqual(['Move claims to app', 'Remove claims']);
    expect(fixed(plain, 'pod-level-claims')).toContain(
      'resources: {limits: {cpu: 1}, claims: [{name: gpu}]}\n  resource',
    );
  });
});

describe('resources of a pod as a whole', () => {
  const pod = (body: string, containers: string, init = '') => `apiVersion: v1
kind: Pod
metadata: {name: app}
spec:
  resources: {${body}}
  initContainers: [${init}]
  containers: [${containers}]
`;
  const container = (name: string, body: string, more = '') =>
    `{name: ${name}, image: app:1, resources: {${body}}${more}}`;

  it('request no less than the containers together', () => {
    const two = [container('a', 'requests: {cpu: 500m}'), container('b', 'limits: {cpu: 1}')].join(', ');
    expectMarked(pod('requests: {cpu: «pod-request-too-small|1»}', two));
    expect(codes(pod('requests: {cpu: 1.5}', two))).toEqual([]);
    expect(said(pod('requests: {cpu: 1}', two))).toEqual([
      'spec.resources.requests[cpu]: Invalid value: "1": must be greater than or equal to aggregate container requests of 1500m',
    ]);
    expect(fixed(pod('requests: {cpu: 1}', two), 'pod-request-too-small')).toBe(pod('requests: {cpu: 1500m}', two));
  });

  it('count sidecars with the containers, and the init container that needs most', () => {
    const app = container('app', 'requests: {cpu: 1}');
    const sidecar = container('sidecar', 'requests: {cpu: 1}', ', restartPolicy: Always');
    const least = (init: string) => said(pod('requests: {cpu: 1m}', app, init))[0]?.replace(/.* of /, '');
    expect(least('')).toBe('1');
    expect(least(sidecar)).toBe('2');
    expect(least(container('init', 'requests: {cpu: 3}'))).toBe('3');
    expect(least(`${sidecar}, ${container('init', 'requests: {cpu: 3}')}`)).toBe('4');
    expect(least(`${container('init', 'requests: {cpu: 3}')}, ${sidecar}`)).toBe('3');
  });

  it('have no less huge pages than the containers', () => {
    const two = 'a b'
      .split(' ')
      .map((name) => container(name, 'limits: {cpu: 1, hugepages-2Mi: 2Mi}'))
      .join(', ');
    expect(said(template(pod('limits: {cpu: 4, hugepages-2Mi: 2Mi}', two)))).toEqual([
      'template.spec.resources.limits[hugepages-2Mi]: Invalid value: "2Mi": must be greater than or equal to aggregate container limits of 4Mi',
    ]);
    expect(codes(pod('limits: {cpu: 4}', two))).toEqual([]);
  });

  it('limit no less than each container', () => {
    const app = container('app', 'limits: {cpu: «container-limit-above-pod|2»}');
    expectMarked(template(pod('limits: {cpu: 1}', app)));
    const plain = pod('limits: {cpu: 1}', container('app', 'requests: {cpu: 1}, limits: {cpu: 2}'));
    expect(said(plain)).toEqual([
      'spec.resources.containers[0][cpu].limits: Invalid value: "2": must be less than or equal to pod limits of 1',
    ]);
    expect(fixTitles(plain, 'container-limit-above-pod')).toEqual(['Lower it to 1', 'Raise the limit of the pod to 2']);
    expect(
      codes(template(pod('limits: {cpu: 1}', container('app', ''), container('init', 'limits: {cpu: 2}')))),
    ).toEqual([]);
  });

  it('are not for Windows', () => {
    expectMarked(resources('', 'os: {name: windows}\n«pod-resources-on-windows|resources»: {limits: {gpu: -1}}'));
    expect(codes(resources('', 'os: {name: windows}\nresources: {limits: {cpu: 1}}'), { minor: 33 })).toEqual([
      'dropped-field',
    ]);
  });
});

describe('resize-restart-impossible', () => {
  const policy = 'resizePolicy: [{resourceName: cpu, restartPolicy: «resize-restart-impossible|RestartContainer»}]';
  const plain = policy.replace(/«.*\|(.*)»/, '$1');

  it('finds it in a pod that starts nothing again', () => {
    expectMarked(podWith(policy, 'restartPolicy: Never'));
    expect(codes(podWith(plain, 'restartPolicy: OnFailure'))).toEqual([]);
    expect(fixed(podWith(plain, 'restartPolicy: Never'), 'resize-restart-impossible')).toContain(
      'restartPolicy: NotRequired}',
    );
    const words = (minor: number) => said(podWith(plain, 'restartPolicy: Never'), minor);
    expect(words(37)).toEqual([
      "spec.containers[0].resizePolicy: Invalid value: \"RestartContainer\": must be 'NotRequired' when pod `restartPolicy` is 'Never'",
    ]);
    expect(words(35)[0]).toContain("when `restartPolicy` is 'Never'");
    expect(words(32)).toEqual([]);
  });

  it('finds it in an init container from 1.36 on, not in a sidecar', () => {
    const init = (fields: string) =>
      podWith('tty: false').replace(
        '  containers:',
        `  initContainers: [{name: init, image: app:1, ${fields}}]\n  containers:`,
      );
    expectMarked(init(policy));
    expect(codes(init(plain), { minor: 35 })).toEqual([]);
    expect(codes(init(`${plain}, restartPolicy: Always`))).toEqual([]);
    expect(said(init(plain))[0]).toContain('spec.initContainers[0].resizePolicy[0].restartPolicy: ');
  });
});
