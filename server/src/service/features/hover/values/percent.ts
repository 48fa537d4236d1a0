import * as l10n from '@vscode/l10n';
import { stringOf } from '../../../yaml/index.ts';
import type { TokenPlace } from '../../place.ts';
import { code } from '../markdown.ts';

/**
 * How many pods a percentage is. Facts: the comments on RollingUpdateDeployment, RollingUpdateDaemonSet and
 * RollingUpdateStatefulSetStrategy.
 */
export function percentMeaning({ object, name, token }: TokenPlace): string | undefined {
  const [, digits] = /^(\d+)%$/.exec(stringOf(token) ?? '') ?? [];
  if (digits === undefined) return undefined;
  const roundsDown = object.type === 'apps/v1.RollingUpdateDeployment' && name === 'maxUnavailable';
  const replicas = object.root.object('spec')?.integer('replicas');
  const percent = code(`${digits}%`);
  if (replicas === undefined) {
    return l10n.t('{0} of the nodes that are to run the pod, rounded up.', percent);
  }
  const exact = (replicas * Number(digits)) / 100;
  const pods = roundsDown ? Math.floor(exact) : Math.ceil(exact);
  const count = pods === 1 ? l10n.t('**1 pod**') : l10n.t('**{0} pods**', pods);
  if (Number.isInteger(exact)) return l10n.t('{0} of {1} replicas: {2}.', percent, replicas, count);
  return roundsDown
    ? l10n.t('{0} of {1} replicas, rounded down: {2}.', percent, replicas, count)
    : l10n.t('{0} of {1} replicas, rounded up: {2}.', percent, replicas, count);
}
