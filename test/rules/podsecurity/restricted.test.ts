import { describe, expect, it } from 'vitest';
import { expectMarked, find, fixed, fixTitles, podWith } from '../../helpers/manifests.ts';
import { atRestricted, failing, hardened } from '../../helpers/podSecurity.ts';

const settings = { podSecurity: 'restricted' } as const;
const context = (text: string) =>
  `securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, ${text}}`;
const podContext = (text: string) => `securityContext: {${text}}`;
const profile = 'seccompProfile: {type: RuntimeDefault}';

describe.each<[control: string, container: string, pod?: string, minor?: number]>([
  ['allow-privilege-escalation', 'securityContext: {capabilities: {drop: [ALL]}}'],
  ['allow-privilege-escalation', 'securityContext: {allowPrivilegeEscalation: true, capabilities: {drop: [ALL]}}'],
  ['allow-privilege-escalation', 'securityContext: {allowPrivilegeEscalation: null, capabilities: {drop: [ALL]}}'],
  ['capabilities', 'securityContext: {allowPrivilegeEscalation: false}'],
  ['capabilities', 'securityContext: {allowPrivilegeEscalation: false, capabilities: {}}'],
  ['capabilities', 'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: []}}'],
  ['capabilities', 'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [NET_RAW]}}'],
  ['capabilities', 'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [all]}}'],
  ['capabilities', 'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [CHOWN]}}'],
  ['run-as-non-root', hardened.container, podContext(profile)],
  ['run-as-non-root', hardened.container, podContext(`runAsNonRoot: false, ${profile}`)],
  ['run-as-non-root', context('runAsNonRoot: true'), podContext(`runAsNonRoot: false, ${profile}`)],
  ['run-as-non-root', context('runAsNonRoot: false')],
  ['run-as-non-root', hardened.container, `hostUsers: false\n${podContext(profile)}`, 34],
  ['run-as-user', context('runAsUser: 0')],
  ['run-as-user', hardened.container, podContext(`runAsUser: 0, runAsNonRoot: true, ${profile}`)],
  ['run-as-user', context('runAsUser: 0'), `hostUsers: false\n${hardened.pod}`, 34],
  ['seccomp-profile', hardened.container, podContext('runAsNonRoot: true')],
  ['seccomp-profile', hardened.container, podContext('runAsNonRoot: true, seccompProfile: {type: Unconfined}')],
  ['seccomp-profile', context('seccompProfile: {type: Unconfined}')],
  ['seccomp-profile', context(profile), podContext('runAsNonRoot: true, seccompProfile: {type: Unconfined}')],
  ['proc-mount', context('procMount: Unmasked'), `hostUsers: false\n${hardened.pod}`],
  ['restricted-volumes', hardened.container, `${hardened.pod}\nvolumes: [{name: a, hostPath: {path: /a}}]`],
  ['restricted-volumes', hardened.container, `${hardened.pod}\nvolumes: [{name: a, nfs: {server: a, path: /a}}]`],
  [
    'restricted-volumes',
    hardened.container,
    `${hardened.pod}\nvolumes: [{name: a, iscsi: {targetPortal: "1.2.3.4", iqn: "iqn.2001-04.com.example:a", lun: 0}}]`,
  ],
  ['privileged', 'securityContext: {allowPrivilegeEscalation: false, privileged: true, capabilities: {drop: [ALL]}}'],
  ['host-namespaces', hardened.container, `${hardened.pod}\nhostPID: true`],
])('%s refuses', (control, container, pod = hardened.pod, minor = 37) => {
  it(`${container} ${pod} in 1.${minor}`, () => {
    expect(atRestricted(container, pod, minor)).toEqual([control]);
  });
});

describe('restricted allows', () => {
  it.each<[container: string, pod?: string, minor?: number]>([
    [hardened.container],
    ['securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [CHOWN, ALL], add: [NET_BIND_SERVICE]}}'],
    [context(`runAsNonRoot: true, ${profile}`), 'hostPID: false'],
    [context('runAsNonRoot: true'), podContext(profile)],
    [context('seccompProfile: {type: Localhost, localhostProfile: a}'), podContext('runAsNonRoot: true')],
    [context('runAsUser: 1000')],
    [context('runAsNonRoot: false, runAsUser: 0'), `hostUsers: false\n${podContext(profile)}`, 35],
    [
      hardened.container,
      `${hardened.pod}\nvolumes: [{name: a}, {name: b, emptyDir: {}}, {name: c, configMap: {name: a}}]`,
    ],
    [hardened.container, `${hardened.pod}\nvolumes: [{name: a, csi: {driver: a.b}}, {name: b, image: {reference: a}}]`],
    ['tty: true', `os: {name: windows}\n${podContext('runAsNonRoot: true')}`],
  ])('%s %s', (container, pod = hardened.pod, minor = 37) => {
    expect(atRestricted(container, pod, minor)).toEqual([]);
  });

  it('nothing less for Windows pods where the control is not of Linux', () => {
    expect(atRestricted('tty: true', 'os: {name: windows}')).toEqual(['run-as-non-root']);
    expect(atRestricted('tty: true', 'os: {name: linux}')).toContain('capabilities');
  });
});

describe('the place', () => {
  it('is the last object on the way to what is missing', () => {
    const text = podWith('securityContext:\n  capabilities: {}', hardened.pod).replace('nginx:1.27', 'example.com/app');
    const found = find(text, settings).map(({ problem: { code, node, path } }) => [
      code,
      text.slice(node.start, node.end),
      path,
    ]);
    expect(found).toEqual([
      [
        'pod-security-allow-privilege-escalation',
        'securityContext',
        'spec.containers[0].securityContext.allowPrivilegeEscalation',
      ],
      ['pod-security-capabilities', 'capabilities', 'spec.containers[0].securityContext.capabilities.drop'],
    ]);
  });

  it('is what is written where that is wrong', () => {
    const pod = podWith(
      `securityContext:
  allowPrivilegeEscalation: «pod-security-allow-privilege-escalation|true»
  runAsUser: «pod-security-run-as-user|0»
  runAsNonRoot: «pod-security-run-as-non-root|false»
  seccompProfile:
    type: «pod-security-seccomp-profile|Unconfined»
  capabilities:
    drop: [«pod-security-capabilities|all»]`,
      `${hardened.pod}
volumes:
  - name: a
    «pod-security-restricted-volumes|nfs»: {server: a, path: /a}`,
    );
    expectMarked(pod, settings, ['volume-unused']);
  });

  it('is each container', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: app}
spec:
  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
  initContainers:
    - {name: init, image: a, securityContext: {capabilities: {drop: [ALL]}}}
    - {name: proxy, image: a, restartPolicy: Always, securityContext: {capabilities: {drop: [ALL]}}}
  containers:
    - {name: app, image: a, securityContext: {capabilities: {drop: [ALL]}}}
    - {name: hard, image: a, ${hardened.container}}
  ephemeralContainers:
    - {name: debug, image: a, securityContext: {capabilities: {drop: [ALL]}}}
`;
    const paths = find(pod, settings)
      .filter(({ problem }) => problem.code === 'pod-security-allow-privilege-escalation')
      .map(({ problem: { path, server } }) => [path, server]);
    const words = (name: string) => [
      `allowPrivilegeEscalation != false (container "${name}" must set securityContext.allowPrivilegeEscalation=false)`,
    ];
    const at = (list: string) => `spec.${list}.securityContext.allowPrivilegeEscalation`;
    expect(paths).toEqual([
      [at('initContainers[0]'), words('init')],
      [at('initContainers[1]'), words('proxy')],
      [at('containers[0]'), words('app')],
      [at('ephemeralContainers[0]'), words('debug')],
    ]);
  });
});

describe('fixes of restricted', () => {
  const spec = (container: string, pod: string) => podWith(container, pod);
  const standard = `securityContext:
  runAsNonRoot: true
  seccompProfile:
    type: RuntimeDefault`;

  function mended(text: string): string {
    let after = text;
    for (let round = 0; round < 20; round++) {
      const [first] = find(after, settings);
      if (!first) break;
      after = fixed(after, first.problem.code, 0, settings);
    }
    return after;
  }

  it('make the standard security contexts in block style', () => {
    expect(mended(spec('tty: true', 'hostname: a'))).toBe(
      spec(
        `tty: true
securityContext:
  allowPrivilegeEscalation: false
  capabilities:
    drop:
      - ALL
  runAsUser: 101`,
        `hostname: a\n${standard}`,
      ),
    );
  });

  it('keep to flow style', () => {
    const before = `{apiVersion: v1, kind: Pod, metadata: {name: app}, spec: {containers: [{name: app, image: a}]}}\n`;
    expect(mended(before)).toBe(
      '{apiVersion: v1, kind: Pod, metadata: {name: app}, spec: {containers: [{name: app, image: a, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}], securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}}}\n',
    );
  });

  it('keep to JSON', () => {
    const before =
      '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "app"}, "spec": {"containers": [{"name": "app", "image": "a"}]}}';
    expect(JSON.parse(mended(before)).spec).toEqual({
      containers: [
        {
          name: 'app',
          image: 'a',
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
  });

  it.each<[code: string, before: string, after: string]>([
    ['capabilities', 'capabilities: {drop: [NET_RAW]}', 'capabilities: {drop: [NET_RAW, ALL]}'],
    ['capabilities', 'capabilities: {drop: [all]}', 'capabilities: {drop: [ALL]}'],
    ['capabilities', 'capabilities: {add: [NET_BIND_SERVICE]}', 'capabilities: {add: [NET_BIND_SERVICE], drop: [ALL]}'],
    ['capabilities', 'capabilities: {drop: [ALL], add: [KILL]}', 'capabilities: {drop: [ALL]}'],
    ['capabilities', 'capabilities:', 'capabilities:\n    drop:\n      - ALL'],
    ['run-as-non-root', 'runAsNonRoot: false', 'runAsNonRoot: true'],
    ['run-as-user', 'runAsUser: 0', 'runAsUser: 1000'],
    ['seccomp-profile', 'seccompProfile: {type: Unconfined}', 'seccompProfile: {type: RuntimeDefault}'],
    ['allow-privilege-escalation', 'allowPrivilegeEscalation: true', 'allowPrivilegeEscalation: false'],
    ['allow-privilege-escalation', 'privileged: true', 'privileged: false\n  allowPrivilegeEscalation: false'],
    [
      'allow-privilege-escalation',
      'capabilities:\n    add:\n      - KILL\n      - CAP_SYS_ADMIN',
      'capabilities:\n    add:\n      - KILL',
    ],
  ])('%s: %s', (control, before, after) => {
    const first = control === 'allow-privilege-escalation' && before.includes('ADMIN');
    const pod = (text: string, lead = '') =>
      podWith(`securityContext:\n${lead}  runAsGroup: 1\n  ${text}`, hardened.pod);
    expect(fixed(pod(before), `pod-security-${control}`, 0, settings)).toBe(
      pod(after, first ? '  allowPrivilegeEscalation: false\n' : ''),
    );
  });

  it('take the pod or the container', () => {
    const pod = podWith(hardened.container, 'hostname: a');
    expect(fixTitles(pod, 'pod-security-run-as-non-root', settings)).toEqual([
      'Add runAsNonRoot for the pod',
      'Add runAsNonRoot for the container',
    ]);
    expect(fixed(pod, 'pod-security-run-as-non-root', 1, settings)).toContain(
      'capabilities: {drop: [ALL]}, runAsNonRoot: true}',
    );
  });

  it('do not remove what is needed', () => {
    const pod = podWith(context('seccompProfile: {type: Unconfined}'), podContext('runAsNonRoot: true'));
    const titles = (podSecurity: 'baseline' | 'restricted') =>
      fixTitles(pod, 'pod-security-seccomp-profile', { podSecurity });
    expect(titles('restricted')).toEqual(['Change to RuntimeDefault']);
    expect(titles('baseline')).toEqual(['Change to RuntimeDefault', 'Remove seccompProfile']);
  });

  it('prefer a claim for what is stored elsewhere', () => {
    const pod = (source: string) => podWith(hardened.container, `${hardened.pod}\nvolumes: [{name: a, ${source}}]`);
    const titles = (source: string) => fixTitles(pod(source), 'pod-security-restricted-volumes', settings);
    expect(titles('nfs: {server: a, path: /a}')).toEqual(['Change to persistentVolumeClaim', 'Change to emptyDir']);
    expect(titles('hostPath: {path: /a}')).toEqual(['Change to emptyDir', 'Change to persistentVolumeClaim']);
  });

  it('change what aliases share in one place', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: app}
spec:
  ${hardened.pod}
  containers:
    - {name: a, image: a, securityContext: &hard {capabilities: {drop: [ALL]}}}
    - {name: b, image: a, securityContext: *hard}
`;
    const after = fixed(pod, 'pod-security-allow-privilege-escalation', 0, settings);
    expect(after).toContain('&hard {capabilities: {drop: [ALL]}, allowPrivilegeEscalation: false}');
    expect(failing(after, 'restricted')).toEqual([]);
  });
});
