import * as l10n from '@vscode/l10n';
import { isShared } from '../../fixes/index.ts';
import { titleOf } from '../../model/index.ts';
import { deref, pairOf, valueAt } from '../../yaml/index.ts';
import { fieldsBefore } from '../completion/order.ts';
import type { RefactorContext, Refactoring } from './refactoring.ts';

const usual = { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } };

/**
 * What the container at the cursor asks for and may use where it says nothing of it, and the memory that it may use where
 * it only says what it asks for. Where the pod as a whole has amounts, nobody but the user knows how to split them.
 */
export function addResources({ container, field = 'resources', pod, editor }: RefactorContext): Refactoring[] {
  if (!container || container.role === 'ephemeral' || field !== 'resources' || pairOf(pod.node, field)) return [];
  const { node } = container;
  const pair = pairOf(node, field);
  if (isShared(pair?.value ?? node)) return [];
  const kind = 'refactor.rewrite';
  if (!pair) {
    const title = l10n.t('Add resource requests and limits to {0}', titleOf(container));
    return [{ title, kind, edits: editor.insertPair(node, field, usual, fieldsBefore('core/v1.Container', field)) }];
  }
  const resources = deref(pair.value);
  const asked = valueAt(resources, 'requests', 'memory');
  if (resources?.kind !== 'map' || pairOf(resources, 'limits') || asked?.kind !== 'scalar') return [];
  const title = l10n.t('Add a memory limit to {0}', titleOf(container));
  return [{ title, kind, edits: editor.insertPair(resources, 'limits', { memory: asked.text }, ['requests']) }];
}
