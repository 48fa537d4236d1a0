import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { type PlacedChunk, type PodTemplates, type Span, splitChunks } from '../yaml/index.ts';

/** In a file with more characters every key would be felt. */
export const longestText = 2_000_000;

/** A file, split into its documents. */
export interface Manifest {
  document: TextDocument;
  /** None where it is too large to be looked at. */
  chunks: PlacedChunk[];
  isTooLarge: boolean;
  /** A template of manifests (`{{ … }}`), about which nothing can be said. */
  isTemplate: boolean;
}

/**
 * @param previous an earlier version of the same file, whose unchanged documents need not be parsed again
 * @param podTemplates those of `Settings`; of other ones (another object) nothing of the earlier version is used
 */
export function parseManifest(document: TextDocument, previous?: Manifest, podTemplates?: PodTemplates): Manifest {
  const text = document.getText();
  const isTooLarge = text.length > longestText;
  const chunks = isTooLarge ? [] : splitChunks(text, previous?.chunks, podTemplates);
  return { document, chunks, isTooLarge, isTemplate: chunks.some(({ chunk }) => chunk.isTemplate) };
}

/** The chunk that holds an offset of the file. */
export function chunkAt(manifest: Manifest, offset: number): PlacedChunk | undefined {
  return manifest.chunks.findLast((placed) => placed.offset <= offset);
}

/** Where a part of a chunk is in the file. */
export function rangeOf({ document }: Manifest, { offset }: PlacedChunk, { start, end }: Span): Range {
  return { start: document.positionAt(offset + start), end: document.positionAt(offset + end) };
}
