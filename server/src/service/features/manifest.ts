import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { type PlacedChunk, type PodTemplates, type Span, splitChunks } from '../yaml/index.ts';

/** A file, split into its documents. */
export interface Manifest {
  document: TextDocument;
  chunks: PlacedChunk[];
  /** A template of manifests (`{{ … }}`), about which nothing can be said. */
  isTemplate: boolean;
}

/**
 * @param previous an earlier version of the same file, whose unchanged documents need not be parsed again
 * @param podTemplates those of `Settings`; of other ones (another object) nothing of the earlier version is used
 */
export function parseManifest(document: TextDocument, previous?: Manifest, podTemplates?: PodTemplates): Manifest {
  const chunks = splitChunks(document.getText(), previous?.chunks, podTemplates);
  return { document, chunks, isTemplate: chunks.some(({ chunk }) => chunk.isTemplate) };
}

/** The chunk that holds an offset of the file. */
export function chunkAt(manifest: Manifest, offset: number): PlacedChunk | undefined {
  return manifest.chunks.findLast((placed) => placed.offset <= offset);
}

/** Where a part of a chunk is in the file. */
export function rangeOf({ document }: Manifest, { offset }: PlacedChunk, { start, end }: Span): Range {
  return { start: document.positionAt(offset + start), end: document.positionAt(offset + end) };
}
