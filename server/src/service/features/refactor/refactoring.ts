import type { CodeActionKind, Position } from 'vscode-languageserver-types';
import { type ChunkEdit, Editor } from '../../fixes/index.ts';
import { type Container, containersOf, type PodSpec, type Workload, workloadsOf } from '../../model/index.ts';
import { type MapNode, type PlacedChunk, pairOf, type YamlNode } from '../../yaml/index.ts';
import { chunkAt, type Manifest } from '../manifest.ts';
import type { Settings } from '../problems.ts';

/** What a refactoring looks at: the document, and what of it is at the cursor. */
export interface RefactorContext {
  manifest: Manifest;
  placed: PlacedChunk;
  /** Where the cursor is in the chunk. */
  offset: number;
  workload: Workload;
  pod: PodSpec;
  /** Undefined where the cursor is in none. */
  container: Container | undefined;
  /** The field of the container, or else of the pod, that the cursor is in; undefined on the dash, the name, the image. */
  field: string | undefined;
  /** Whether the cursor is on what the workload is called: its kind, its metadata, the line of its spec. */
  onHead: boolean;
  editor: Editor;
  settings: Settings;
}

/** Another form of a manifest. */
export interface Refactoring {
  title: string;
  kind: CodeActionKind;
  /** Those that take long are made when they are asked for. */
  edits: ChunkEdit[] | (() => ChunkEdit[]);
}

/** Finds the refactorings of one sort at a place; none where they would lose something or are refused by the API server. */
export type Refactor = (context: RefactorContext) => Refactoring[];

/** @returns undefined where no pod is at the position, or its document cannot be read as a whole */
export function contextAt(manifest: Manifest, position: Position, settings: Settings): RefactorContext | undefined {
  const at = manifest.document.offsetAt(position);
  const placed = chunkAt(manifest, at);
  if (!placed || manifest.isTemplate || placed.chunk.problems.length > 0) return undefined;
  const { chunk } = placed;
  const offset = withinLine(chunk.text, at - placed.offset);
  const workloads = workloadsOf(chunk);
  const workload =
    workloads.find(({ item }) => item === undefined) ??
    workloads.find(({ root }) => root.start <= offset && offset <= root.end);
  if (!workload?.pod) return undefined;
  const { pod } = workload;
  const container = containerAt(pod, offset);
  const field = fieldAt(container?.node ?? pod.node, offset);
  const onHead = isHead(workload.root, offset);
  const editor = new Editor(chunk);
  return { manifest, placed, offset, workload, pod, container, field, onHead, editor, settings };
}

/** An offset, but in the indentation or the comment of a line where what it says starts or ends. */
function withinLine(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(start)) ?? [];
  const words = line.replace(/(?:^|\s)#.*/, '').trimEnd();
  const first = words.search(/\S/);
  return first < 0 ? offset : start + Math.min(Math.max(offset - start, first), words.length);
}

/** The container whose lines hold an offset. */
function containerAt(pod: PodSpec, offset: number): Container | undefined {
  return containersOf(pod).find(({ node }) => isAt(node, offset));
}

/** Whether an offset is in the entry of a list, or on the dash before it. */
export function isAt(entry: YamlNode, offset: number): boolean {
  const list = entry.parent;
  const dash = list?.kind === 'seq' ? list.dashes[list.items.indexOf(entry)] : undefined;
  return (dash ?? entry.start) <= offset && offset <= entry.end;
}

/** The field of a map that an offset is in, but for those that tell which container it is. */
function fieldAt({ pairs }: MapNode, offset: number): string | undefined {
  const field = pairs.find(({ start, end }) => start <= offset && offset <= end)?.key.text;
  return field === 'name' || field === 'image' ? undefined : field;
}

function isHead(root: MapNode, offset: number): boolean {
  const { start, end, spec } = { ...root, spec: pairOf(root, 'spec') };
  const isWithin = spec && spec.colonEnd < offset && offset <= spec.end;
  return !isWithin && start <= offset && offset <= end;
}
