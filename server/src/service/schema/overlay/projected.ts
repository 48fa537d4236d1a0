import { domainKey, localPath, signerName, trustBundleName } from '../formats/index.ts';
import type { ApiObject } from '../object.ts';
import { type Limits, type Overlay, required } from './limits.ts';
import { fileOwner, files } from './volumes.ts';

const day = 24 * 60 * 60;
const path: Limits = { required: true, format: localPath };

/** IsKubernetesSignerName */
const isOfKubernetes = (certificate: ApiObject) =>
  /(?:^|\.)kubernetes\.io$/.test(certificate.string('signerName')?.split('/', 1)[0] ?? '');

export const projected: Overlay = {
  // validateProjectedVolumeSource, validateProjectionSources
  'core/v1.ProjectedVolumeSource': files,
  'core/v1.VolumeProjection': {
    clusterTrustBundle: { gate: 'ClusterTrustBundleProjection' },
    podCertificate: { gate: 'PodCertificateRequest' },
  },
  'core/v1.SecretProjection': { name: required },
  'core/v1.ConfigMapProjection': { name: required },
  'core/v1.ServiceAccountTokenProjection': {
    expirationSeconds: {
      pointer: true,
      default: 3600,
      range: [
        600,
        2 ** 32,
        (value) =>
          value < 600
            ? 'may not specify a duration less than 10 minutes'
            : 'may not specify a duration larger than 2^32 seconds',
      ],
    },
    path,
    user: fileOwner,
  },
  'core/v1.ClusterTrustBundleProjection': {
    name: { pointer: true, format: trustBundleName, when: (bundle) => !bundle.has('signerName') },
    signerName: { pointer: true, format: signerName, when: (bundle) => !bundle.has('name') },
    labelSelector: { ignored: (bundle) => bundle.has('name') || !bundle.has('signerName') },
    path,
    user: fileOwner,
  },
  'core/v1.PodCertificateProjection': {
    signerName: { required: true, format: signerName },
    keyType: {
      required: 'supported',
      values: ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'],
      usual: ['ECDSAP256', 'ED25519', 'RSA3072'],
    },
    maxExpirationSeconds: {
      pointer: true,
      range: (certificate) => {
        const most = isOfKubernetes(certificate) ? day : 91 * day;
        return [
          3600,
          most,
          (value) => `if provided, maxExpirationSeconds must be ${value < 3600 ? '>= 3600' : `<= ${most}`}`,
        ];
      },
    },
    credentialBundlePath: { format: localPath },
    keyPath: { format: localPath },
    certificateChainPath: { format: localPath },
    userAnnotations: { keys: domainKey, path: (certificate) => certificate.at('userAnnotations') },
    user: fileOwner,
  },
};
