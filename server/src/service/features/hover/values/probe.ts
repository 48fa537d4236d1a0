import * as l10n from '@vscode/l10n';
import { duration } from '../../../rules/describe.ts';
import type { ApiObject } from '../../../schema/object.ts';

/** When a probe asks, after which time without success it gives up, and what follows. */
export function probeReading(probe: ApiObject): string | undefined {
  const [period, failures, delay] = ['periodSeconds', 'failureThreshold', 'initialDelaySeconds'].map((name) =>
    probe.integer(name),
  );
  if (!period || !failures) return undefined;
  const asks = delay
    ? l10n.t('Asks every {0}, the first time {1} after the start.', duration(period), duration(delay))
    : l10n.t('Asks every {0}.', duration(period));
  const end = endText(probe, period * failures, failures, delay ?? 0);
  return end && `${asks} ${end}`;
}

function endText(probe: ApiObject, seconds: number, failures: number, delay: number): string | undefined {
  const sum = duration(seconds);
  const isRestarted = restartPolicyOf(probe) !== 'Never';
  switch (probe.field) {
    case 'livenessProbe':
      return isRestarted
        ? l10n.t('**The container is restarted after about {0} of failures** ({1} in a row).', sum, failures)
        : l10n.t('**The container is killed after about {0} of failures** ({1} in a row).', sum, failures);
    case 'readinessProbe':
      return l10n.t(
        '**No Service leads to the pod after about {0} of failures** ({1} in a row), until it succeeds again.',
        sum,
        failures,
      );
    case 'startupProbe': {
      const time = duration(delay + seconds);
      return isRestarted
        ? l10n.t(
            '**The container has about {0} to start**, else it is restarted; until then the other probes wait.',
            time,
          )
        : l10n.t(
            '**The container has about {0} to start**, else it is killed; until then the other probes wait.',
            time,
          );
    }
    default:
      return undefined;
  }
}

/** That of the container, else that of the pod. */
function restartPolicyOf(probe: ApiObject): string | undefined {
  return probe.parent?.string('restartPolicy') || probe.around('core/v1.PodSpec')?.string('restartPolicy');
}
