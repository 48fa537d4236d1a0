import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { ChunkEdit } from '../fixes/index.ts';
import type { PlacedChunk } from '../yaml/index.ts';
import { type Manifest, rangeOf } from './manifest.ts';

/** Edits of a chunk as edits of its file. */
export function placedEdits(manifest: Manifest, placed: PlacedChunk, edits: readonly ChunkEdit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(manifest, placed, edit), newText: edit.text }));
}

export function workspaceEdit({ uri }: TextDocument, edits: TextEdit[]): WorkspaceEdit {
  return { changes: { [uri]: edits } };
}
