import { byteLength } from '../formats/format.ts';
import {
  absolutePath,
  csiDriver,
  datasetName,
  descendingPath,
  dnsLabel,
  dnsSubdomain,
  flexOption,
  hostPorts,
  iscsiName,
  localPath,
  registryWords,
  straightPath,
} from '../formats/index.ts';
import type { ApiObject } from '../object.ts';
import { type Limits, type Overlay, required } from './limits.ts';
import { id } from './security.ts';

/** The mode of files, which is 0644 where it is not written. */
const fileMode: Limits = {
  range: [0, 0o777, 'must be a number between 0 and 0777 (octal), both inclusive'],
};

/** Who owns the files: validateUserField. */
export const fileOwner: Limits = { ...id, gate: 'AtomicWriteVolumeUserFields' };

/** validateGCEPersistentDiskVolumeSource, validateAWSElasticBlockStoreVolumeSource: 0 is the whole disk. */
const partition: Limits = { range: [0, 255, 'must be between 1 and 255, inclusive'] };

const lun: Limits = { range: [0, 255] };

export const files: Overlay[string] = {
  defaultMode: { ...fileMode, default: 0o644, pointer: true },
  defaultUser: fileOwner,
};

const hasCsiDriver = ({ parent }: ApiObject) => parent?.type === 'core/v1.CSIVolumeSource';

/** The volumes whose credentials the server looks at. */
const withSecret = new Set(['core/v1.CinderVolumeSource', 'core/v1.CSIVolumeSource', 'core/v1.StorageOSVolumeSource']);

const hasTargets = (fc: ApiObject) => !fc.isEmpty('targetWWNs');
const hasShortTenant = (quobyte: ApiObject) => byteLength(quobyte.string('tenant') ?? '') < 65;

/** A source has a function of its name: validateNFSVolumeSource of `core/v1.NFSVolumeSource`. */
export const volumes: Overlay = {
  // ValidateVolumes
  'core/v1.Volume': {
    name: { required: true, format: dnsLabel },
    // dropImageVolumes
    image: { gate: 'ImageVolume', whole: true },
  },
  // validateVolumeSource
  'core/v1.EmptyDirVolumeSource': {
    mode: {
      gate: 'EmptyDirVolumeMode',
      range: [0, 0o1777, 'must be a number between 0 and 01777 (octal), both inclusive'],
    },
  },
  'core/v1.HostPathVolumeSource': {
    path: { required: true, format: straightPath },
    type: {
      when: (host) => !host.isEmpty('path'),
      values: ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'],
    },
  },
  'core/v1.GitRepoVolumeSource': { repository: required, directory: { format: descendingPath } },
  'core/v1.GCEPersistentDiskVolumeSource': { pdName: required, partition },
  'core/v1.AWSElasticBlockStoreVolumeSource': { volumeID: required, partition },
  'core/v1.SecretVolumeSource': { secretName: required, ...files },
  'core/v1.ConfigMapVolumeSource': { name: required, ...files },
  'core/v1.DownwardAPIVolumeSource': files,
  // validateKeyToPath
  'core/v1.KeyToPath': {
    key: required,
    path: { required: true, format: localPath },
    mode: fileMode,
    user: fileOwner,
  },
  // validateDownwardAPIVolumeFile
  'core/v1.DownwardAPIVolumeFile': {
    path: { required: true, format: localPath },
    mode: fileMode,
    user: fileOwner,
    resourceFieldRef: { ignored: (file) => file.has('fieldRef') },
  },
  'core/v1.NFSVolumeSource': { server: required, path: { required: true, format: absolutePath } },
  'core/v1.ISCSIVolumeSource': {
    targetPortal: required,
    iqn: { required: true, format: iscsiName },
    iscsiInterface: { default: 'default' },
    lun,
    secretRef: {
      required: true,
      when: (iscsi) => iscsi.boolean('chapAuthDiscovery') === true || iscsi.boolean('chapAuthSession') === true,
    },
    initiatorName: { pointer: true, format: iscsiName },
  },
  'core/v1.GlusterfsVolumeSource': { endpoints: required, path: required },
  'core/v1.FlockerVolumeSource': { datasetName: { format: datasetName } },
  'core/v1.PersistentVolumeClaimVolumeSource': { claimName: required },
  'core/v1.RBDVolumeSource': { monitors: required, image: required },
  'core/v1.CinderVolumeSource': { volumeID: required },
  'core/v1.CephFSVolumeSource': { monitors: required },
  'core/v1.QuobyteVolumeSource': {
    registry: {
      required: registryWords,
      format: (_, quobyte) => (hasShortTenant(quobyte) ? hostPorts : undefined),
    },
    tenant: {
      when: (quobyte) => !quobyte.isEmpty('registry'),
      longest: [64, 'Required value: must be a UUID and may not exceed a length of 64 characters'],
    },
    volume: required,
  },
  'core/v1.FCVolumeSource': {
    lun: { ...lun, when: hasTargets, required: 'lun is required if targetWWNs is specified', pointer: true },
  },
  'core/v1.FlexVolumeSource': { driver: required, options: { keys: flexOption } },
  'core/v1.AzureFileVolumeSource': { secretName: required, shareName: required },
  'core/v1.VsphereVirtualDiskVolumeSource': { volumePath: required },
  'core/v1.PhotonPersistentDiskVolumeSource': { pdID: required },
  'core/v1.PortworxVolumeSource': { volumeID: required },
  'core/v1.AzureDiskVolumeSource': {
    diskName: required,
    diskURI: required,
    fsType: { default: 'ext4', pointer: true },
    readOnly: { default: false, pointer: true },
    cachingMode: { pointer: true, values: ['None', 'ReadOnly', 'ReadWrite'], default: 'ReadWrite' },
    kind: { pointer: true, values: ['Dedicated', 'Managed', 'Shared'], default: 'Shared' },
  },
  'core/v1.StorageOSVolumeSource': {
    volumeName: { required: true, format: dnsLabel },
    volumeNamespace: { format: dnsLabel },
  },
  'core/v1.ScaleIOVolumeSource': { gateway: required, system: required, volumeName: required },
  'core/v1.CSIVolumeSource': { driver: { required: true, format: csiDriver, longest: [63] } },
  // validateCSIVolumeSource gives another path for a name of the wrong form
  'core/v1.LocalObjectReference': {
    name: {
      when: ({ parent }) => parent !== undefined && withSecret.has(parent.type),
      required: true,
      format: (_, reference) => (hasCsiDriver(reference) ? dnsSubdomain : undefined),
      path: (reference) =>
        hasCsiDriver(reference) && !reference.isEmpty('name')
          ? (reference.parent?.at('name') ?? '')
          : reference.at('name'),
    },
  },
  'core/v1.EphemeralVolumeSource': { volumeClaimTemplate: required },
  // up to 1.36 a template may leave the reference out
  'core/v1.ImageVolumeSource': {
    reference: { required: true, when: ({ root, minor }) => minor >= 37 || root.type === 'core/v1.Pod' },
    pullPolicy: { values: ['Always', 'IfNotPresent', 'Never'] },
  },
};
