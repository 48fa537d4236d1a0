import { describe, expect, it } from 'vitest';
import { codes, find, fixTitles, lines, podWith, saved } from '../../helpers/manifests.ts';
import { atRestricted, failing, hardened } from '../../helpers/podSecurity.ts';

const privileged = podWith('securityContext: {privileged: true}');

describe('the level', () => {
  it('is off by default', () => {
    expect(codes(privileged)).toEqual([]);
    expect(codes(privileged, { podSecurity: 'off' })).toEqual([]);
  });

  it('is told in the message', () => {
    const [line] = lines(privileged, { podSecurity: 'baseline' });
    expect(line).toMatch(
      /^error pod-security-privileged spec\.containers\[0\]\.securityContext\.privileged: .*`baseline`/,
    );
  });

  it('restricted holds what baseline does', () => {
    expect(failing(privileged, 'restricted')).toContain('privileged');
  });
});

describe.each([
  ['v1', 'Pod', 'error'],
  ['apps/v1', 'Deployment', 'warning'],
  ['apps/v1', 'StatefulSet', 'warning'],
  ['batch/v1', 'Job', 'warning'],
])('%s %s', (apiVersion, kind, severity) => {
  it(`is told as ${severity}`, () => {
    const spec = 'spec: {restartPolicy: Never, hostPID: true, containers: [{name: app, image: a}]}';
    const text = `apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: app}
${kind === 'Pod' ? spec : `spec:\n  template:\n    ${spec}`}
`;
    const found = find(text, { podSecurity: 'baseline' }).filter(({ problem }) => problem.code.startsWith('pod-sec'));
    expect(found.map(({ problem }) => problem.severity)).toEqual([severity]);
  });
});

it('does not take what the API server drops for an error', () => {
  const text = podWith('securityContext: {procMount: Unmasked}', 'hostUsers: false');
  const severities = (minor: number) =>
    find(text, { podSecurity: 'baseline', minor })
      .filter(({ problem }) => problem.code === 'pod-security-proc-mount')
      .map(({ problem }) => problem.severity);
  expect(severities(32)).toEqual(['warning']);
  expect(severities(33)).toEqual(['error']);
});

it('leaves a host port that is filled in to `hostNetwork`', () => {
  expect(failing(podWith('ports: [{containerPort: 80}]', 'hostNetwork: true'), 'baseline')).toEqual([
    'host-namespaces',
  ]);
});

describe('the cascade', () => {
  it.each([
    ['misspelled', 'securitycontext: {allowPrivilegeEscalation: false}'],
    ['of a wrong type', 'securityContext: none'],
  ])('of a security context %s is not told', (_how, container) => {
    expect(atRestricted(container)).toEqual([]);
  });

  it('of a field that is misspelled is not told', () => {
    expect(atRestricted('securityContext: {allowPrivilegeEscalations: false, capabilities: {drops: [ALL]}}')).toEqual(
      [],
    );
    expect(atRestricted(hardened.container, 'securityContext: {runAsNonroot: true, seccompProfil: {type: A}}')).toEqual(
      [],
    );
  });

  it('of a value that the API server refuses is not told', () => {
    expect(atRestricted(`${hardened.container}\nports: [{containerPort: 80, hostPort: 70000}]`)).toEqual([]);
    expect(
      atRestricted(hardened.container, 'securityContext: {runAsNonRoot: true, seccompProfile: {type: A}}'),
    ).toEqual([]);
    expect(atRestricted(hardened.container, 'securityContext: {runAsNonRoot: true, seccompProfile: {}}')).toEqual([]);
  });
});

it('has no fix that runs on save', () => {
  expect(saved(privileged)).toBe(privileged);
  expect(fixTitles(privileged, 'pod-security-privileged', { podSecurity: 'baseline' })).toEqual(['Change to false']);
});
