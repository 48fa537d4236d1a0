import * as l10n from '@vscode/l10n';
import { type Volume, writtenKeys } from '../model/index.ts';
import { type ConcreteNode, mapsOf, stringOf, valueAt } from '../yaml/index.ts';
import { code } from './markdown.ts';

/** What a volume is: `ConfigMap settings`, `emptyDir`. */
export function sourceText({ node, source }: Volume): string {
  const field = (name: string) => code(stringOf(valueAt(node, source, name)) ?? '?');
  switch (source) {
    case 'configMap':
      return l10n.t('ConfigMap {0}', field('name'));
    case 'secret':
      return l10n.t('Secret {0}', field('secretName'));
    case 'persistentVolumeClaim':
      return l10n.t('PersistentVolumeClaim {0}', field('claimName'));
    case 'volumeClaimTemplate':
      return l10n.t('claim template');
    case 'hostPath':
      return l10n.t('{0} of the node', field('path'));
    case 'nfs':
      return l10n.t('NFS {0} of {1}', field('path'), field('server'));
    case 'csi':
      return l10n.t('CSI driver {0}', field('driver'));
    case 'image':
      return l10n.t('image {0}', field('reference'));
    case 'projected':
      return l10n.t('projected from {0}', projections(valueAt(node, source, 'sources')));
    default:
      return source;
  }
}

function projections(sources: ConcreteNode | undefined): string {
  const names = mapsOf(sources).flatMap(({ node }) =>
    writtenKeys(node).map((source) => {
      const name = stringOf(valueAt(node, source, 'name'));
      return name === undefined ? source : `${source} ${code(name)}`;
    }),
  );
  return names.join(', ') || '?';
}
