import * as l10n from '@vscode/l10n';
import { containersOf, environmentOf, referencesIn } from '../../../model/index.ts';
import { stringOf } from '../../../yaml/index.ts';
import type { TokenPlace } from '../../place.ts';
import { code } from '../markdown.ts';

/** The value of a variable once `$(NAME)` in it is resolved; undefined where it has none. */
export function variableMeaning({ object, token, workload }: TokenPlace): string | undefined {
  const name = object.string('name') ?? '';
  const container = workload.pod && containersOf(workload.pod).find(({ node }) => node === object.parent?.node);
  if (!container || referencesIn(stringOf(token) ?? '').length === 0) return undefined;
  const value = environmentOf(container).get(name);
  return value === undefined ? undefined : l10n.t('The container gets {0}.', code(value));
}

/** What of the pod a variable or file gets. Facts: the table of the downward API in Kubernetes' documentation. */
export function fieldPathMeaning({ token }: TokenPlace): string | undefined {
  const path = stringOf(token) ?? '';
  const [, map, key] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path) ?? [];
  if (map === 'labels') return l10n.t('The value of the label {0} of the pod.', code(key ?? ''));
  if (map === 'annotations') return l10n.t('The value of the annotation {0} of the pod.', code(key ?? ''));
  return fieldPaths()[path];
}

function fieldPaths(): Record<string, string> {
  return {
    'metadata.name': l10n.t('The name of the pod.'),
    'metadata.namespace': l10n.t('The namespace of the pod.'),
    'metadata.uid': l10n.t('The unique id of the pod.'),
    'metadata.labels': l10n.t('All labels of the pod, a line each: `key="value"`.'),
    'metadata.annotations': l10n.t('All annotations of the pod, a line each: `key="value"`.'),
    'spec.nodeName': l10n.t('The name of the node that the pod runs on.'),
    'spec.serviceAccountName': l10n.t('The name of the service account of the pod.'),
    'status.hostIP': l10n.t('The IP address of the node that the pod runs on.'),
    'status.hostIPs': l10n.t('The IP addresses of the node, IPv4 and IPv6 where it has both.'),
    'status.podIP': l10n.t('The IP address of the pod.'),
    'status.podIPs': l10n.t('The IP addresses of the pod, IPv4 and IPv6 where it has both.'),
  };
}
