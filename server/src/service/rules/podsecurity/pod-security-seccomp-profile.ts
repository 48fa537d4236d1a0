import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Report } from '../rule.ts';
import { type CheckedPod, defineControl, placeOf, securityContexts, setter } from './control.ts';
import { addFix, standardFixes } from './fixes.ts';

type Data =
  /** `needed` where it may not be missing either. */
  | { kind: 'wrong'; security: ApiObject; profile: ApiObject; needed: boolean }
  | { kind: 'missing'; pod: CheckedPod; container: ApiObject };

/** seccompProfileBaseline_1_19, and seccompProfileRestricted_1_25, which takes its place. */
export default defineControl<Data>({
  code: 'pod-security-seccomp-profile',
  level: 'baseline',
  check(pod, report) {
    const isRestricted = pod.level === 'restricted';
    if (isRestricted && pod.isWindows) return;
    checkWritten(pod, report);
    if (isRestricted) checkMissing(pod, report);
  },
  fix({ data }, editor) {
    if (data.kind === 'missing') {
      return addFix(data.pod.spec, data.container, ['seccompProfile', 'type'], 'RuntimeDefault', editor);
    }
    const type = data.profile.pair('type');
    const fixes = type ? standardFixes(type, 'RuntimeDefault', editor, data.security.pair('seccompProfile')) : [];
    return data.needed ? fixes.slice(0, 1) : fixes;
  },
});

function checkWritten(pod: CheckedPod, report: (report: Report<Data>) => void): void {
  for (const { owner, security } of securityContexts(pod)) {
    const profile = security.object('seccompProfile');
    const type = profile?.string('type');
    if (!profile || !type || isStandard(type)) continue;
    report({
      ...placeOf(profile, 'type'),
      message: l10n.t(
        'The seccomp profile `{0}` lets every system call through: a namespace that enforces `{1}` refuses such a pod. Write `RuntimeDefault`.',
        type,
        pod.level,
      ),
      server: [`seccompProfile (${setter(owner)} must not set securityContext.seccompProfile.type to "${type}")`],
      data: { kind: 'wrong', security, profile, needed: pod.level === 'restricted' },
    });
  }
}

function checkMissing(pod: CheckedPod, report: (report: Report<Data>) => void): void {
  const { spec, containers } = pod;
  // a wrong one of the pod is told at the pod
  if (spec.object('securityContext')?.has('seccompProfile')) return;
  const keys = ['securityContext', 'seccompProfile'] as const;
  if (pod.isMistaken(spec, ...keys)) return;
  for (const container of containers) {
    if (container.object('securityContext')?.has('seccompProfile') || pod.isMistaken(container, ...keys)) continue;
    report({
      ...placeOf(container, ...keys, 'type'),
      message: l10n.t(
        'No seccomp profile limits the system calls of the container: a namespace that enforces `restricted` refuses such a pod. Add one, for the pod or for the container.',
      ),
      server: [
        `seccompProfile (pod or ${setter(container)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")`,
      ],
      data: { kind: 'missing', pod, container },
    });
  }
}

function isStandard(type: string): boolean {
  return type === 'RuntimeDefault' || type === 'Localhost';
}
