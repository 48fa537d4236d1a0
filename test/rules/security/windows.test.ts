import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../../helpers/manifests.ts';

const spec = (lines: string) => podWith('tty: true', lines);

describe('field-not-for-os', () => {
  it('finds what only Linux has in a Windows pod, and the contrary', () => {
    expectMarked(
      podWith(
        'securityContext: {«field-not-for-os|privileged»: false, runAsNonRoot: true}',
        'os: {name: windows}\n«field-not-for-os|shareProcessNamespace»: false\nsecurityContext: {«field-not-for-os|supplementalGroups»: [], sysctls: []}',
      ),
    );
    expectMarked(
      podWith(
        'securityContext: {«field-not-for-os|windowsOptions»: {}}',
        'os: {name: linux}\nsecurityContext: {«field-not-for-os|windowsOptions»: {}, runAsUser: 1}',
      ),
    );
  });

  it.each([
    'hostPID: false',
    'hostUsers: null',
    'hostNetwork: true',
    'securityContext: {runAsNonRoot: true, windowsOptions: {runAsUserName: ContainerUser}}',
    'securityContext: {fsGroup: null}',
  ])('is silent on %s of a Windows pod', (lines) => {
    expect(codes(spec(`os: {name: windows}\n${lines}`))).toEqual([]);
  });

  it('looks at init containers, and not where the operating system is not known', () => {
    const init = 'initContainers: [{name: init, image: a, securityContext: {runAsUser: 1}}]';
    const found = find(spec(`os: {name: windows}\n${init}`));
    expect(found.map(({ problem }) => problem.path)).toEqual(['spec.initContainers[0].securityContext.runAsUser']);
    expect(codes(spec(`os: {name: Windows}\n${init}`))).toEqual(['unsupported-value']);
  });

  it.each([
    [32, 'procMount: Unmasked', ['field-not-for-os']],
    [32, 'procMount: null', []],
    [37, 'procMount: Default', ['field-not-for-os']],
  ])('in 1.%i %s', (minor, context, expected) => {
    expect(codes(podWith(`securityContext: {${context}}`, 'os: {name: windows}'), { minor })).toEqual(expected);
  });

  it('what a StatefulSet has is refused with its pods before 1.34', () => {
    const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: app}
spec:
  serviceName: app
  selector: {matchLabels: {app: app}}
  template:
    metadata: {labels: {app: app}}
    spec:
      os: {name: windows}
      hostPID: true
      containers: [{name: app, image: nginx}]
`;
    const severities = [33, 34].map((minor) => find(text, { minor }).map(({ problem }) => problem.severity));
    expect(severities).toEqual([['warning'], ['error']]);
  });

  it('removes the field', () => {
    expect(fixed(spec('os: {name: windows}\nhostIPC: true'), 'field-not-for-os')).toBe(spec('os: {name: windows}'));
  });
});

const options = (value: unknown) => `securityContext: {windowsOptions: {hostProcess: ${value}}}`;
const two = (first: string, second: string, pod: string) =>
  podWith(
    'tty: true',
    `initContainers:\n  - name: a\n    image: a\n    ${first}\n  - name: b\n    image: b\n    ${second}\n${pod}`,
  );

describe('host-process-mixed', () => {
  it('wants all containers to be alike', () => {
    const found = find(two(options(true), options(false), 'hostNetwork: true'));
    expect(found.map(({ problem: { code, path } }) => `${code} ${path}`)).toEqual(['host-process-mixed spec']);
    expect(codes(two(options(true), options(true), `hostNetwork: true\n${options(true)}`))).toEqual([]);
    expect(codes(two(options(false), 'tty: true', ''))).toEqual([]);
  });

  it('tells of a container that contradicts the pod, and not that they are mixed then', () => {
    expectMarked(two(options('«host-process-mixed|false»'), 'tty: true', `hostNetwork: true\n${options(true)}`));
    expectMarked(two(options('«host-process-mixed|true»'), 'tty: true', `hostNetwork: true\n${options(false)}`));
  });

  it('says it for the pod, and of each container that says the contrary', () => {
    const text = two(options(true), options(false), 'hostNetwork: true\nsecurityContext: {runAsNonRoot: true}');
    const mended = fixed(text, 'host-process-mixed');
    expect(mended).toContain('securityContext: {runAsNonRoot: true, windowsOptions: {hostProcess: true}}');
    expect(codes(mended)).toEqual([]);
    expect(
      codes(fixed(two(options(false), 'tty: true', `hostNetwork: true\n${options(true)}`), 'host-process-mixed')),
    ).toEqual([]);
  });
});

describe('host-process-without-host-network', () => {
  it('wants the network of the node', () => {
    expectMarked(spec(options('«host-process-without-host-network|true»')));
    expectMarked(spec(`${options(true)}\nhostNetwork: «host-process-without-host-network|false»`));
    expect(codes(spec(`${options(true)}\nhostNetwork: true`))).toEqual([]);
    expect(codes(spec(options(false)))).toEqual([]);
  });

  it('writes it', () => {
    const text = spec(`${options(true)}\nhostNetwork: false`);
    expect(fixTitles(text, 'host-process-without-host-network')).toEqual(['Change hostNetwork to true']);
    expect(fixed(text, 'host-process-without-host-network')).toContain('hostNetwork: true');
  });
});
