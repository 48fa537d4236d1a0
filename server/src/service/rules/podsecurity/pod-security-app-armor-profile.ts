import * as l10n from '@vscode/l10n';
import type { Pair } from '../../yaml/index.ts';
import { profileAnnotationsOf } from '../annotations/profiles.ts';
import type { Report } from '../rule.ts';
import { type CheckedPod, defineControl, placeOf, securityContexts, setter } from './control.ts';
import { standardFixes } from './fixes.ts';

interface Data {
  pair: Pair | undefined;
  standard: string;
  /** What is taken out instead. */
  whole: Pair | undefined;
}

/** appArmorProfile_1_0. */
export default defineControl<Data>({
  code: 'pod-security-app-armor-profile',
  level: 'baseline',
  check(pod, report) {
    checkFields(pod, report);
    checkAnnotations(pod, report);
  },
  fix: ({ data: { pair, standard, whole } }, editor) => (pair ? standardFixes(pair, standard, editor, whole) : []),
});

function checkFields(pod: CheckedPod, report: (report: Report<Data>) => void): void {
  for (const { owner, security } of securityContexts(pod)) {
    const profile = security.object('appArmorProfile');
    const type = profile?.string('type');
    if (!profile || !type || ['RuntimeDefault', 'Localhost'].includes(type)) continue;
    report({
      ...placeOf(profile, 'type'),
      message: messageOf(type, pod, 'RuntimeDefault'),
      server: [`forbidden AppArmor profile (${setter(owner)} must not set AppArmor profile type to "${type}")`],
      data: { pair: profile.pair('type'), standard: 'RuntimeDefault', whole: security.pair('appArmorProfile') },
    });
  }
}

function checkAnnotations(pod: CheckedPod, report: (report: Report<Data>) => void): void {
  for (const { kind, key, value: profile, span, place, pair } of profileAnnotationsOf(pod.spec)) {
    if (kind !== 'AppArmor' || profile === '' || /^(?:runtime\/default$|localhost\/)/.test(profile)) continue;
    report({
      node: span,
      path: place,
      message: messageOf(profile, pod, 'runtime/default'),
      server: [
        `forbidden AppArmor profile (annotation must not set AppArmor profile type to "${key}=${JSON.stringify(profile)}")`,
      ],
      data: { pair, standard: 'runtime/default', whole: pair },
    });
  }
}

function messageOf(profile: string, { level }: CheckedPod, standard: string): string {
  return l10n.t(
    'The AppArmor profile `{0}` turns off the protection of the runtime: a namespace that enforces `{1}` refuses such a pod. Write `{2}`.',
    profile,
    level,
    standard,
  );
}
