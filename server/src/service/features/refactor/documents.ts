import { type ChunkEdit, Editor } from '../../fixes/index.ts';
import { objectsOf, untaken } from '../../model/index.ts';
import { namespaceOf } from '../../model/names/index.ts';
import { dnsSubdomain } from '../../schema/formats/index.ts';
import { booleanOf, type MapNode, type PlacedChunk, pairOf, stringOf, valueAt, writeBlock } from '../../yaml/index.ts';
import type { RefactorContext } from './refactoring.ts';

/** An object with texts by key, that pods refer to. */
export interface Store {
  kind: 'ConfigMap' | 'Secret';
  /** What follows the name of the workload in its own. */
  suffix: string;
  texts: Readonly<Record<string, string>>;
}

const fields = { ConfigMap: 'data', Secret: 'stringData' } as const;

/** What is there of a kind in a file, in the namespace of a workload. */
interface Found {
  placed: PlacedChunk;
  node: MapNode;
  name: string | undefined;
}

/**
 * Puts texts into an object of a file: into that of the name where it is there and takes them, else into a new one behind
 * the document of the workload.
 * @returns the name that the object has, and the edits, those in other documents with offsets as in this one; undefined
 * where the workload stands in a list, or has no name or namespace that such an object can have
 */
export function stored(
  { kind, suffix, texts }: Store,
  context: RefactorContext,
): { name: string; edits: ChunkEdit[] } | undefined {
  const { placed, workload } = context;
  const namespace = valueAt(workload.root, 'metadata', 'namespace');
  const isText = !namespace || stringOf(namespace) !== undefined;
  const name = `${workload.name}-${suffix}`;
  if (workload.item !== undefined || !workload.name || !isText || dnsSubdomain.problems(name).length > 0)
    return undefined;
  const all = objectsOfKind(kind, context);
  const known = all.find((found) => found.name === name);
  const edits = known && addedTo(known, kind, texts, placed);
  if (edits) return { name, edits };
  const free = untaken(
    name,
    all.map((found) => found.name),
  );
  const metadata = { name: free, ...(namespace && { namespace: stringOf(namespace) ?? '' }) };
  const object = { apiVersion: 'v1', kind, metadata, [fields[kind]]: { ...texts } };
  const at = placed.chunk.text.length;
  return { name: free, edits: [{ start: at, end: at, text: documentOf(object, context) }] };
}

function objectsOfKind(kind: string, { manifest, workload }: RefactorContext): Found[] {
  return manifest.chunks.flatMap((placed) =>
    objectsOf(placed.chunk).flatMap(({ node }) => {
      const isOfKind = stringOf(valueAt(node, 'kind')) === kind && stringOf(valueAt(node, 'apiVersion')) === 'v1';
      if (!isOfKind || namespaceOf(node) !== namespaceOf(workload.root)) return [];
      return [{ placed, node, name: stringOf(valueAt(node, 'metadata', 'name')) }];
    }),
  );
}

/** The edits that add what it lacks of texts to an object; undefined where it has others at their keys, or may not change. */
function addedTo(
  { node, placed }: Found,
  kind: Store['kind'],
  texts: Store['texts'],
  from: PlacedChunk,
): ChunkEdit[] | undefined {
  if (booleanOf(valueAt(node, 'immutable')) || placed.chunk.problems.length > 0) return undefined;
  const editor = new Editor(placed.chunk);
  const map = valueAt(node, fields[kind]);
  const others = valueAt(node, kind === 'Secret' ? 'data' : 'binaryData');
  const missing = Object.entries(texts).filter(([key, text]) => stringOf(valueAt(map, key)) !== text);
  if (missing.some(([key]) => pairOf(map, key) || pairOf(others, key))) return undefined;
  const edits =
    map?.kind === 'map'
      ? editor.insertPairs(map, Object.fromEntries(missing))
      : editor.setAt(node, [fields[kind]], { ...texts });
  const by = placed.offset - from.offset;
  return edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}

/** An object as a document behind another; where that ends without a line break the new one does too. */
function documentOf(object: Parameters<typeof writeBlock>[0], { manifest, placed, editor }: RefactorContext): string {
  const { text } = placed.chunk;
  const { eol, indent } = editor.style;
  const isSplit = !editor.isJson || manifest.chunks.some(({ chunk }) => chunk.text.startsWith('---'));
  const json = () => JSON.stringify(object, null, text.trim().includes('\n') ? indent : 0).split('\n');
  const lines = [...(isSplit ? ['---'] : []), ...(editor.isJson ? json() : writeBlock(object, editor.style))];
  return text.endsWith('\n') ? lines.map((line) => line + eol).join('') : lines.map((line) => eol + line).join('');
}
