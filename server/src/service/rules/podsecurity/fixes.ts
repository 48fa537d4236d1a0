import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair, Writable } from '../../yaml/index.ts';
import { type Fix, type Problem, suggestion } from '../rule.ts';
import type { Item } from './control.ts';

/** Sets booleans that are true to false: one that is told, and those that the API server refuses without it. */
export function falseFix({ data: pairs }: Problem<readonly Pair[]>, editor: Editor): Fix[] {
  const values = new Set(pairs.map(({ value }) => value));
  const edits = [...values].flatMap((value) => editor.replaceNode(value, false));
  const title = values.size > 1 ? l10n.t('Change all to {0}', 'false') : l10n.t('Change to {0}', 'false');
  return edits.length > 0 ? [suggestion(title, edits)] : [];
}

/** Takes a field out, and what is empty without it. */
export function pruneFix(pair: Pair, editor: Editor): Fix {
  return suggestion(l10n.t('Remove {0}', pair.key.text), editor.prunePair(pair));
}

/** Writes the standard value, or takes the field out, or the object that has no sense without it. */
export function standardFixes(pair: Pair, standard: string, editor: Editor, whole: Pair = pair): Fix[] {
  return [
    suggestion(l10n.t('Change to {0}', standard), editor.replaceNode(pair.value, standard)),
    pruneFix(whole, editor),
  ];
}

/** Takes entries out of a list, all that are wrong or one of them, and the list where it is empty without. */
export function removeItemFixes(item: Item, wrong: readonly Item[], editor: Editor): Fix[] {
  const { text, list, index } = item;
  const every =
    wrong.length > 1 &&
    editor.pruneItems(
      list,
      wrong.map((each) => each.index),
    );
  const one = editor.pruneItems(list, [index]) ?? editor.removeItem(list, index);
  return [
    ...(every ? [suggestion(l10n.t('Remove all that are not allowed'), every)] : []),
    suggestion(l10n.t('Remove {0}', text), one),
  ];
}

/** Adds a field to the security context of the pod, where it counts for all, or to that of the container. */
export function addFix(
  pod: ApiObject,
  container: ApiObject,
  keys: readonly string[],
  value: Writable,
  editor: Editor,
): Fix[] {
  const add = (owner: ApiObject, title: string): Fix[] =>
    owner.node ? [suggestion(title, editor.setAt(owner.node, ['securityContext', ...keys], value))] : [];
  const [field = ''] = keys;
  return [
    ...add(pod, l10n.t('Add {0} for the pod', field)),
    ...add(container, l10n.t('Add {0} for the container', field)),
  ];
}
