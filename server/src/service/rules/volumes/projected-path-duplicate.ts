import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Span } from '../../yaml/index.ts';
import { defineRule } from '../rule.ts';

/** A file that a projected volume is to have. */
interface File {
  path: string;
  /** What the API server calls it: the object it comes from, or its path. */
  title: string;
  node: Span;
}

/** validateProjectionSources, which does not look at the paths of tokens. */
export default defineRule({
  code: 'projected-path-duplicate',
  severity: 'error',
  check({ objects }, report) {
    for (const volume of objects.of('core/v1.ProjectedVolumeSource')) {
      const first = new Map<string, File>();
      for (const file of volume.objects('sources').flatMap(filesOf)) {
        const other = first.get(file.path);
        if (!other) {
          first.set(file.path, file);
          continue;
        }
        report({
          node: file.node,
          path: volume.path,
          message: l10n.t(
            'Two files of this volume have the path `{0}`: the API server refuses it. Give one of them another path.',
            file.path,
          ),
          server: [`Invalid value: ${JSON.stringify(file.title)}: conflicting duplicate paths`],
          related: [{ node: other.node, message: l10n.t('The other file') }],
        });
      }
    }
  },
});

function filesOf(source: ApiObject): File[] {
  return [
    ...['secret', 'configMap'].flatMap((kind) => {
      const from = source.object(kind);
      return from ? itemsOf(from, () => from.string('name') ?? '') : [];
    }),
    ...source.objects('downwardAPI').flatMap((from) => itemsOf(from, (path) => path)),
    ...source.objects('clusterTrustBundle').flatMap((bundle) => fileAt(bundle, 'path')),
    ...source
      .objects('podCertificate')
      .flatMap((certificate) =>
        ['credentialBundlePath', 'keyPath', 'certificateChainPath'].flatMap((name) => fileAt(certificate, name)),
      ),
  ];
}

function itemsOf(from: ApiObject, title: (path: string) => string): File[] {
  return from
    .objects('items')
    .flatMap((item) => fileAt(item, 'path').map((file) => ({ ...file, title: title(file.path) })));
}

function fileAt(object: ApiObject, name: string): File[] {
  const path = object.string(name);
  return path ? [{ path, title: path, node: object.valueOf(name) }] : [];
}
