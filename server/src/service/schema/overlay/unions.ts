/** A type of which one of some fields is to be written: exactly, at least or at most one. */
export interface Union {
  /** The fields, in the order in which the API server looks at them. */
  members: readonly string[];
  /** What the server says where none is written; undefined where it takes that. */
  none?: string | ((minor: number) => string);
  /** What the server says where several are; undefined where it takes that. */
  many?: string | ((minor: number) => string);
  /** The member that the path of the error ends with, where it is not that of the object. */
  at?: string;
  /** Whether it says so of each further member, which it does not look into, and not of the object. */
  each?: true;
  /** Members whose path the server spells in another way where it tells of them. */
  spelled?: Readonly<Record<string, string>>;
  /** The member that is there where none is written. */
  default?: string;
}

const handler = {
  none: 'Required value: must specify a handler type',
  many: 'Forbidden: may not specify more than 1 handler type',
  each: true,
} as const;

/** Unions by type. Facts: validation.go of pkg/apis/core and pkg/apis/batch. */
export const unions: Readonly<Record<string, Union>> = {
  // validateEnvVarValueFrom
  'core/v1.EnvVarSource': {
    members: ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'],
    none: (minor) =>
      minor >= 35
        ? 'Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'
        : 'Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`',
    many: 'Invalid value: "": may not have more than one field specified at a time',
  },
  // ValidateEnvFrom
  'core/v1.EnvFromSource': {
    members: ['configMapRef', 'secretRef'],
    none: 'Invalid value: "": must specify one of: `configMapRef` or `secretRef`',
    many: 'Invalid value: "": may not have more than one field specified at a time',
  },
  // validateHandler
  'core/v1.Probe': { members: ['exec', 'httpGet', 'tcpSocket', 'grpc'], ...handler },
  'core/v1.LifecycleHandler': { members: ['exec', 'httpGet', 'tcpSocket', 'sleep'], ...handler },
  // validateVolumeSource
  'core/v1.Volume': {
    members: [
      'emptyDir',
      'hostPath',
      'gitRepo',
      'gcePersistentDisk',
      'awsElasticBlockStore',
      'secret',
      'nfs',
      'iscsi',
      'glusterfs',
      'flocker',
      'persistentVolumeClaim',
      'rbd',
      'cinder',
      'cephfs',
      'quobyte',
      'downwardAPI',
      'fc',
      'flexVolume',
      'configMap',
      'azureFile',
      'vsphereVolume',
      'photonPersistentDisk',
      'portworxVolume',
      'azureDisk',
      'storageos',
      'projected',
      'scaleIO',
      'csi',
      'ephemeral',
      'image',
    ],
    none: 'Required value: must specify a volume type',
    many: 'Forbidden: may not specify more than 1 volume type',
    each: true,
    spelled: { cephfs: 'cephFS', downwardAPI: 'downwarAPI' },
    default: 'emptyDir',
  },
  // validateFlockerVolumeSource
  'core/v1.FlockerVolumeSource': {
    members: ['datasetName', 'datasetUUID'],
    none: 'Required value: one of datasetName and datasetUUID is required',
    many: 'Invalid value: "resource": datasetName and datasetUUID can not be specified simultaneously',
  },
  // validateFCVolumeSource
  'core/v1.FCVolumeSource': {
    members: ['targetWWNs', 'wwids'],
    none: 'Required value: must specify either targetWWNs or wwids, but not both',
    many: 'Invalid value: targetWWNs and wwids can not be specified simultaneously',
    at: 'targetWWNs',
  },
  // validateProjectionSources
  'core/v1.VolumeProjection': {
    members: ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'],
    many: (minor) => `Forbidden: may not specify more than 1 volume type${minor > 30 ? ' per source' : ''}`,
  },
  'core/v1.ClusterTrustBundleProjection': {
    members: ['name', 'signerName'],
    none: 'Required value: either name or signerName must be specified',
    many: 'Invalid value: only one of name and signerName may be used',
  },
  'core/v1.PodCertificateProjection': {
    members: ['credentialBundlePath', 'keyPath', 'certificateChainPath'],
    none: 'Required value: specify at least one of credentialBundlePath, keyPath, and certificateChainPath',
  },
  // validateDownwardAPIVolumeFile
  'core/v1.DownwardAPIVolumeFile': {
    members: ['fieldRef', 'resourceFieldRef'],
    none: 'Required value: one of fieldRef and resourceFieldRef is required',
    many: 'Invalid value: "resource": fieldRef and resourceFieldRef can not be specified simultaneously',
  },
  // validatePodResourceClaim
  'core/v1.PodResourceClaim': {
    members: ['resourceClaimName', 'resourceClaimTemplateName'],
    none: 'Invalid value: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`',
    many: 'Invalid value: at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified',
  },
  // validatePodFailurePolicyRule
  'batch/v1.PodFailurePolicyRule': {
    members: ['onExitCodes', 'onPodConditions'],
    none: 'Invalid value: specifying one of OnExitCodes and OnPodConditions is required',
    many: 'Invalid value: specifying both OnExitCodes and OnPodConditions is not supported',
  },
  // validateSuccessPolicyRule
  'batch/v1.SuccessPolicyRule': {
    members: ['succeededIndexes', 'succeededCount'],
    none: 'Required value: at least one of succeededCount or succeededIndexes must be specified',
  },
};

/** The union that a type is; undefined where it is none. */
export function unionOf(type: string): Union | undefined {
  return Object.hasOwn(unions, type) ? unions[type] : undefined;
}
