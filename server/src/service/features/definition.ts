import type { Location, Position } from 'vscode-languageserver-types';
import type { Manifest } from './manifest.ts';
import { locationsOf, mentionsAt, placedFacts } from './mentions.ts';
import { sameThings } from './sameThings.ts';
import type { Workspace } from './workspace.ts';

/** Where what is named at a position gets its name, in this file or in another; none where nothing defines it. */
export function definition(manifest: Manifest, position: Position, workspace: Workspace): Location[] {
  const docs = placedFacts(manifest);
  const named = mentionsAt(docs, position);
  if (named.length === 0) return [];
  const all = sameThings([...docs, ...workspace.besides(manifest.document.uri)], named);
  return locationsOf(all.filter(({ mention }) => mention.role === 'definition'));
}
