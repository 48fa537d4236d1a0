import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { Manifest } from './manifest.ts';
import { distinct, mentionsAt, placedFacts, rangeOfMention } from './mentions.ts';
import { sameThings } from './sameThings.ts';

/** Where in the file the name at a position stands: written where it is given, read where it is used. */
export function highlights(manifest: Manifest, position: Position): DocumentHighlight[] {
  return distinct(sameThings(placedFacts(manifest), mentionsAt(manifest, position))).map((found) => ({
    range: rangeOfMention(found),
    kind: found.mention.role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
