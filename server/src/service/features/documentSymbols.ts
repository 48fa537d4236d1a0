import * as l10n from '@vscode/l10n';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import {
  type Container,
  containerLists,
  firstToken,
  objectsOf,
  type PodSpec,
  type Volume,
  workloadsOf,
} from '../model/index.ts';
import { shortened } from '../rules/describe.ts';
import {
  type Chunk,
  integerOf,
  keyText,
  type MapNode,
  mapsOf,
  type PlacedChunk,
  pairOf,
  type Span,
  stringOf,
  valueAt,
  type YamlNode,
} from '../yaml/index.ts';
import { type Manifest, rangeOf } from './manifest.ts';
import { isOurs } from './ours.ts';
import { sourceText } from './volumeSource.ts';

/** A part of a document that the outline names, at its place in the chunk. */
interface Entry {
  name: string;
  detail?: string | undefined;
  kind: SymbolKind;
  span: Span;
  /** What the editor goes to; the start of the span where it is written elsewhere. */
  selection: Span | undefined;
  children?: Entry[];
}

/**
 * The outline of a file that holds a workload: each of its documents, in workloads the containers and volumes, in
 * ConfigMaps and Secrets the keys. Empty for any other file.
 */
export function documentSymbols(manifest: Manifest): DocumentSymbol[] {
  if (!isOurs(manifest)) return [];
  return manifest.chunks.flatMap((placed) => entriesIn(placed.chunk).map((entry) => symbolOf(manifest, placed, entry)));
}

function symbolOf(manifest: Manifest, placed: PlacedChunk, entry: Entry): DocumentSymbol {
  const { name, detail, kind, span, selection, children = [] } = entry;
  const isInside = selection && span.start <= selection.start && selection.end <= span.end;
  return {
    name: shortened(name) || '""',
    ...(detail && { detail: shortened(detail) }),
    kind,
    range: rangeOf(manifest, placed, span),
    selectionRange: rangeOf(manifest, placed, isInside ? selection : { start: span.start, end: span.start }),
    children: children.map((child) => symbolOf(manifest, placed, child)),
  };
}

function entriesIn(chunk: Chunk): Entry[] {
  return chunk.derive(documentSymbols, () => objectsOf(chunk).flatMap(({ node }) => objectEntry(chunk, node) ?? []));
}

function objectEntry(chunk: Chunk, node: MapNode): Entry | undefined {
  const workload = workloadsOf(chunk).find(({ root }) => root === node);
  const kind = stringOf(valueAt(node, 'kind')) ?? workload?.likelyKind;
  if (kind === undefined) return undefined;
  const name = valueAt(node, 'metadata', 'name');
  const details = [valueAt(node, 'apiVersion'), valueAt(node, 'metadata', 'namespace')].map(stringOf);
  return {
    name: [kind, stringOf(name)].filter(Boolean).join(' '),
    detail: details.filter(Boolean).join(' · '),
    kind: workload ? SymbolKind.Class : SymbolKind.Object,
    span: node,
    selection: name ?? valueAt(node, 'kind') ?? firstToken(node),
    children: workload?.pod ? podEntries(workload.pod) : keyEntries(node),
  };
}

/** The keys of what an object has as its data: a ConfigMap, a Secret. */
function keyEntries(node: MapNode): Entry[] {
  return ['data', 'stringData', 'binaryData'].flatMap((field) => {
    const data = valueAt(node, field);
    if (data?.kind !== 'map') return [];
    return data.pairs.map((pair) => ({ name: keyText(pair), kind: SymbolKind.Key, span: pair, selection: pair.key }));
  });
}

function podEntries(pod: PodSpec): Entry[] {
  const { node, volumes, workload } = pod;
  const isTemplate = ({ source }: Volume) => source === 'volumeClaimTemplate';
  const spec = valueAt(workload.root, 'spec');
  return [
    ...containerLists.flatMap((list) => listEntry(node, list, pod[list].map(containerEntry))),
    ...listEntry(node, 'volumes', volumes.filter((volume) => !isTemplate(volume)).map(volumeEntry)),
    ...listEntry(spec, 'volumeClaimTemplates', volumes.filter(isTemplate).map(volumeEntry)),
  ];
}

/** A list with what is in it; nothing where it is empty. */
function listEntry(map: YamlNode | undefined, key: string, children: Entry[]): Entry[] {
  const pair = pairOf(map, key);
  if (!pair || children.length === 0) return [];
  return [{ name: key, kind: SymbolKind.Array, span: pair, selection: pair.key, children }];
}

function containerEntry({ name, list, index, image, role, node }: Container): Entry {
  const details = [role === 'sidecar' ? l10n.t('native sidecar') : undefined, image];
  return {
    name: name || `${list}[${index}]`,
    detail: details.filter(Boolean).join(', '),
    kind: SymbolKind.Module,
    span: node,
    selection: valueAt(node, 'name'),
    children: [
      ...itemEntries(node, 'ports', SymbolKind.Interface, portDetail),
      ...itemEntries(node, 'env', SymbolKind.Variable, (item) => stringOf(valueAt(item, 'value'))),
      ...itemEntries(node, 'volumeMounts', SymbolKind.Field, (item) => stringOf(valueAt(item, 'mountPath'))),
      ...itemEntries(node, 'volumeDevices', SymbolKind.Field, (item) => stringOf(valueAt(item, 'devicePath'))),
    ],
  };
}

function portDetail(item: MapNode): string {
  const port = integerOf(valueAt(item, 'containerPort')) ?? '?';
  return `${port}/${stringOf(valueAt(item, 'protocol')) ?? 'TCP'}`;
}

function itemEntries(
  container: MapNode,
  list: string,
  kind: SymbolKind,
  detail: (item: MapNode) => string | undefined,
): Entry[] {
  return mapsOf(valueAt(container, list)).map(({ node, index }) => {
    const name = valueAt(node, 'name');
    return {
      name: stringOf(name) || `${list}[${index}]`,
      detail: detail(node),
      kind,
      span: node,
      selection: name,
    };
  });
}

function volumeEntry(volume: Volume, index: number): Entry {
  const { node, name, nameNode, source } = volume;
  const list = source === 'volumeClaimTemplate' ? 'volumeClaimTemplates' : 'volumes';
  return {
    name: name || `${list}[${index}]`,
    detail: sourceText(volume).replaceAll('`', ''),
    kind: SymbolKind.Struct,
    span: node,
    selection: nameNode,
  };
}
