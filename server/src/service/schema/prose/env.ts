import * as l10n from '@vscode/l10n';
import type { WordsOfTypes } from './words.ts';

const key = (name: string, optional: string) => ({
  name,
  key: l10n.t('The key whose value is taken.'),
  optional,
});

export const env = (): WordsOfTypes => ({
  'core/v1.EnvVar': {
    fields: {
      value: l10n.t(
        'The value of the variable, a string: numbers and booleans need quotes.\n\n`$(NAME)` is replaced by a variable that stands before it, `$$(NAME)` stands for `$(NAME)` itself, and a variable that there is not stays as it is written. Defaults to `""`.',
      ),
    },
  },
  'core/v1.EnvVarSource': {
    fields: {
      fieldRef: l10n.t('A field of the pod: its name, its IP address, one of its labels.'),
      resourceFieldRef: l10n.t('A limit or request of the container, as a number.'),
    },
  },
  'core/v1.ConfigMapEnvSource': {
    fields: {
      name: l10n.t('The name of the ConfigMap, in the namespace of the pod.'),
      optional: l10n.t(
        'If `true`, the container starts even though the ConfigMap is not there.\n\nDefaults to `false`.',
      ),
    },
  },
  'core/v1.SecretEnvSource': {
    fields: {
      name: l10n.t('The name of the Secret, in the namespace of the pod.'),
      optional: l10n.t('If `true`, the container starts even though the Secret is not there.\n\nDefaults to `false`.'),
    },
  },
  'core/v1.ConfigMapKeySelector': {
    fields: key(
      l10n.t('The name of the ConfigMap, in the namespace of the pod.'),
      l10n.t(
        'If `true`, the container starts even though the ConfigMap or the key is not there.\n\nDefaults to `false`.',
      ),
    ),
  },
  'core/v1.SecretKeySelector': {
    fields: key(
      l10n.t('The name of the Secret, in the namespace of the pod.'),
      l10n.t('If `true`, the container starts even though the Secret or the key is not there.\n\nDefaults to `false`.'),
    ),
  },
  'core/v1.FileKeySelector': {
    fields: {
      optional: l10n.t(
        'If `true`, the container starts even though the file or the variable is not there.\n\nDefaults to `false`.',
      ),
    },
  },
  'core/v1.ObjectFieldSelector': {
    values: {
      fieldPath: {
        'metadata.name': l10n.t('The name of the pod.'),
        'metadata.namespace': l10n.t('The namespace of the pod.'),
        'metadata.uid': l10n.t('The UID of the pod.'),
        'metadata.labels': l10n.t('All labels of the pod, one a line; only for files.'),
        'metadata.annotations': l10n.t('All annotations of the pod, one a line; only for files.'),
        'spec.nodeName': l10n.t('The name of the node that the pod runs on.'),
        'spec.serviceAccountName': l10n.t('The name of the service account of the pod.'),
        'status.hostIP': l10n.t('The first IP address of the node.'),
        'status.hostIPs': l10n.t('All IP addresses of the node, with commas between them.'),
        'status.podIP': l10n.t('The first IP address of the pod.'),
        'status.podIPs': l10n.t('All IP addresses of the pod, with commas between them.'),
      },
    },
  },
  'core/v1.ResourceFieldSelector': {
    fields: {
      resource: l10n.t('The limit or request: `limits.memory`, `requests.cpu`.'),
      divisor: l10n.t(
        'The unit of the number: `1Mi` gives mebibytes, `1m` thousandths of a CPU. It is rounded up.\n\nDefaults to `1`.',
      ),
    },
    values: {
      resource: {
        'limits.cpu': l10n.t('The CPU limit; where there is none, all CPU that the node has for pods.'),
        'limits.ephemeral-storage': l10n.t(
          'The limit for local storage; where there is none, all that the node has for pods.',
        ),
        'limits.memory': l10n.t('The memory limit; where there is none, all memory that the node has for pods.'),
        'requests.cpu': l10n.t('The CPU request.'),
        'requests.ephemeral-storage': l10n.t('The request for local storage.'),
        'requests.memory': l10n.t('The memory request.'),
      },
    },
  },
});
