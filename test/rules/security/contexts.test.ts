import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../../helpers/manifests.ts';

const spec = (lines: string) => podWith('tty: true', lines);

describe('privilege-escalation-conflict', () => {
  it('finds rights that escalation is denied for', () => {
    expectMarked(
      podWith('securityContext: {allowPrivilegeEscalation: false, privileged: «privilege-escalation-conflict|true»}'),
    );
    expectMarked(
      podWith(
        'securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [NET_ADMIN, «privilege-escalation-conflict|CAP_SYS_ADMIN»]}}',
      ),
    );
  });

  it.each([
    '{privileged: true}',
    '{privileged: true, allowPrivilegeEscalation: true}',
    '{privileged: false, allowPrivilegeEscalation: false}',
    '{allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN], drop: [CAP_SYS_ADMIN]}}',
  ])('is silent on %s', (context) => {
    expect(codes(podWith(`securityContext: ${context}`))).toEqual([]);
  });

  it('takes the rights away, or the promise', () => {
    const text = podWith(
      'securityContext:\n  allowPrivilegeEscalation: false\n  capabilities:\n    add:\n      - CAP_SYS_ADMIN # mounts\n      - NET_ADMIN',
    );
    expect(fixTitles(text, 'privilege-escalation-conflict')).toEqual([
      'Remove CAP_SYS_ADMIN',
      'Remove allowPrivilegeEscalation',
    ]);
    expect(codes(fixed(text, 'privilege-escalation-conflict'))).toEqual([]);
    expect(fixed(text, 'privilege-escalation-conflict', 1)).toContain('- CAP_SYS_ADMIN # mounts');
  });
});

describe('proc-mount-unmasked', () => {
  it('wants users of the pod', () => {
    expectMarked(podWith('securityContext: {procMount: «proc-mount-unmasked|Unmasked»}'));
    expectMarked(podWith('securityContext: {procMount: «proc-mount-unmasked|Unmasked»}', 'hostUsers: true'));
    expect(codes(podWith('securityContext: {procMount: Unmasked}', 'hostUsers: false'))).toEqual([]);
  });

  it('adds them only where nothing stands against it', () => {
    const context = 'securityContext: {procMount: Unmasked}';
    expect(fixed(podWith(context, 'hostUsers: true'), 'proc-mount-unmasked')).toContain('hostUsers: false');
    expect(fixTitles(podWith(context, 'hostPID: true'), 'proc-mount-unmasked')).toEqual(['Remove procMount']);
  });
});

describe('localhost-profile-unused', () => {
  it('finds a profile beside a type that does not use it', () => {
    expectMarked(
      spec('securityContext: {seccompProfile: {type: Unconfined, «localhost-profile-unused|localhostProfile»: a}}'),
    );
    expectMarked(
      podWith('securityContext: {appArmorProfile: {type: Unconfined, «localhost-profile-unused|localhostProfile»: a}}'),
    );
  });

  it.each([
    ['seccompProfile: {localhostProfile: a}', ['required-field', 'localhost-profile-unused']],
    ['seccompProfile: {type: x, localhostProfile: a}', ['unsupported-value', 'localhost-profile-unused']],
    ['seccompProfile: {type: localhost, localhostProfile: a}', ['unsupported-value']],
    ['appArmorProfile: {localhostProfile: a}', ['required-field']],
    ['appArmorProfile: {type: x, localhostProfile: a}', ['unsupported-value']],
    ['seccompProfile: {type: Localhost, localhostProfile: a}', []],
    ['seccompProfile: {type: Unconfined, localhostProfile: null}', []],
  ])('%s', (context, expected) => {
    expect(codes(spec(`securityContext: {${context}}`)).sort()).toEqual([...expected].sort());
  });

  it('writes the type, or removes the profile', () => {
    const text = spec('securityContext: {seccompProfile: {localhostProfile: a}}');
    expect(fixed(text, 'localhost-profile-unused')).toContain('{type: Localhost, localhostProfile: a}');
    const json = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'app' },
      spec: {
        securityContext: { seccompProfile: { type: 'Unconfined', localhostProfile: 'a' } },
        containers: [{ name: 'app', image: 'nginx:1.27' }],
      },
    });
    expect(fixed(json, 'localhost-profile-unused', 1)).toContain('{"type":"Unconfined"}');
  });
});

describe('host-users-conflict', () => {
  const devices = 'volumeDevices: [{name: disk, devicePath: /dev/disk}]';
  const volumes = 'volumes: [{name: disk, persistentVolumeClaim: {claimName: disk}}]';

  it('finds what belongs to the node', () => {
    expectMarked(
      spec(
        'hostUsers: false\n«host-users-conflict|hostNetwork»: true\n«host-users-conflict|hostPID»: true\n«host-users-conflict|hostIPC»: true',
      ),
    );
    expectMarked(
      podWith(devices.replace('volumeDevices', '«host-users-conflict|volumeDevices»'), `hostUsers: false\n${volumes}`),
    );
  });

  it('tells the paths of the API server', () => {
    const found = find(spec('hostUsers: false\nhostNetwork: true\nhostPID: true\nhostIPC: true'));
    expect(found.map(({ problem }) => problem.path)).toEqual(['spec.hostNetwork', 'spec.HostPID', 'spec.HostIPC']);
  });

  it('is silent before 1.33, and on devices before 1.34', () => {
    expect(codes(spec('hostUsers: false\nhostPID: true'), { minor: 32 })).toEqual(['dropped-field']);
    expect(codes(podWith(devices, `hostUsers: false\n${volumes}`), { minor: 33 })).toEqual([]);
    expect(codes(spec('hostUsers: true\nhostPID: true'))).toEqual([]);
    expect(codes(spec('hostUsers: false\nhostPID: false'))).toEqual([]);
  });

  it('removes one of them', () => {
    const text = spec('hostUsers: false\nhostPID: true # debug');
    expect(fixTitles(text, 'host-users-conflict')).toEqual(['Remove hostPID', 'Remove hostUsers']);
    expect(fixed(text, 'host-users-conflict', 1)).not.toContain('hostUsers');
  });
});

describe('share-process-namespace-conflict', () => {
  it('finds both', () => {
    expectMarked(spec('hostPID: true\n«share-process-namespace-conflict|shareProcessNamespace»: true'));
    expect(codes(spec('hostPID: true\nshareProcessNamespace: false'))).toEqual([]);
    expect(codes(spec('shareProcessNamespace: true'))).toEqual([]);
  });

  it.each([
    [37, 'spec.shareProcessNamespace'],
    [36, 'spec.securityContext.shareProcessNamespace'],
  ])('in 1.%i its path is %s', (minor, path) => {
    const found = find(spec('hostPID: true\nshareProcessNamespace: true'), { minor });
    expect(found.map(({ problem }) => problem.path)).toEqual([path]);
  });
});

describe('sysctl-host-namespace', () => {
  const sysctls = (name: string) => `securityContext: {sysctls: [{name: ${name}, value: "1"}]}`;

  it.each([
    ['net.core.somaxconn', 'hostNetwork'],
    ['net/core/somaxconn', 'hostNetwork'],
    ['kernel.shm_rmid_forced', 'hostIPC'],
    ['kernel/sem', 'hostIPC'],
    ['fs.mqueue.msg_max', 'hostIPC'],
  ])('finds %s with %s', (name, field) => {
    expectMarked(spec(`${field}: true\n${sysctls(`«sysctl-host-namespace|${name}»`)}`));
    expect(codes(spec(`${field}: false\n${sysctls(name)}`))).toEqual([]);
  });

  it.each(['vm.swappiness', 'kernel.shm.x', 'fs.mqueuex', 'x/net.core', 'kernel.domainname'])(
    'is silent on %s',
    (name) => {
      expect(codes(spec(`hostNetwork: true\nhostIPC: true\n${sysctls(name)}`))).toEqual([]);
    },
  );

  it('leaves a name that is wrong to its own rule', () => {
    expect(codes(spec(`hostNetwork: true\n${sysctls('net.*')}`))).toEqual(['value-malformed']);
  });

  it('removes the parameter, or the namespace', () => {
    const text = spec(
      'hostNetwork: true\nsecurityContext:\n  sysctls:\n    - name: net.a\n      value: "1"\n    - name: vm.a\n      value: "1"',
    );
    expect(fixed(text, 'sysctl-host-namespace')).toContain('    sysctls:\n      - name: vm.a');
    expect(fixed(text, 'sysctl-host-namespace', 1)).not.toContain('hostNetwork');
  });
});
