import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import type { Writable } from '../../yaml/index.ts';
import { type Fix, suggestion } from '../rule.ts';

/** Puts sources that every level allows in place of a volume's own. */
export function replaceSource(volume: ApiObject, source: string, editor: Editor): Fix[] {
  const pair = volume.pair(source);
  if (!pair) return [];
  const replaceBy = (name: string, value: Writable): Fix =>
    suggestion(l10n.t('Change to {0}', name), [
      ...editor.renameKey(pair, name),
      ...editor.replaceNode(pair.value, value),
    ]);
  const claimName = volume.string('name');
  const claim = claimName ? [replaceBy('persistentVolumeClaim', { claimName })] : [];
  const empty = replaceBy('emptyDir', {});
  // what a node or a repository holds is scratch space or reading matter, what a server holds is data
  return ['hostPath', 'gitRepo'].includes(source) ? [empty, ...claim] : [...claim, empty];
}
