import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import {
  type Container,
  containersOf,
  imageName,
  isPlainImage,
  keyOrStart,
  programOf,
  runTime,
  titleOf,
  waitsForInput,
} from '../../model/index.ts';
import { pairOf, stringOf, valueAt } from '../../yaml/index.ts';
import { isMistaken } from '../mistaken.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import { runningField } from './running.ts';

export default defineRule<Container>({
  code: 'container-exits-at-once',
  severity: 'warning',
  whole: true,
  check({ pod, findings }, report) {
    // a command that is meant for a container, but stands beside it
    const beside = findings.filter(({ path }) => !/[cC]ontainers\[/.test(path));
    const isMisread = (name: string, container: Container) =>
      isMistaken(name, findings, container.path) || isMistaken(name, beside, container.pod.path);
    for (const container of pod ? containersOf(pod) : []) {
      if (!isKeptRunning(container)) continue;
      if (['command', 'args'].some((name) => isMisread(name, container))) continue;
      const place = hasCommand(container) ? ownPlace(container) : imagePlace(container);
      if (place) report({ ...place, data: container });
    }
  },
  fix({ data: container }, editor) {
    return hasCommand(container) ? runOnceFix(container, editor) : [addCommandFix(container, editor)];
  },
});

/** A command of which every program ends at once: `echo hello`. */
function ownPlace(container: Container) {
  const { atLeast, exact } = runTime(container);
  if (atLeast > 0 || !exact || waitsForInput(container)) return undefined;
  const { script } = programOf(container);
  // script-background-only tells of what is left running
  if (!script || script.some(({ kind }) => kind === 'background')) return undefined;
  return {
    ...runningField(container),
    message: l10n.t(
      'Container `{0}` exits at once and is restarted each time: `CrashLoopBackOff` ("Back-off restarting failed container"). Keep it running, or run it once: as a Job, or as a Pod with `restartPolicy: OnFailure`.',
      titleOf(container),
    ),
  };
}

/** An image that runs nothing but a shell. */
function imagePlace(container: Container) {
  const { node, image, path } = container;
  if (!isPlainImage(image) || waitsForInput(container)) return undefined;
  return {
    node: valueAt(node, 'image') ?? keyOrStart(node, 'image'),
    path: `${path}.command`,
    message: l10n.t(
      'Without a command `{0}` starts a shell that has no input, so it exits at once: `CrashLoopBackOff` ("Back-off restarting failed container"). Give it a command that keeps running, such as `["sleep", "1000"]`.',
      imageName(image) ?? '',
    ),
  };
}

function addCommandFix({ node }: Container, editor: Editor): Fix {
  const command = pairOf(node, 'command');
  const words = ['sleep', '1000'];
  const edits = command
    ? editor.replaceNode(command.value, words)
    : node.flow
      ? editor.insertPair(node, 'command', words)
      : editor.insertLines(node, [`command: ${editor.flowList(words)}`], ['name', 'image']);
  return suggestion(l10n.t('Add command: {0}', '["sleep", "1000"]'), edits);
}

/** A Pod whose only container ends is one that is to run once. */
function runOnceFix({ pod, role }: Container, editor: Editor): Fix[] {
  if (role !== 'app' || pod.workload.likelyKind !== 'Pod' || pod.containers.length > 1) return [];
  const policy = pairOf(pod.node, 'restartPolicy');
  const edits = policy
    ? editor.replaceNode(policy.value, 'OnFailure')
    : editor.insertPair(pod.node, 'restartPolicy', 'OnFailure');
  return [suggestion(l10n.t('Run it once (restartPolicy: OnFailure)'), edits)];
}

/** Whether the kubelet starts the container again when it has ended well. */
export function isKeptRunning({ role, node, pod }: Container): boolean {
  if (role === 'sidecar') return true;
  if (role !== 'app') return false;
  const own = stringOf(valueAt(node, 'restartPolicy'));
  return (own ?? pod.restartPolicy) === 'Always' && !['Job', 'CronJob'].includes(pod.workload.likelyKind);
}

function hasCommand({ node }: Container): boolean {
  return ['command', 'args'].some((key) => {
    const value = valueAt(node, key);
    return value !== undefined && !(value.kind === 'seq' && value.items.length === 0);
  });
}
