import * as l10n from '@vscode/l10n';
import { type ChunkEdit, type Editor, isShared, moveItem } from '../../fixes/index.ts';
import { type Container, type ContainerRole, titleOf } from '../../model/index.ts';
import { whileRunning } from '../../schema/overlay/containers.ts';
import { pairOf, stringOf } from '../../yaml/index.ts';
import type { RefactorContext, Refactoring } from './refactoring.ts';

type Role = Exclude<ContainerRole, 'ephemeral'>;

/** Makes the container at the cursor one of another role: of the app, an init container, a native sidecar. */
export function containerRoles({ container, field, editor }: RefactorContext): Refactoring[] {
  if (!container || field || container.role === 'ephemeral' || isShared(container.node)) return [];
  const roles: Role[] = ['app', 'init', 'sidecar'];
  return roles.filter((role) => role !== container.role).flatMap((role) => inRole(container, role, editor));
}

function inRole(container: Container, role: Role, editor: Editor): Refactoring[] {
  const { node, pod } = container;
  const list = node.parent;
  const isOwn = list?.kind === 'seq' && list.parent?.kind === 'pair' && list.parent.parent === pod.node;
  const isLast = container.role === 'app' && pod.containers.length === 1;
  if (!isOwn || isLast) return [];
  // the API server refuses rules beside `Always` and without a policy, and a restart on resize of what runs once
  if (pairOf(node, 'restartPolicyRules') && [role, container.role].includes('sidecar')) return [];
  if (pairOf(node, 'resizePolicy') && role === 'init') return [];
  const dropped = role === 'init' ? whileRunning.filter((field) => pairOf(node, field)) : [];
  const changes = changesFor(container, role, dropped, editor);
  const target = role === 'app' ? 'containers' : 'initContainers';
  const stays = target === container.list;
  const edits = changes && (stays ? changes : moveItem(editor, list, list.items.indexOf(node), target, changes));
  return edits
    ? [{ title: titleFor(container, role, dropped), kind: stays ? 'refactor.rewrite' : 'refactor.move', edits }]
    : [];
}

/** What has to change in a container itself; undefined where some of it is written elsewhere. */
function changesFor(
  { node }: Container,
  role: Role,
  dropped: readonly string[],
  editor: Editor,
): ChunkEdit[] | undefined {
  const policy = pairOf(node, 'restartPolicy');
  const isAlways = stringOf(policy?.value) === 'Always';
  const removed = [
    ...dropped.map((field) => pairOf(node, field)),
    role !== 'sidecar' && isAlways ? policy : undefined,
  ].filter((pair) => pair !== undefined);
  if ([...removed, policy].some((pair) => pair && pair.parent !== node)) return undefined;
  const edits = editor.removePairs(removed);
  if (role === 'sidecar' && !isAlways) {
    edits.push(
      ...(policy
        ? editor.replaceNode(policy.value, 'Always')
        : editor.insertPair(node, 'restartPolicy', 'Always', ['name', 'image'])),
    );
  }
  return edits;
}

function titleFor(container: Container, role: Role, dropped: readonly string[]): string {
  const name = titleOf(container);
  if (role === 'app') return l10n.t('Make {0} an app container', name);
  if (role === 'sidecar') return l10n.t('Make {0} a native sidecar', name);
  return dropped.length > 0
    ? l10n.t('Make {0} an init container, without its {1}', name, dropped.join(', '))
    : l10n.t('Make {0} an init container', name);
}
