import * as l10n from '@vscode/l10n';
import { type PodSpec, usesOf, type Volume, type VolumeUse } from '../../model/index.ts';
import { stringOf, valueAt } from '../../yaml/index.ts';
import { pageLink } from '../field/card.ts';
import { bullets, code, named, paragraphs } from '../markdown.ts';
import { sourceText } from '../volumeSource.ts';

/** A volume: where its files come from, and who mounts it where. */
export function describeVolume(pod: PodSpec, name: string): string {
  const volume = pod.volumes.find((candidate) => candidate.name === name);
  const uses = usesOf(pod, name).map((use) => `${named(use.container)} ${useText(use)}`);
  return paragraphs(
    volume
      ? `**${l10n.t('Volume {0}', code(name))}**: ${sourceText(volume)}`
      : l10n.t('There is no volume {0} in `volumes` yet.', code(name)),
    volume && sourceNote(volume, pod),
    uses.length > 0 ? bullets(uses) : l10n.t('No container mounts it.'),
    volumePage(volume?.source),
  );
}

/** Where a container has a volume: `at /logs, read-only`. */
export function useText({ path, readOnly, isDevice, subPath }: VolumeUse): string {
  const at =
    path === undefined
      ? l10n.t('(no path yet)')
      : isDevice
        ? l10n.t('as device {0}', code(path))
        : l10n.t('at {0}', code(path));
  const part = subPath === undefined ? '' : `, ${l10n.t('only {0} of it', code(subPath))}`;
  return `${at}${part}${readOnly ? `, ${l10n.t('read-only')}` : ''}`;
}

function sourceNote({ node, source, name }: Volume, { workload }: PodSpec): string | undefined {
  switch (source) {
    case 'emptyDir':
      return stringOf(valueAt(node, source, 'medium')) === 'Memory'
        ? l10n.t('Starts empty, is kept in memory that counts against the memory limits, and is gone with the pod.')
        : l10n.t('Starts empty, outlives the restart of a container, and is gone with the pod.');
    case 'projected':
    case 'downwardAPI':
      return l10n.t(
        'Files that Kubernetes writes, always read-only. Changes arrive after about a minute, but never where `subPath` is used.',
      );
    case 'configMap':
    case 'secret':
      return l10n.t(
        'Each key is a file, always read-only. Changes arrive after about a minute, but never where `subPath` is used.',
      );
    case 'persistentVolumeClaim':
      return l10n.t('Outlives the pod. The pod waits in Pending until the claim is bound.');
    case 'volumeClaimTemplate':
      return l10n.t(
        'Each pod of the StatefulSet has a claim of its own ({0}, …) that outlives it.',
        code(`${name}-${workload.name ?? '…'}-0`),
      );
    case 'ephemeral':
      return l10n.t('A claim of its own for each pod, deleted with the pod.');
    case 'hostPath':
      return l10n.t('A part of the node: another node has other files.');
    case 'image':
      return l10n.t('The files of an image, always read-only.');
    default:
      return undefined;
  }
}

function volumePage(source: string | undefined): string | undefined {
  return source === 'volumeClaimTemplate'
    ? pageLink('apps/v1.StatefulSetSpec', 'volumeClaimTemplates')
    : pageLink('core/v1.Volume', source);
}
