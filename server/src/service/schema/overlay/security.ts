import { stringOf } from '../../yaml/index.ts';
import { dnsSubdomain, profilePath, sysctlName, unpadded, windowsUserName } from '../formats/index.ts';
import { isOn } from '../gates.ts';
import type { ApiObject } from '../object.ts';
import type { Limits, Overlay } from './limits.ts';

/** IsValidUserID, IsValidGroupID. */
export const id: Limits = { range: [0, 2 ** 31 - 1] };

const isOfLocalhost = (profile: ApiObject) => profile.string('type') === 'Localhost';

const profileTypes: Limits = {
  values: ['Localhost', 'RuntimeDefault', 'Unconfined'],
  usual: ['RuntimeDefault', 'Unconfined'],
};

export const security: Overlay = {
  // validatePodSpecSecurityContext
  'core/v1.PodSecurityContext': {
    runAsUser: id,
    runAsGroup: id,
    fsGroup: id,
    supplementalGroups: id,
    fsGroupChangePolicy: { pointer: true, values: ['Always', 'OnRootMismatch'] },
    supplementalGroupsPolicy: { gate: 'SupplementalGroupsPolicy', pointer: true, values: ['Merge', 'Strict'] },
    // validateSELinuxChangePolicy: the other policy comes with the gate SELinuxMount
    seLinuxChangePolicy: {
      gate: 'SELinuxChangePolicy',
      pointer: true,
      values: (minor) => (isOn('SELinuxMount', minor) ? ['MountOption', 'Recursive'] : ['Recursive']),
    },
    sysctls: { unique: { by: 'name' } },
  },
  // ValidateSecurityContext
  'core/v1.SecurityContext': {
    runAsUser: id,
    runAsGroup: id,
    procMount: {
      gate: 'ProcMountType',
      // dropDisabledProcMountField makes it the default
      dropped: (context) =>
        !isOn('ProcMountType', context.minor) && stringOf(context.pair('procMount')?.value) !== 'Default',
      pointer: true,
      values: ['Default', 'Unmasked'],
    },
  },
  // validateSysctls
  'core/v1.Sysctl': {
    name: { required: true, format: sysctlName },
  },
  // validateSeccompProfileField
  'core/v1.SeccompProfile': {
    type: { ...profileTypes, required: 'type is required when seccompProfile is set' },
    localhostProfile: {
      when: isOfLocalhost,
      required: 'must be set when seccomp type is Localhost',
      pointer: true,
      format: profilePath,
    },
  },
  // ValidateAppArmorProfileField
  'core/v1.AppArmorProfile': {
    type: { ...profileTypes, required: 'type is required when appArmorProfile is set' },
    localhostProfile: {
      when: isOfLocalhost,
      required: 'must be set when AppArmor type is Localhost',
      format: unpadded,
      longest: [4095],
    },
  },
  // validateWindowsSecurityContextOptions
  'core/v1.WindowsSecurityContextOptions': {
    gmsaCredentialSpecName: {
      ...notEmpty('gmsaCredentialSpecName', dnsSubdomain.problems('')),
      format: dnsSubdomain,
    },
    gmsaCredentialSpec: {
      ...notEmpty('gmsaCredentialSpec', ['gmsaCredentialSpec cannot be an empty string']),
      longest: [64 * 1024, 'Invalid value: gmsaCredentialSpec size must be under 64 KiB'],
    },
    runAsUserName: {
      ...notEmpty('runAsUserName', ['runAsUserName cannot be an empty string']),
      format: windowsUserName,
    },
  },
  // validateOS
  'core/v1.PodOS': {
    name: {
      required: true,
      values: ['linux', 'windows'],
      path: (os) => (os.isEmpty('name') ? os.at('name') : os.path),
    },
  },
};

/** A field that may be left out, but not be empty. */
function notEmpty(name: string, invalid: readonly string[]): Limits {
  return { when: (object) => object.has(name), required: true, invalid };
}
