import type { Location, Position } from 'vscode-languageserver-types';
import type { Manifest } from './manifest.ts';
import { locationsOf, mentionsAt } from './mentions.ts';
import { sameThings } from './sameThings.ts';
import type { Workspace } from './workspace.ts';

/** Where what is named at a position gets its name, in this file or in another; none where nothing defines it. */
export function definition(manifest: Manifest, position: Position, workspace: Workspace): Location[] {
  const named = sameThings(workspace.around(manifest), mentionsAt(manifest, position));
  return locationsOf(named.filter(({ mention }) => mention.role === 'definition'));
}
