import { describe, expect, it } from 'vitest';
import { expectMarked, find, fixed, fixTitles, podWith } from '../../helpers/manifests.ts';
import { atBaseline, failing } from '../../helpers/podSecurity.ts';

const security = (text: string) => `securityContext: ${text}`;
const settings = { podSecurity: 'baseline' } as const;

describe.each<[control: string, container: string, pod?: string, minor?: number]>([
  ['host-namespaces', '', 'hostNetwork: true'],
  ['host-namespaces', '', 'hostPID: true'],
  ['host-namespaces', '', 'hostIPC: true'],
  ['privileged', security('{privileged: true}')],
  ['capabilities', security('{capabilities: {add: [SYS_ADMIN]}}')],
  ['capabilities', security('{capabilities: {add: [NET_RAW]}}')],
  ['capabilities', security('{capabilities: {add: [CAP_CHOWN]}}')],
  ['capabilities', security('{capabilities: {add: [chown]}}')],
  ['capabilities', security('{capabilities: {add: [""]}}')],
  ['host-path-volumes', '', 'volumes: [{name: a, hostPath: {path: /a}}]'],
  ['host-ports', 'ports: [{containerPort: 80, hostPort: 80}]'],
  ['host-probes-and-host-lifecycle', 'livenessProbe: {httpGet: {port: 80, host: a}}', '', 34],
  ['host-probes-and-host-lifecycle', 'readinessProbe: {tcpSocket: {port: 80, host: a}}'],
  ['host-probes-and-host-lifecycle', 'startupProbe: {httpGet: {port: 80, host: a}}'],
  ['host-probes-and-host-lifecycle', 'lifecycle: {postStart: {httpGet: {port: 80, host: a}}}'],
  ['host-probes-and-host-lifecycle', 'lifecycle: {preStop: {tcpSocket: {port: 80, host: a}}}'],
  ['app-armor-profile', security('{appArmorProfile: {type: Unconfined}}')],
  ['app-armor-profile', '', security('{appArmorProfile: {type: Unconfined}}')],
  ['se-linux-options', security('{seLinuxOptions: {type: spc_t}}')],
  ['se-linux-options', security('{seLinuxOptions: {type: container_engine_t}}'), '', 30],
  ['se-linux-options', security('{seLinuxOptions: {user: u}}')],
  ['se-linux-options', '', security('{seLinuxOptions: {role: r}}')],
  ['proc-mount', security('{procMount: Unmasked}')],
  ['proc-mount', security('{procMount: Unmasked}'), 'hostUsers: false', 34],
  ['seccomp-profile', security('{seccompProfile: {type: Unconfined}}')],
  ['seccomp-profile', '', security('{seccompProfile: {type: Unconfined}}')],
  ['seccomp-profile', security('{seccompProfile: {type: Unconfined}}'), 'os: {name: windows}'],
  ['sysctls', '', security('{sysctls: [{name: kernel.msgmax, value: "1"}]}')],
  ['sysctls', '', security('{sysctls: [{name: net.ipv4.tcp_rmem, value: "1"}]}'), 31],
  ['sysctls', '', security('{sysctls: [{name: net.ipv4.tcp_notsent_lowat, value: "1"}]}'), 36],
  ['sysctls', '', security('{sysctls: [{name: net/ipv4/tcp_rmem, value: "1"}]}')],
  ['windows-host-process', security('{windowsOptions: {hostProcess: true}}')],
  ['windows-host-process', '', security('{windowsOptions: {hostProcess: true}}')],
])('%s refuses', (control, container, pod = '', minor = 37) => {
  it(`${container} ${pod} in 1.${minor}`, () => {
    expect(atBaseline(container, pod, minor)).toEqual([control]);
  });
});

describe('baseline allows', () => {
  it.each<[container: string, pod?: string, minor?: number]>([
    [''],
    ['', 'hostNetwork: false\nhostPID: false\nhostIPC: false'],
    [security('{}')],
    [security('{privileged: false}')],
    [
      security(
        '{capabilities: {add: [AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT]}}',
      ),
    ],
    [security('{capabilities: {add: [], drop: [NET_RAW]}}')],
    ['', 'volumes: [{name: a, nfs: {server: a, path: /a}}]'],
    ['ports: [{containerPort: 80, hostPort: 0}, {containerPort: 81}]'],
    ['livenessProbe: {httpGet: {port: 80, host: ""}}'],
    ['livenessProbe: {httpGet: {port: 80, host: a}}', '', 33],
    [security('{appArmorProfile: {type: RuntimeDefault}}')],
    [security('{appArmorProfile: {type: Localhost, localhostProfile: a}}')],
    [security('{seLinuxOptions: {level: s0}}')],
    [security('{seLinuxOptions: {type: "", user: "", role: ""}}')],
    [security('{seLinuxOptions: {type: container_t}}')],
    [security('{seLinuxOptions: {type: container_engine_t}}'), '', 31],
    [security('{procMount: Default}')],
    [security('{procMount: Unmasked}'), 'hostUsers: false', 35],
    [security('{seccompProfile: {type: RuntimeDefault}}')],
    [security('{seccompProfile: {type: Localhost, localhostProfile: a}}')],
    ['', security('{sysctls: [{name: kernel.shm_rmid_forced, value: "1"}]}'), 30],
    ['', security('{sysctls: [{name: net.ipv4.tcp_keepalive_time, value: "1"}]}'), 30],
    ['', security('{sysctls: [{name: net.ipv4.tcp_rmem, value: "1"}]}'), 32],
    ['', security('{sysctls: [{name: net.ipv4.tcp_slow_start_after_idle, value: "1"}]}'), 37],
    [security('{windowsOptions: {hostProcess: false}}')],
    [security('{runAsUser: 0, allowPrivilegeEscalation: true, runAsNonRoot: false}')],
  ])('%s %s', (container, pod = '', minor = 37) => {
    expect(atBaseline(container, pod, minor)).toEqual([]);
  });
});

describe('the place', () => {
  it('is the smallest token, for each that is wrong', () => {
    const pod = podWith(
      `securityContext:
  privileged: «pod-security-privileged|true»
  capabilities:
    add: [«pod-security-capabilities|SYS_TIME», KILL, «pod-security-capabilities|SYS_BOOT»]
  seLinuxOptions: {type: «pod-security-se-linux-options|spc_t», user: «pod-security-se-linux-options|u»}
ports:
  - containerPort: 80
    hostPort: «pod-security-host-ports|80»`,
      `hostPID: «pod-security-host-namespaces|true»
volumes:
  - name: a
    «pod-security-host-path-volumes|hostPath»: {path: /a}`,
    );
    expectMarked(pod, settings, ['volume-unused']);
  });

  it('is the field, as the API server would write it', () => {
    const text = podWith(
      'securityContext: {capabilities: {add: [SYS_TIME, SYS_BOOT]}}\nlifecycle: {preStop: {httpGet: {port: 80, host: a}}}',
      'securityContext: {sysctls: [{name: kernel.msgmax, value: "1"}]}',
    );
    expect(find(text, settings).map(({ problem }) => problem.path)).toEqual([
      'spec.containers[0].securityContext.capabilities.add[0]',
      'spec.containers[0].securityContext.capabilities.add[1]',
      'spec.containers[0].lifecycle.preStop.httpGet.host',
      'spec.securityContext.sysctls[0].name',
    ]);
  });
});

describe('AppArmor annotations', () => {
  const annotated = (value: string) => `apiVersion: v1
kind: Pod
metadata:
  name: app
  annotations:
    container.apparmor.security.beta.kubernetes.io/app: ${value}
spec:
  containers:
    - name: app
      image: nginx:1.27
`;

  it.each(['unconfined', 'docker-default'])('refuse %s', (value) => {
    const problems = find(annotated(value), settings).map(({ problem }) => problem);
    expect(problems.find(({ code }) => code === 'pod-security-app-armor-profile')?.path).toBe(
      'metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]',
    );
    expect(fixed(annotated(value), 'pod-security-app-armor-profile', 0, settings)).toBe(annotated('runtime/default'));
  });

  it.each(['runtime/default', 'localhost/a', '""'])('allow %s', (value) => {
    expect(failing(annotated(value), 'baseline')).toEqual([]);
  });

  it('count in the template of a workload', () => {
    const template = annotated('unconfined')
      .split('\n')
      .slice(2, -1)
      .map((line) => `    ${line}`)
      .join('\n');
    const set = `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n${template}\n`;
    expect(failing(set, 'baseline')).toEqual(['app-armor-profile']);
  });
});

describe('fixes of baseline', () => {
  it.each<[code: string, before: string, after: string]>([
    ['privileged', 'privileged: true # why', 'privileged: false # why'],
    ['app-armor-profile', 'appArmorProfile: {type: Unconfined}', 'appArmorProfile: {type: RuntimeDefault}'],
    ['seccomp-profile', 'seccompProfile:\n    type: Unconfined', 'seccompProfile:\n    type: RuntimeDefault'],
    ['proc-mount', 'procMount: Unmasked', 'procMount: Default'],
    ['se-linux-options', 'seLinuxOptions: {type: spc_t, user: ""}', 'seLinuxOptions: {type: container_t, user: ""}'],
    ['windows-host-process', 'windowsOptions: {hostProcess: true}', 'windowsOptions: {hostProcess: false}'],
    ['capabilities', 'capabilities: {add: [CAP_KILL]}', 'capabilities: {add: [KILL]}'],
    ['capabilities', 'capabilities: {add: [KILL, SYS_TIME]}', 'capabilities: {add: [KILL]}'],
    ['capabilities', 'capabilities: {add: [SYS_TIME, KILL, BPF]}', 'capabilities: {add: [KILL]}'],
    [
      'capabilities',
      'capabilities:\n    add:\n      - BPF\n      - KILL # yes',
      'capabilities:\n    add:\n      - KILL # yes',
    ],
    [
      'capabilities',
      'capabilities:\n    add:\n      - BPF\n      - KILL\n      - WAKE_ALARM',
      'capabilities:\n    add:\n      - KILL',
    ],
  ])('%s: %s', (control, before, after) => {
    const pod = (text: string) => podWith(`securityContext:\n  runAsGroup: 1\n  ${text}`);
    expect(fixed(pod(before), `pod-security-${control}`, 0, settings)).toBe(pod(after));
  });

  it('change every HostProcess container, which the API server wants to be alike, and what needs the network', () => {
    const pod = (host: string, process: string) =>
      podWith(
        `securityContext: {windowsOptions: {hostProcess: ${process}}}`,
        `hostNetwork: ${host}\nos: {name: windows}\nsecurityContext: {windowsOptions: {hostProcess: ${process}}}`,
      );
    const before = pod('true', 'true');
    expect(fixed(before, 'pod-security-windows-host-process', 0, settings)).toBe(pod('true', 'false'));
    expect(fixed(before, 'pod-security-host-namespaces', 0, settings)).toBe(pod('false', 'false'));
    expect(fixTitles(before, 'pod-security-host-namespaces', settings)).toEqual(['Change all to false']);
  });

  it('take out what is empty without', () => {
    const pod = podWith('tty: true\nsecurityContext:\n  capabilities:\n    add:\n      - BPF');
    expect(fixed(pod, 'pod-security-capabilities', 0, settings)).toBe(podWith('tty: true'));
    const user = podWith('tty: true\nsecurityContext: {seLinuxOptions: {user: u}}');
    expect(fixed(user, 'pod-security-se-linux-options', 0, settings)).toBe(podWith('tty: true'));
  });

  it('leave comments and what has an anchor', () => {
    const pod = (add: string) => podWith(`securityContext:\n  capabilities:\n    # why\n    add: ${add}`);
    expect(fixed(pod('[BPF]'), 'pod-security-capabilities', 0, settings)).toContain('# why');
    const anchored = podWith('securityContext: &a {seLinuxOptions: {user: u}}');
    expect(fixed(anchored, 'pod-security-se-linux-options', 0, settings)).toBe(podWith('securityContext: &a {}'));
  });

  it('rank what may take the place of a volume', () => {
    const pod = (source: string) => podWith('tty: true', `volumes:\n  - name: a\n    ${source}`);
    const before = pod('hostPath:\n      path: /a\n      type: Directory');
    const code = 'pod-security-host-path-volumes';
    expect(fixTitles(before, code, settings)).toEqual(['Change to emptyDir', 'Change to persistentVolumeClaim']);
    expect(fixed(before, code, 0, settings)).toBe(pod('emptyDir: {}'));
    expect(fixed(before, code, 1, settings)).toBe(pod('persistentVolumeClaim:\n      claimName: a'));
    const flow = podWith('tty: true', 'volumes: [{name: a, hostPath: {path: /a}}]');
    expect(fixed(flow, code, 1, settings)).toBe(
      podWith('tty: true', 'volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]'),
    );
  });

  it('write a sysctl with dots, or take it out', () => {
    const pod = (name: string) =>
      podWith('tty: true', `securityContext:\n  sysctls:\n    - name: ${name}\n      value: "1"`);
    const slashes = pod('net/ipv4/tcp_syncookies');
    expect(fixed(slashes, 'pod-security-sysctls', 0, settings)).toBe(pod('net.ipv4.tcp_syncookies'));
    expect(fixed(slashes, 'pod-security-sysctls', 1, settings)).toBe(podWith('tty: true'));
  });

  it('give the pod users of its own where that is enough', () => {
    const pod = podWith('securityContext: {procMount: Unmasked}', 'hostUsers: true');
    const titles = (minor: number) => fixTitles(pod, 'pod-security-proc-mount', { ...settings, minor });
    expect(titles(34)).toEqual(['Change to Default', 'Remove procMount']);
    expect(titles(35)).toEqual(['Change to Default', 'Remove procMount', 'Add hostUsers: false']);
    expect(failing(fixed(pod, 'pod-security-proc-mount', 2, settings), 'baseline')).toEqual([]);
  });
});
