import * as l10n from '@vscode/l10n';
import { duration } from '../../../rules/describe.ts';
import type { ApiObject } from '../../../schema/object.ts';

/** When a probe asks, and after which time without success it gives up, and what follows. */
export function probeReading(probe: ApiObject): string | undefined {
  const [period, failures, delay] = ['periodSeconds', 'failureThreshold', 'initialDelaySeconds'].map((name) =>
    probe.integer(name),
  );
  if (!period || !failures) return undefined;
  const first = delay
    ? l10n.t('Asks every {0}, first {1} after the start.', duration(period), duration(delay))
    : l10n.t('Asks every {0}.', duration(period));
  const sum = duration(period * failures);
  switch (probe.field) {
    case 'livenessProbe':
      return `${first} ${l10n.t('**The container is restarted after about {0} of failures** ({1} in a row).', sum, failures)}`;
    case 'readinessProbe':
      return `${first} ${l10n.t('**No traffic reaches the pod after about {0} of failures** ({1} in a row), until it succeeds again.', sum, failures)}`;
    case 'startupProbe':
      return `${first} ${l10n.t('**The container has about {0} to start**, else it is restarted; until then the other probes wait.', duration((delay ?? 0) + period * failures))}`;
    default:
      return undefined;
  }
}
