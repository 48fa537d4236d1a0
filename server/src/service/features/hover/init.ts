import * as l10n from '@vscode/l10n';
import { type Container, earliestStart, type PodSpec } from '../../model/index.ts';
import { duration } from '../../rules/describe.ts';
import { integerOf, valueAt } from '../../yaml/index.ts';
import { limited, link, named, paragraphs } from '../markdown.ts';
import { appNames } from './container.ts';
import { does } from './does.ts';

/** The init containers of a pod: their order, what each does, when the app starts, and what a failure means. */
export function describeInitContainers(pod: PodSpec): string {
  if (pod.initContainers.length === 0) return paragraphs(l10n.t('No init container yet.'), page());
  const steps = pod.initContainers.map(
    (container, index) => `${index + 1}. ${named(container)}: ${stepText(container)}`,
  );
  return paragraphs(
    l10n.t('**Before the app**, one after the other:'),
    limited(steps).join('\n'),
    startText(pod),
    pod.initContainers.some(({ role }) => role === 'init') ? failureText(pod) : undefined,
    page(),
  );
}

function stepText(container: Container): string {
  if (container.role !== 'sidecar') return does(container);
  return valueAt(container.node, 'startupProbe')
    ? l10n.t('native sidecar, keeps running; the next one waits only for its startupProbe')
    : l10n.t('native sidecar, keeps running; the next one does not wait');
}

function startText(pod: PodSpec): string {
  const { atLeast, exact, endlessAt } = earliestStart(pod);
  const app = appNames(pod);
  if (endlessAt) {
    return l10n.t(
      '**Start of {0}**: never, because {1} does not end on its own. Give it `restartPolicy: Always` to make it a native sidecar, or move it to `containers`.',
      app,
      named(endlessAt),
    );
  }
  if (atLeast > 0) return l10n.t('**Start of {0}**: after at least {1}.', app, duration(atLeast));
  return exact
    ? l10n.t('**Start of {0}**: at once, nothing here takes long.', app)
    : l10n.t('**Start of {0}**: when all of this has succeeded.', app);
}

function failureText(pod: PodSpec): string {
  const { likelyKind, root } = pod.workload;
  const isJob = likelyKind === 'Job' || likelyKind === 'CronJob';
  const job = likelyKind === 'CronJob' ? valueAt(root, 'spec', 'jobTemplate') : root;
  const limit = integerOf(valueAt(job, 'spec', 'backoffLimit')) ?? 6;
  if (pod.restartPolicy === 'Never') {
    return isJob
      ? l10n.t(
          '**If one fails**: the pod fails (`restartPolicy: Never`) and the Job starts a new pod, at most {0} times (`backoffLimit`).',
          limit,
        )
      : l10n.t('**If one fails**: the pod fails (`restartPolicy: Never`), `Init:Error`, and the app never starts.');
  }
  const retry = l10n.t(
    '**If one fails**: the kubelet starts it again, after 10 s, 20 s, 40 s … up to 5 minutes, until it succeeds (`Init:CrashLoopBackOff`).',
  );
  return isJob ? `${retry} ${l10n.t('After {0} retries the Job fails (`backoffLimit`).', limit)}` : retry;
}

function page(): string {
  return link(l10n.t('Init containers'), 'concepts/workloads/pods/init-containers/');
}
