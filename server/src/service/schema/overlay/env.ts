import { configKey, dnsLabel, dnsSubdomain, fileKey, prefixOf, straightPath, variableName } from '../formats/index.ts';
import type { ApiObject } from '../object.ts';
import type { Limits, Overlay } from './limits.ts';

// validateConfigMapEnvSource, validateSecretEnvSource
const all: Readonly<Record<string, Limits>> = {
  name: { required: true, format: prefixOf(dnsSubdomain) },
};

// validateConfigMapKeySelector, validateSecretKeySelector
const one: Readonly<Record<string, Limits>> = {
  name: { required: true, invalid: dnsSubdomain.problems(''), format: dnsSubdomain },
  key: { required: true, format: configKey },
};

export const env: Overlay = {
  // ValidateEnv
  'core/v1.EnvVar': {
    name: { required: true, format: variableName },
  },
  'core/v1.EnvVarSource': {
    fileKeyRef: { gate: 'EnvFiles' },
  },
  // ValidateEnvFrom
  'core/v1.EnvFromSource': {
    prefix: { format: variableName },
  },
  'core/v1.ConfigMapEnvSource': all,
  'core/v1.SecretEnvSource': all,
  'core/v1.ConfigMapKeySelector': one,
  'core/v1.SecretKeySelector': one,
  // validateFileKeySelector
  'core/v1.FileKeySelector': {
    volumeName: { required: true, format: dnsLabel },
    path: { required: true, format: straightPath },
    key: { required: true, format: fileKey },
  },
  // validateObjectFieldSelector; what is taken depends on where it stands: rules/env/downward-api-field
  'core/v1.ObjectFieldSelector': {
    apiVersion: { default: 'v1' },
    fieldPath: { required: true, usual: ['metadata.name', 'metadata.namespace', 'metadata.uid'] },
  },
  // validateContainerResourceFieldSelector
  'core/v1.ResourceFieldSelector': {
    containerName: { required: true, when: isInVolume },
    resource: {
      required: true,
      values: [
        'limits.cpu',
        'limits.ephemeral-storage',
        'limits.memory',
        'requests.cpu',
        'requests.ephemeral-storage',
        'requests.memory',
      ],
      when: (selector) => !isHugePages(selector) && !(isInVolume(selector) && selector.isEmpty('containerName')),
    },
  },
};

function isInVolume({ parent }: ApiObject): boolean {
  return parent?.type === 'core/v1.DownwardAPIVolumeFile';
}

function isHugePages(selector: ApiObject): boolean {
  return /^(?:limits|requests)\.hugepages-/.test(selector.string('resource') ?? '');
}
