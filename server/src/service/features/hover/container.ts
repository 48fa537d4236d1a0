import * as l10n from '@vscode/l10n';
import { type Container, helperOf, type PodSpec, runTime } from '../../model/index.ts';
import { duration } from '../../rules/describe.ts';
import { valueAt } from '../../yaml/index.ts';
import { bullets, code, link, listed, named, paragraphs } from '../markdown.ts';
import { does } from './does.ts';

/** A container: its role, the pattern it follows, what starts before and after it. */
export function describeContainer(container: Container): string {
  const image = container.image === undefined ? '' : ` — ${code(container.image)}`;
  return paragraphs(
    `**${named(container)}**: ${roleText(container)}${image}`,
    helperText(container),
    container.role === 'init' ? l10n.t('It {0}.', does(container)) : undefined,
    bullets(orderText(container)),
    pageOf(container),
  );
}

/** A container's role in words: `init container 2 of 3`. */
export function roleText(container: Container): string {
  const { role, pod } = container;
  if (role === 'sidecar') return l10n.t('native sidecar');
  if (role === 'ephemeral') return l10n.t('ephemeral container');
  const all = (role === 'init' ? pod.initContainers : pod.containers).filter((other) => other.role === role);
  const [place, count] = [all.indexOf(container) + 1, all.length];
  if (role === 'init')
    return count === 1 ? l10n.t('init container') : l10n.t('init container {0} of {1}', place, count);
  return count === 1 ? l10n.t('app container') : l10n.t('app container {0} of {1}', place, count);
}

/** The pattern that a container follows and how it is wired; undefined where it shows none. */
function helperText(container: Container): string | undefined {
  const helper = helperOf(container);
  if (!helper) return undefined;
  const app = named(helper.app);
  if (helper.pattern === 'ambassador') {
    const address = code(`localhost:${helper.port}`);
    return helper.variable === undefined
      ? l10n.t('**Ambassador**: a proxy; {0} reaches what is outside the pod through {1}.', app, address)
      : l10n.t(
          '**Ambassador**: a proxy; {0} reaches what is outside the pod through {1} ({2}).',
          app,
          address,
          code(helper.variable),
        );
  }
  if (helper.pattern === 'adapter') {
    return helper.volume === undefined
      ? l10n.t('**Adapter**: turns what {0} offers into another form, such as metrics.', app)
      : l10n.t(
          '**Adapter**: reads what {0} writes to volume {1} and turns it into another form.',
          app,
          code(helper.volume),
        );
  }
  return helper.reads
    ? l10n.t('**Sidecar**: reads what {0} writes to volume {1}.', app, code(helper.volume))
    : l10n.t('**Sidecar**: writes to volume {0} what {1} reads.', code(helper.volume), app);
}

function orderText(container: Container): string[] {
  switch (container.role) {
    case 'app':
      return appOrder(container);
    case 'ephemeral':
      return [
        l10n.t('Joins a pod that runs already, to debug it. It is never restarted and has no ports and no probes.'),
      ];
    default:
      return [startText(container), ...endText(container)];
  }
}

function appOrder({ pod }: Container): string[] {
  const inits = pod.initContainers.filter(({ role }) => role === 'init').map(named);
  const sidecars = pod.initContainers.filter(({ role }) => role === 'sidecar').map(named);
  const first = [
    ...(inits.length > 0 ? [l10n.t('Starts after {0} succeeded.', listed(inits))] : []),
    ...(sidecars.length > 0
      ? [l10n.t('Starts after {0} started; native sidecars are stopped after the app.', listed(sidecars))]
      : []),
  ];
  return pod.containers.length > 1
    ? [...first, l10n.t('The app containers start together: none waits for another to be ready.')]
    : first;
}

function startText(container: Container): string {
  const before = container.pod.initContainers[container.pod.initContainers.indexOf(container) - 1];
  if (!before) return l10n.t('Starts first.');
  if (before.role === 'init') return l10n.t('Starts when {0} succeeded.', named(before));
  return valueAt(before.node, 'startupProbe')
    ? l10n.t('Starts when the startupProbe of {0} succeeded.', named(before))
    : l10n.t('Starts as soon as {0} runs.', named(before));
}

function endText(container: Container): string[] {
  const { pod, node, role } = container;
  const next = pod.initContainers[pod.initContainers.indexOf(container) + 1];
  const what = next ? named(next) : appNames(pod);
  if (role === 'sidecar') {
    const isJob = ['Job', 'CronJob'].includes(pod.workload.likelyKind);
    return [
      l10n.t('Keeps running beside the app, is always restarted, and is stopped after the app containers.'),
      ...(isJob ? [l10n.t('Does not keep the Job from completing.')] : []),
      valueAt(node, 'startupProbe')
        ? l10n.t('Followed by {0}, when its startupProbe succeeded.', what)
        : l10n.t('Followed by {0}, as soon as it runs.', what),
    ];
  }
  const { atLeast, endless } = runTime(container);
  if (endless) return [l10n.t('**Never ends on its own**, so this never starts: {0}.', what)];
  const takes = atLeast > 0 ? [l10n.t('Takes at least {0}.', duration(atLeast))] : [];
  return [...takes, l10n.t('Followed by {0}, when it succeeded.', what)];
}

/** The app containers by name, or in words where they are many or none. */
export function appNames({ containers }: PodSpec): string {
  if (containers.length === 0) return l10n.t('the app');
  return containers.length > 2 ? l10n.t('the {0} app containers', containers.length) : listed(containers.map(named));
}

function pageOf(container: Container): string {
  switch (container.role) {
    case 'init':
      return link(l10n.t('Init containers'), 'concepts/workloads/pods/init-containers/');
    case 'sidecar':
      return link(l10n.t('Sidecar containers'), 'concepts/workloads/pods/sidecar-containers/');
    case 'ephemeral':
      return link(l10n.t('Ephemeral containers'), 'concepts/workloads/pods/ephemeral-containers/');
    default:
      return link(
        l10n.t('How pods manage multiple containers'),
        'concepts/workloads/pods/#how-pods-manage-multiple-containers',
      );
  }
}
