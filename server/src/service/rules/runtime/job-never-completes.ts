import * as l10n from '@vscode/l10n';
import { type Container, commandsIn, type PodSpec, programOf, runTime, titleOf } from '../../model/index.ts';
import { booleanOf, valueAt } from '../../yaml/index.ts';
import { defineRule } from '../rule.ts';
import { nativeSidecarFix } from './native-sidecar.ts';
import { runningField } from './running.ts';

/** A pod of a Job has succeeded when all of its containers have; native sidecars are ended then. */
export default defineRule<Container>({
  code: 'job-never-completes',
  severity: 'warning',
  whole: true,
  check({ pod, workload }, report) {
    if (!pod || !['Job', 'CronJob'].includes(workload.likelyKind) || workload.template || canBeEnded(pod)) return;
    const endless = pod.containers.filter((container) => runTime(container).endless);
    const isBeside = endless.length < pod.containers.length;
    for (const container of endless) {
      report({ ...runningField(container), message: explain(container, isBeside), data: container });
    }
  },
  fix({ data: container }, editor) {
    const { containers } = container.pod;
    const isBeside = containers.some((other) => !runTime(other).endless);
    return isBeside ? nativeSidecarFix(container, editor) : [];
  },
});

function explain(container: Container, isBeside: boolean): string {
  return isBeside
    ? l10n.t(
        'Container `{0}` never ends, and a Job waits for all of its `containers`, so it never completes. Make it a sidecar, which is stopped when the others have ended: move it to `initContainers` and add `restartPolicy: Always`.',
        titleOf(container),
      )
    : l10n.t(
        'Container `{0}` never ends, so the Job never completes. Let it end, or use a Deployment for what keeps running.',
        titleOf(container),
      );
}

/** Whether one container may end another: it sees its processes, or asks it to quit. */
function canBeEnded(pod: PodSpec): boolean {
  if (booleanOf(valueAt(pod.node, 'shareProcessNamespace')) === true) return true;
  return pod.containers.some((container) => {
    const { argv, script } = programOf(container);
    const words = [...argv, ...commandsIn(script ?? []).flatMap(({ words }) => words)];
    return words.some((word) => /quit|shutdown|terminate|\bexit\b.*localhost|\/exit\b|\/stop\b/i.test(word));
  });
}
