import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair } from '../../yaml/index.ts';
import { type Report, suggestion } from '../rule.ts';
import { type CheckedPod, defineControl, placeOf, securityContexts, setter } from './control.ts';
import { addFix } from './fixes.ts';

type Data = { kind: 'wrong'; pair: Pair | undefined } | { kind: 'missing'; pod: CheckedPod; container: ApiObject };

/** runAsNonRoot1_0, from Kubernetes 1.35 on runAsNonRoot1_35. */
export default defineControl<Data>({
  code: 'pod-security-run-as-non-root',
  level: 'restricted',
  check(pod, report) {
    if (pod.hasOwnUsers) return;
    checkWritten(pod, report);
    checkMissing(pod, report);
  },
  fix({ data }, editor) {
    if (data.kind === 'missing') return addFix(data.pod.spec, data.container, ['runAsNonRoot'], true, editor);
    const { pair } = data;
    return pair ? [suggestion(l10n.t('Change to {0}', 'true'), editor.replaceNode(pair.value, true))] : [];
  },
});

function checkWritten(pod: CheckedPod, report: (report: Report<Data>) => void): void {
  for (const { owner, security } of securityContexts(pod)) {
    if (security.boolean('runAsNonRoot') !== false) continue;
    report({
      ...placeOf(security, 'runAsNonRoot'),
      message: l10n.t(
        '`runAsNonRoot: false` lets containers run as root: a namespace that enforces `restricted` refuses such a pod. Set it to `true`.',
      ),
      server: [`runAsNonRoot != true (${setter(owner)} must not set securityContext.runAsNonRoot=false)`],
      data: { kind: 'wrong', pair: security.pair('runAsNonRoot') },
    });
  }
}

function checkMissing(pod: CheckedPod, report: (report: Report<Data>) => void): void {
  const { spec, containers } = pod;
  // a wrong one of the pod is told at the pod
  if (spec.object('securityContext')?.has('runAsNonRoot')) return;
  const keys = ['securityContext', 'runAsNonRoot'] as const;
  if (pod.isMistaken(spec, ...keys)) return;
  for (const container of containers) {
    if (container.object('securityContext')?.has('runAsNonRoot') || pod.isMistaken(container, ...keys)) continue;
    report({
      ...placeOf(container, ...keys),
      message: l10n.t(
        'Nothing keeps the container from running as root: a namespace that enforces `restricted` refuses such a pod. Add `runAsNonRoot: true`, for the pod or for the container.',
      ),
      server: [`runAsNonRoot != true (pod or ${setter(container)} must set securityContext.runAsNonRoot=true)`],
      data: { kind: 'missing', pod, container },
    });
  }
}
