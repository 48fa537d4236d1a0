import * as l10n from '@vscode/l10n';
import { type Container, containersOf, imageName, isPlainImage, keyOrStart } from '../../model/index.ts';
import { booleanOf, pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<Container>({
  code: 'container-exits-at-once',
  severity: 'warning',
  check({ pod, findings }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      if (!isPlainImage(container.image) || !isKeptRunning(container) || hasCommand(container)) continue;
      if (['command', 'args'].some((name) => isMistaken(name, findings, container.path))) continue;
      report({
        node: valueAt(container.node, 'image') ?? keyOrStart(container.node, 'image'),
        path: `${container.path}.command`,
        message: l10n.t(
          '`{0}` without a command ends at once, as nobody types into its shell, so the container goes to `CrashLoopBackOff` ("Back-off restarting failed container"). Give it a command that keeps running, such as `["sleep", "1000"]`.',
          imageName(container.image) ?? '',
        ),
        data: container,
      });
    }
  },
  fix({ data: { node } }, editor) {
    const command = pairOf(node, 'command');
    const words = ['sleep', '1000'];
    const edits = command
      ? editor.replaceNode(command.value, words)
      : node.flow
        ? editor.insertPair(node, 'command', words)
        : editor.insertLines(node, [`command: ${editor.flowList(words)}`], ['name', 'image']);
    return [suggestion(l10n.t('Add command: {0}', '["sleep", "1000"]'), edits)];
  },
});

/** Whether the kubelet starts the container again when it has ended well. */
function isKeptRunning({ role, node, pod }: Container): boolean {
  if (role === 'sidecar') return true;
  if (role !== 'app') return false;
  const own = stringOf(valueAt(node, 'restartPolicy'));
  return (own ?? pod.restartPolicy) === 'Always' && !['Job', 'CronJob'].includes(pod.workload.likelyKind);
}

/** A shell with an open standard input waits for input instead of ending. */
function hasCommand({ node }: Container): boolean {
  const hasInput = booleanOf(valueAt(node, 'stdin')) ?? false;
  const hasWords = ['command', 'args'].some((key) => {
    const value = valueAt(node, key);
    return value !== undefined && !(value.kind === 'seq' && value.items.length === 0);
  });
  return hasInput || hasWords;
}
