import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import type { ApiObject } from '../../schema/object.ts';

/** Takes an object out of the list it is in; no edits where the list is an alias. */
export function removeEntry({ path, parent, field }: ApiObject, editor: Editor): ChunkEdit[] {
  const list = parent?.pair(field)?.value;
  const index = Number(/\[(\d+)\]$/.exec(path)?.[1]);
  return list?.kind === 'seq' ? editor.removeItem(list, index) : [];
}
