import type { Location, Position } from 'vscode-languageserver-types';
import type { Manifest } from './manifest.ts';
import { locationsOf, mentionsAt } from './mentions.ts';
import { sameThings } from './sameThings.ts';
import type { Workspace } from './workspace.ts';

/**
 * Where what is named at a position is used, in this file and in others.
 * @param includeDeclaration whether where it gets its name counts as well
 */
export function references(
  manifest: Manifest,
  position: Position,
  workspace: Workspace,
  includeDeclaration: boolean,
): Location[] {
  const named = sameThings(workspace.around(manifest), mentionsAt(manifest, position));
  return locationsOf(named.filter(({ mention }) => includeDeclaration || mention.role === 'use'));
}
