import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../../schema/object.ts';
import { stringOf } from '../../../yaml/index.ts';
import { code } from '../../markdown.ts';
import type { TokenPlace } from '../../place.ts';

/**
 * How many pods a percentage is. Facts: ResolveFenceposts of Deployments, getStatefulSetMaxUnavailable (which rounds down,
 * whatever the comment on the field says), UnavailableCount and SurgeCount of DaemonSets.
 */
export function percentMeaning({ object, name, token }: TokenPlace): string | undefined {
  const percent = stringOf(token) ?? '';
  const replicas = object.root.object('spec')?.integer('replicas');
  if (replicas === undefined) {
    return /^\d+%$/.test(percent)
      ? l10n.t('{0} of the nodes that are to run the pod, rounded up.', code(percent))
      : undefined;
  }
  const exact = podsOf(percent, replicas);
  if (exact === undefined) return undefined;
  const roundsDown = name === 'maxUnavailable';
  const pods = roundsDown ? Math.floor(exact) : Math.ceil(exact);
  const least = roundsDown && replicas > 0 && isLeastOne(object, replicas) ? 1 : 0;
  const whole = replicas === 1 ? l10n.t('1 replica') : l10n.t('{0} replicas', replicas);
  if (pods < least) return l10n.t('{0} of {1}, but at least one: {2}.', code(percent), whole, countText(least));
  if (Number.isInteger(exact)) return l10n.t('{0} of {1}: {2}.', code(percent), whole, countText(pods));
  return roundsDown
    ? l10n.t('{0} of {1}, rounded down: {2}.', code(percent), whole, countText(pods))
    : l10n.t('{0} of {1}, rounded up: {2}.', code(percent), whole, countText(pods));
}

function countText(pods: number): string {
  return pods === 1 ? l10n.t('**1 pod**') : l10n.t('**{0} pods**', pods);
}

/** A percentage of the replicas, not yet rounded. */
function podsOf(percent: string, replicas: number): number | undefined {
  const [, digits] = /^(\d+)%$/.exec(percent) ?? [];
  return digits === undefined ? undefined : (replicas * Number(digits)) / 100;
}

/** Whether one pod may be unavailable in any case: always in a StatefulSet, in a Deployment where none is added first. */
function isLeastOne(object: ApiObject, replicas: number): boolean {
  if (object.type !== 'apps/v1.RollingUpdateDeployment') return true;
  return (object.integer('maxSurge') ?? podsOf(object.string('maxSurge') ?? '', replicas)) === 0;
}
