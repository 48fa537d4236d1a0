import type { CodeActionKind } from 'vscode-languageserver-types';
import { type ChunkEdit, type Editor, sharedNodes } from '../../fixes/index.ts';
import type { Container, PodSpec, Workload } from '../../model/index.ts';
import type { Chunk, PlacedChunk, YamlNode } from '../../yaml/index.ts';
import type { Manifest } from '../manifest.ts';
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
  editor: Editor;
  settings: Settings;
}

/** Another form of a manifest. */
export interface Refactoring {
  title: string;
  kind: CodeActionKind;
  edits: ChunkEdit[];
}

/** Finds the refactorings of one sort at a place; none where they would lose something or are refused by the API server. */
export type Refactor = (context: RefactorContext) => Refactoring[];

/** Whether a node, or one around it, is read in another place as well. */
export function isShared(node: YamlNode, chunk: Chunk): boolean {
  if (node.kind === 'alias' || (chunk.root && sharedNodes(chunk.root).has(node))) return true;
  const parent = node.parent?.kind === 'pair' ? node.parent.parent : node.parent;
  return parent !== undefined && isShared(parent, chunk);
}
