import * as l10n from '@vscode/l10n';
import type { Editor } from '../fixes/index.ts';
import { nearest } from '../model/index.ts';
import type { ConcreteNode } from '../yaml/index.ts';
import { type Fix, suggestion } from './rule.ts';

/** The fixes that write a value that the field takes: those like the one that is written, and all where they are few. */
export function valueFixes(node: ConcreteNode, text: string, values: readonly string[], editor: Editor): Fix[] {
  const near = nearest(text, values);
  const few = values.length <= 4 ? values.filter((each) => each !== '' && !near.includes(each)) : [];
  return [...near, ...few].map((each) => suggestion(l10n.t('Change to {0}', each), editor.replaceNode(node, each)));
}
