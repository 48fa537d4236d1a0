import * as l10n from '@vscode/l10n';
import { type Editor, moveItem } from '../../fixes/index.ts';
import type { Container } from '../../model/index.ts';
import { pairOf } from '../../yaml/index.ts';
import { type Fix, suggestion } from '../rule.ts';

/** The edits that give a container `restartPolicy: Always`. */
export function alwaysRestarted({ node }: Container, editor: Editor) {
  const policy = pairOf(node, 'restartPolicy');
  return policy
    ? editor.replaceNode(policy.value, 'Always')
    : editor.insertPair(node, 'restartPolicy', 'Always', ['name', 'image']);
}

/** Fields of a container that an init container cannot have in every Kubernetes version. */
const notOfInit = ['resizePolicy', 'restartPolicyRules'];

/** The fix that makes a native sidecar of an app container; none where something would be lost. */
export function nativeSidecarFix(container: Container, editor: Editor): Fix[] {
  const { node, index } = container;
  const list = node.parent;
  if (list?.kind !== 'seq' || notOfInit.some((name) => pairOf(node, name))) return [];
  const edits = moveItem(editor, list, index, 'initContainers', alwaysRestarted(container, editor));
  return edits ? [suggestion(l10n.t('Make it a sidecar (initContainers, restartPolicy: Always)'), edits)] : [];
}
