import { type CompletionItem, MarkupKind, type Position } from 'vscode-languageserver-types';
import { cursorAt } from './completion/cursor.ts';
import { describe } from './completion/describe.ts';
import { documents } from './completion/documents.ts';
import { expectedAt, listAbove } from './completion/expected.ts';
import { fields } from './completion/fields.ts';
import { heads } from './completion/heads.ts';
import { labels } from './completion/labels.ts';
import { patterns } from './completion/patterns.ts';
import { quantities } from './completion/quantities.ts';
import { references } from './completion/references.ts';
import { itemOf, type Provider } from './completion/suggestion.ts';
import { values } from './completion/values.ts';
import { variables } from './completion/variables.ts';
import { wellKnown } from './completion/wellKnown.ts';
import { chunkAt, type Manifest } from './manifest.ts';
import type { Settings } from './problems.ts';
import type { Workspace } from './workspace.ts';

const providers: readonly Provider[] = [
  fields,
  values,
  quantities,
  references,
  labels,
  wellKnown,
  heads,
  documents,
  patterns,
];

/** More than there are suggestions of one kind. */
const mostOfOne = 1000;

/** What can be written at a place: fields, values, and the names that they refer to; nothing in comments and prose. */
export function complete(
  manifest: Manifest,
  position: Position,
  settings: Settings,
  workspace: () => Workspace,
): CompletionItem[] {
  if (manifest.isTemplate) return [];
  const at = manifest.document.offsetAt(position);
  const placed = chunkAt(manifest, at);
  if (!placed) return [];
  const offset = at - placed.offset;
  const names = variables(manifest, placed, offset);
  if (names.length > 0) return names;
  const context = { settings, workspace, chunk: placed.chunk };
  const cursor = cursorAt(placed.chunk, offset);
  const expected = cursor && expectedAt(cursor, settings.minor);
  if (!expected) return [];
  const all = [listAbove(cursor, expected), expected].filter((each) => each !== undefined);
  return all.flatMap((each, index) => {
    const suggestions = providers.flatMap((provide) => provide(cursor, each, context));
    return suggestions.flatMap((suggestion) => {
      const rank = (suggestion.rank ?? 0) + index * mostOfOne;
      return itemOf({ ...suggestion, rank }, cursor, manifest, placed) ?? [];
    });
  });
}

/** Adds the documentation to an item that the user looks at. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const value = item.data && describe(item.data);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}
