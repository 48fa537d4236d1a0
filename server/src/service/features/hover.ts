import type { Hover, Position } from 'vscode-languageserver-types';
import type { Manifest } from './manifest.ts';
import type { Settings } from './problems.ts';

/** What there is to know about the place the mouse rests on; undefined where we know nothing. */
export function hover(_manifest: Manifest, _position: Position, _settings: Settings): Hover | undefined {
  return undefined;
}
