import * as l10n from '@vscode/l10n';
import { isOn } from '../../schema/gates.ts';
import type { ApiObject } from '../../schema/object.ts';
import { duration } from '../describe.ts';
import { changeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Data {
  sleep: ApiObject;
  pod: ApiObject;
  seconds: number;
  grace: number;
}

const usualGrace = 30;

/** validateSleepAction. */
export default defineRule<Data>({
  code: 'sleep-too-long',
  severity: 'error',
  check({ objects, minor }, report) {
    const least = isOn('PodLifecycleSleepActionAllowZero', minor) ? 0 : 1;
    for (const sleep of objects.of('core/v1.SleepAction')) {
      const pod = sleep.around('core/v1.PodSpec');
      const seconds = sleep.has('seconds') ? sleep.integer('seconds') : 0;
      const grace = pod && gracePeriod(pod);
      if (!pod || seconds === undefined || grace === undefined || (seconds >= least && seconds <= grace)) continue;
      report({
        node: sleep.valueOf('seconds'),
        path: sleep.path,
        message: seconds > grace ? tooLong(seconds, grace) : tooShort(seconds, least, minor),
        server: [`Invalid value: ${seconds}: ${words(grace, minor)}`],
        data: { sleep, pod, seconds, grace },
      });
    }
  },
  fix({ data: { sleep, pod, seconds, grace } }, editor) {
    const change = (to: number) => (sleep.pair('seconds') ? [changeFix(sleep, 'seconds', to, editor)] : []);
    const raise = setFix(pod, 'terminationGracePeriodSeconds', seconds + usualGrace, editor);
    if (seconds > grace) return [raise, ...(grace > 0 ? change(grace) : [])];
    return seconds < 0 && -seconds <= grace ? change(-seconds) : grace > 0 ? change(1) : [];
  },
});

/** The seconds that a pod has to end; undefined where no number is written. */
function gracePeriod(pod: ApiObject): number | undefined {
  const seconds = pod.integer('terminationGracePeriodSeconds');
  const isForced = seconds !== undefined && seconds < 0 && pod.root.type === 'core/v1.Pod';
  return isForced ? 1 : seconds;
}

function tooLong(seconds: number, grace: number): string {
  return l10n.t(
    'The hook sleeps for {0}, but the pod is killed after {1}: the API server refuses it. Shorten the sleep, or raise `terminationGracePeriodSeconds`.',
    duration(seconds),
    duration(grace),
  );
}

function tooShort(seconds: number, least: number, minor: number): string {
  return least === 1 && seconds === 0
    ? l10n.t(
        'The hook sleeps for 0 seconds, which is allowed from Kubernetes 1.33 on: the API server of 1.{0} refuses it. Write 1 or more.',
        minor,
      )
    : l10n.t('The hook sleeps for {0} seconds, but the API server accepts {1} or more. Change it.', seconds, least);
}

function words(grace: number, minor: number): string {
  if (minor >= 33) return `must be non-negative and less than terminationGracePeriodSeconds (${grace})`;
  const hint = minor === 32 ? '. Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.' : '';
  return `must be greater than 0 and less than terminationGracePeriodSeconds (${grace})${hint}`;
}
