import { dnsLabel, dnsSubdomain } from '../formats/index.ts';
import { isOn } from '../gates.ts';
import { type Overlay, required, there } from './limits.ts';

const source = { name: required, kind: required, apiGroup: { format: dnsSubdomain } };

export const claims: Overlay = {
  // validateEphemeralVolumeSource, ValidateStatefulSetSpec
  'core/v1.PersistentVolumeClaimTemplate': { spec: there },
  'core/v1.PersistentVolumeClaim': { spec: there },
  // ValidatePersistentVolumeClaimSpec
  'core/v1.PersistentVolumeClaimSpec': {
    accessModes: {
      required: 'at least 1 access mode is required',
      values: ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'],
      usual: ['ReadWriteOnce'],
      path: (claim) => claim.at('accessModes'),
    },
    resources: there,
    storageClassName: { format: dnsSubdomain },
    volumeMode: { pointer: true, values: ['Block', 'Filesystem'], default: 'Filesystem' },
    volumeAttributesClassName: {
      format: (minor) => (isOn('VolumeAttributesClass', minor) ? dnsSubdomain : undefined),
    },
  },
  // validateDataSource, validateDataSourceRef
  'core/v1.TypedLocalObjectReference': source,
  'core/v1.TypedObjectReference': { ...source, namespace: { format: dnsLabel } },
};
