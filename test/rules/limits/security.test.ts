import { expect, it } from 'vitest';
import { find, fixed, fixTitles, podWith } from '../../helpers/manifests.ts';

/** The errors of a pod as `code path`. */
function errors(text: string, minor = 37): string[] {
  return find(text, { minor })
    .filter(({ problem }) => problem.severity === 'error')
    .map(({ problem: { code, path } }) => `${code} ${path}`);
}

const ofPod = (context: string) => podWith('tty: true', `securityContext: ${context}`);
const ofContainer = (context: string) => podWith(`securityContext: ${context}`);
const pod = 'spec.securityContext';
const container = 'spec.containers[0].securityContext';

it.each([
  ['runAsUser: -1', 'value-out-of-bounds', 'runAsUser'],
  ['runAsUser: 2147483648', 'value-out-of-bounds', 'runAsUser'],
  ['runAsUser: 2147483647'],
  ['runAsGroup: -1', 'value-out-of-bounds', 'runAsGroup'],
  ['fsGroup: -1', 'value-out-of-bounds', 'fsGroup'],
  ['fsGroup: 0'],
  ['supplementalGroups: [1, -1]', 'value-out-of-bounds', 'supplementalGroups[1]'],
  ['fsGroupChangePolicy: always', 'unsupported-value', 'fsGroupChangePolicy'],
  ['fsGroupChangePolicy: ""', 'unsupported-value', 'fsGroupChangePolicy'],
  ['fsGroupChangePolicy: null'],
  ['supplementalGroupsPolicy: ""', 'unsupported-value', 'supplementalGroupsPolicy'],
  ['supplementalGroupsPolicy: Strict'],
  ['sysctls: [{name: a.b, value: "1"}, {name: a.b, value: "2"}]', 'duplicate-value', 'sysctls[1].name'],
  ['seccompProfile: {}', 'required-field', 'seccompProfile.type'],
  ['seccompProfile: {type: runtime}', 'unsupported-value', 'seccompProfile.type'],
  ['seccompProfile: {type: Localhost}', 'required-field', 'seccompProfile.localhostProfile'],
  ['seccompProfile: {type: Localhost, localhostProfile: ""}'],
  ['seccompProfile: {type: Localhost, localhostProfile: /a}', 'value-malformed', 'seccompProfile.localhostProfile'],
  ['seccompProfile: {type: Localhost, localhostProfile: a/../b}', 'value-malformed', 'seccompProfile.localhostProfile'],
  ['seccompProfile: {type: Localhost, localhostProfile: ..a/b}'],
  ['appArmorProfile: {}', 'required-field', 'appArmorProfile.type'],
  ['appArmorProfile: {type: Localhost, localhostProfile: ""}', 'required-field', 'appArmorProfile.localhostProfile'],
  ['appArmorProfile: {type: Localhost, localhostProfile: "a "}', 'value-malformed', 'appArmorProfile.localhostProfile'],
  ['appArmorProfile: {type: Localhost, localhostProfile: /../a}'],
])('%s of a pod', (context, code = '', path = '') => {
  expect(errors(ofPod(`{${context}}`))).toEqual(code === '' ? [] : [`${code} ${pod}.${path}`]);
});

it.each([
  ['runAsUser: -1', 'value-out-of-bounds', 'runAsUser'],
  ['runAsGroup: 2147483648', 'value-out-of-bounds', 'runAsGroup'],
  ['procMount: unmasked', 'unsupported-value', 'procMount'],
  ['procMount: ""', 'unsupported-value', 'procMount'],
  ['procMount: Default'],
  ['windowsOptions: {gmsaCredentialSpecName: A}', 'name-invalid', 'windowsOptions.gmsaCredentialSpecName'],
  ['windowsOptions: {gmsaCredentialSpecName: ""}', 'required-field', 'windowsOptions.gmsaCredentialSpecName'],
  ['windowsOptions: {gmsaCredentialSpec: ""}', 'required-field', 'windowsOptions.gmsaCredentialSpec'],
  ['windowsOptions: {gmsaCredentialSpec: null}'],
  [`windowsOptions: {gmsaCredentialSpec: ${'x'.repeat(65537)}}`, 'value-too-long', 'windowsOptions.gmsaCredentialSpec'],
  [`windowsOptions: {gmsaCredentialSpec: ${'x'.repeat(65536)}}`],
])('%.80s of a container', (context, code = '', path = '') => {
  expect(errors(ofContainer(`{${context}}`))).toEqual(code === '' ? [] : [`${code} ${container}.${path}`]);
});

it.each<[name: string, words?: string]>([
  ['ContainerUser'],
  ['NT AUTHORITY\\SYSTEM'],
  ['example.com\\web'],
  ['a\\b\\c', 'runAsUserName cannot contain more than one backslash'],
  ['\\b', "runAsUserName's Domain doesn't match the NetBios nor the DNS format"],
  ['.a\\b', "runAsUserName's Domain doesn't match the NetBios nor the DNS format"],
  ['a\\', "runAsUserName's User cannot be empty"],
  [`a\\${'b'.repeat(105)}`, "runAsUserName's User length must not be longer than 104 characters"],
  [`${'a.'.repeat(128)}a\\b`, "runAsUserName's Domain length must be under 256 characters"],
  ['. .', "runAsUserName's User cannot contain only periods or spaces"],
  ['a@b', 'runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]'],
  ['a\tb', 'runAsUserName cannot contain control characters'],
])('the Windows user %s', (name, words) => {
  const found = find(ofContainer(`{windowsOptions: {runAsUserName: ${JSON.stringify(name)}}}`));
  expect(found.map(({ problem }) => problem.code)).toEqual(words ? ['value-malformed'] : []);
  expect(found.flatMap(({ problem }) => problem.server ?? [])).toEqual(
    words ? [`Invalid value: ${JSON.stringify(name)}: ${words}`] : [],
  );
});

it.each([
  ['seLinuxChangePolicy: Recursive', 37, []],
  ['seLinuxChangePolicy: MountOption', 37, []],
  ['seLinuxChangePolicy: MountOption', 36, ['error unsupported-value']],
  ['seLinuxChangePolicy: x', 32, ['warning dropped-field']],
  ['supplementalGroupsPolicy: x', 33, ['error unsupported-value']],
  ['supplementalGroupsPolicy: x', 32, ['warning dropped-field']],
] as const)('%s in 1.%i', (context, minor, expected) => {
  const found = find(ofPod(`{${context}}`), { minor });
  expect(found.map(({ problem: { severity, code } }) => `${severity} ${code}`)).toEqual(expected);
});

it('the users of a pod and unmasked /proc are ignored before 1.33', () => {
  const text = podWith('securityContext: {procMount: Unmasked}', 'hostUsers: false');
  const found = find(text, { minor: 32 }).map(({ problem: { code, path } }) => `${code} ${path}`);
  expect(found).toEqual([`dropped-field ${container}.procMount`, 'dropped-field spec.hostUsers']);
  expect(find(text, { minor: 33 })).toEqual([]);
  expect(find(ofContainer('{procMount: Default}'), { minor: 32 })).toEqual([]);
});

it.each([
  ['{name: linux}', []],
  ['{name: Linux}', ['unsupported-value']],
  ['{name: ""}', ['required-field']],
  ['{}', ['required-field']],
  ['null', []],
])('os: %s', (os, expected) => {
  expect(find(podWith('tty: true', `os: ${os}`)).map(({ problem }) => problem.code)).toEqual(expected);
});

it('paths of profiles are mended', () => {
  const text = ofPod('{seccompProfile: {type: Localhost, localhostProfile: /var/lib/kubelet/seccomp/a.json}}');
  expect(fixed(text, 'value-malformed')).toContain('localhostProfile: a.json}');
  expect(fixed(ofPod('{appArmorProfile: {type: Localhost, localhostProfile: " a"}}'), 'value-malformed')).toContain(
    'localhostProfile: a}',
  );
  expect(fixTitles(ofPod('{seccompProfile: {type: Localhost, localhostProfile: ../a}}'), 'value-malformed')).toEqual(
    [],
  );
});
