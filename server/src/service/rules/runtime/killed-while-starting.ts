import * as l10n from '@vscode/l10n';
import { type Container, containersOf, portsOf, startDelay } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { duration } from '../describe.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Data {
  probe: ApiObject;
  delay: number;
}

export default defineRule<Data>({
  code: 'killed-while-starting',
  severity: 'warning',
  whole: true,
  check({ pod, objects }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      const object = objects.get(container.node);
      // liveness is not asked for before the startup probe has succeeded
      const probe = object?.object('startupProbe') ?? object?.object('livenessProbe');
      if (!probe || !asksServerOf(container, probe)) continue;
      const delay = startDelay(container);
      const patience = patienceOf(probe);
      if (patience === undefined || delay === 0 || delay < patience) continue;
      report({
        node: probe.key,
        path: probe.path,
        message: l10n.t(
          'The script sleeps for {0} before it starts its server, but this probe makes the kubelet restart the container after {1} without an answer, again and again. Raise `initialDelaySeconds`, or shorten the sleep.',
          duration(delay),
          duration(patience),
        ),
        data: { probe, delay },
      });
    }
  },
  fix({ data: { probe, delay } }, editor) {
    return [setFix(probe, 'initialDelaySeconds', Math.ceil(delay), editor)];
  },
});

/** The most seconds from the start of the container to the last failure that the kubelet puts up with. */
function patienceOf(probe: ApiObject): number | undefined {
  const [delay = 0, period, threshold] = ['initialDelaySeconds', 'periodSeconds', 'failureThreshold'].map((name) =>
    probe.integer(name),
  );
  return period === undefined || threshold === undefined ? undefined : delay + period * threshold;
}

/** Whether a probe asks for a port of this container, on which no other container of the pod listens. */
function asksServerOf(container: Container, probe: ApiObject): boolean {
  const action = probe.object('httpGet') ?? probe.object('tcpSocket') ?? probe.object('grpc');
  if (!action || (action.type !== 'core/v1.GRPCAction' && action.has('host'))) return false;
  const port = action.integer('port');
  const others = containersOf(container.pod).filter((other) => other !== container);
  return !others.some((other) => portsOf(other).some((own) => own.port === port));
}
