import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { type PlacedChunk, type Span, splitChunks } from '../yaml/index.ts';

/** A file, split into its documents. */
export interface Manifest {
  document: TextDocument;
  chunks: PlacedChunk[];
  /** A template of manifests (`{{ … }}`), about which nothing can be said. */
  isTemplate: boolean;
}

/**
 * @param previous an earlier version of the same file, whose unchanged documents need not be parsed again
 */
export function parseManifest(document: TextDocument, previous?: Manifest): Manifest {
  const chunks = splitChunks(document.getText(), previous?.chunks);
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
