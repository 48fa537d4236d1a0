import * as l10n from '@vscode/l10n';
import { type Container, helperOf, type PodSpec, portsOf, sharedVolumes, type VolumeUse } from '../../model/index.ts';
import { booleanOf, valueAt } from '../../yaml/index.ts';
import { bullets, code, limited, link, named, paragraphs } from '../markdown.ts';
import { sourceText } from '../volumeSource.ts';
import { roleText } from './container.ts';
import { useText } from './volume.ts';

/** A pod as a whole: who is in it, and the ports and volumes that they share. */
export function describePod(pod: PodSpec): string {
  const { initContainers, containers, ephemeralContainers } = pod;
  const all = [...containers, ...initContainers, ...ephemeralContainers];
  return paragraphs(
    l10n.t('**In this pod**: one IP address, one localhost, the same volumes.'),
    bullets(all.map(memberText)),
    portsText([...containers, ...initContainers.filter(({ role }) => role === 'sidecar')], pod),
    volumesText(pod),
    link(l10n.t('How pods manage multiple containers'), 'concepts/workloads/pods/#how-pods-manage-multiple-containers'),
  );
}

function memberText(container: Container): string {
  const pattern = { sidecar: l10n.t('sidecar'), adapter: l10n.t('adapter'), ambassador: l10n.t('ambassador') };
  const helper = helperOf(container);
  const role = helper ? `${roleText(container)}, ${pattern[helper.pattern]}` : roleText(container);
  return container.image === undefined
    ? `${named(container)}: ${role}`
    : `${named(container)}: ${role}, ${code(container.image)}`;
}

function portsText(running: readonly Container[], pod: PodSpec): string | undefined {
  const ports = running.flatMap(portsOf);
  if (ports.length === 0) return undefined;
  const lines = ports.map(({ container, port, name, protocol }) => {
    const more = [...(name === undefined ? [] : [name]), ...(protocol === 'TCP' ? [] : [protocol])].join(', ');
    return `${named(container)} ${code(`:${port}`)}${more ? ` ${code(more)}` : ''}`;
  });
  const title = booleanOf(valueAt(pod.node, 'hostNetwork'))
    ? l10n.t('**Ports on localhost**, which is the node (hostNetwork):')
    : l10n.t('**Ports on localhost**, shared by all containers:');
  return `${title}\n${bullets(lines)}`;
}

function volumesText(pod: PodSpec): string | undefined {
  const shared = sharedVolumes(pod);
  if (shared.length === 0) return undefined;
  const lines = shared.map(
    ({ volume, uses }) =>
      `${code(volume.name ?? '')} (${sourceText(volume)}): ${limited(uses.map(shortUse), 6).join('; ')}`,
  );
  return `${l10n.t('**Shared volumes**:')}\n${bullets(lines)}`;
}

function shortUse(use: VolumeUse): string {
  return `${named(use.container)} ${useText(use)}`;
}
