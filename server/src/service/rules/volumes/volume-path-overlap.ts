import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Span } from '../../yaml/index.ts';
import { defineRule } from '../rule.ts';

/** A file that a volume is to have. */
interface File {
  /** Its path in the volume, as written but for slashes at the end. */
  name: string;
  written: string;
  /** Where it comes from, in the words of the API server; '' where the volume has one source. */
  source: string;
  node: Span;
  path: string;
}

/** warningsForOverlappingVirtualPaths; the API server warns since 1.32, the kubelet failed before. */
export default defineRule({
  code: 'volume-path-overlap',
  severity: 'warning',
  check({ objects, minor }, report) {
    for (const volume of objects.of('core/v1.Volume')) {
      const { title, files } = filesOf(volume);
      for (const { file, before } of overlaps(files)) {
        const others = title === 'Projected' ? before.filter((other) => !isRefused(file, other)) : before;
        const [other] = others;
        if (!other) continue;
        const what = `volume ${JSON.stringify(volume.string('name'))} (${title}): overlapping paths`;
        report({
          node: file.node,
          path: file.path,
          message: explain(file, other),
          server: minor >= 32 ? others.map((each) => `${what}: ${worded(file)} with ${worded(each)}`) : [],
          related: [{ node: other.node, message: l10n.t('The other path') }],
        });
      }
    }
  },
});

function explain({ name }: File, other: File): string {
  return name === other.name
    ? l10n.t(
        'Two files of the volume have the path `{0}`, and this later one replaces the other. Give them different paths.',
        name,
      )
    : l10n.t(
        '`{0}` and `{1}` cannot both be files, as one path is below the other: the volume cannot be mounted, and the containers never start. Change one of the paths.',
        other.name,
        name,
      );
}

/** The files that have the path of an earlier one, or one above or below it; with the earlier ones. */
function overlaps(files: readonly File[]): { file: File; before: File[] }[] {
  const at = new Map<string, number[]>();
  const below = new Map<string, number[]>();
  return files.map((file, index) => {
    const above = foldersOf(file.name);
    const found = [...above, file.name].flatMap((path) => at.get(path) ?? []).concat(below.get(file.name) ?? []);
    push(at, file.name, index);
    for (const folder of above) push(below, folder, index);
    return { file, before: found.sort((a, b) => a - b).flatMap((each) => files[each] ?? []) };
  });
}

/** `a`, `a/b` of `a/b/c`. */
function foldersOf(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}

function push(map: Map<string, number[]>, path: string, index: number): void {
  const list = map.get(path);
  if (list) list.push(index);
  else map.set(path, [index]);
}

/** Whether the API server refuses the two, which projected-path-duplicate tells. */
function isRefused(file: File, other: File): boolean {
  return file.written === other.written && ![file.source, other.source].includes(token);
}

function worded({ name, source }: File): string {
  return JSON.stringify(name) + (source && ` (${source})`);
}

function filesOf(volume: ApiObject): { title: string; files: File[] } {
  for (const [type, title] of listed) {
    const source = volume.isIgnored(type) ? undefined : volume.object(type);
    if (source) return { title: title(source), files: items(source, '') };
  }
  const sources = volume.isIgnored('projected') ? [] : (volume.object('projected')?.objects('sources') ?? []);
  return { title: 'Projected', files: sources.flatMap(projected) };
}

/** The sources that list their files in `items`, and the words of the API server for them. */
const listed: readonly (readonly [string, (source: ApiObject) => string])[] = [
  ['configMap', (source) => `ConfigMap ${JSON.stringify(source.string('name'))}`],
  ['secret', (source) => `Secret ${JSON.stringify(source.string('secretName') || source.string('name'))}`],
  ['downwardAPI', () => 'DownwardAPI'],
];

const token = 'ServiceAccountToken';

function projected(source: ApiObject): File[] {
  for (const [type, title] of listed) {
    const each = source.object(type);
    if (each) return items(each, title(each));
  }
  const account = source.object('serviceAccountToken');
  if (account) return file(account, 'path', token);
  const bundle = source.object('clusterTrustBundle');
  if (bundle) {
    const name = bundle.has('name') ? bundle.string('name') : bundle.string('signerName');
    return file(bundle, 'path', `ClusterTrustBundle ${JSON.stringify(name)}`);
  }
  const certificate = source.object('podCertificate');
  return certificate
    ? [
        ...file(certificate, 'certificateChainPath', 'PodCertificate chain'),
        ...file(certificate, 'keyPath', 'PodCertificate key'),
        ...file(certificate, 'credentialBundlePath', 'PodCertificate credential bundle'),
      ]
    : [];
}

function items(source: ApiObject, title: string): File[] {
  return source.objects('items').flatMap((item) => file(item, 'path', title));
}

function file(object: ApiObject, field: string, source: string): File[] {
  const written = object.string(field) ?? '';
  const name = written.replace(/\/+$/, '');
  return name ? [{ name, written, source, node: object.valueOf(field), path: object.at(field) }] : [];
}
