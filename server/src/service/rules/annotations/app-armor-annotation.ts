import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair } from '../../yaml/index.ts';
import { containersIn } from '../containers/containers.ts';
import { defineRule, suggestion } from '../rule.ts';
import { isForWindows } from '../windows/windows.ts';
import { inSecurityContext, type Profile, profileAnnotationsOf, profileOf, profileProblems } from './profiles.ts';

interface Data {
  pair: Pair;
  container: ApiObject;
  profile: Profile | undefined;
}

/** warningsForPodSpecAndMeta for templates, applyAppArmorVersionSkew for pods. */
export default defineRule<Data>({
  code: 'app-armor-annotation',
  severity: 'warning',
  general: true,
  check({ objects, minor }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const annotation of profileAnnotationsOf(spec)) {
        const { kind, container: name, value, pair, place } = annotation;
        const container = containersIn(spec).find((each) => each.string('name') === name);
        if (kind !== 'AppArmor' || name === undefined || !container || profileProblems(annotation).length > 0) continue;
        const profile = profileOf(value);
        if (!isWarnedOf(profile, container, spec, minor)) continue;
        report({
          node: pair.key,
          path: place,
          message: l10n.t(
            'AppArmor annotations are deprecated since Kubernetes 1.30, and a later version will run the container without the profile. Use the field `appArmorProfile` in the `securityContext` of `{0}`.',
            name,
          ),
          server: ['deprecated since v1.30; use the "appArmorProfile" field instead'],
          data: { pair, container, profile },
        });
      }
    }
  },
  fix({ data: { pair, container, profile } }, editor) {
    const added = profile && inSecurityContext(container, 'appArmorProfile', profile, editor);
    if (!added) return [];
    const edits = [...editor.removePair(pair), ...added];
    return [suggestion(l10n.t('Move it to {0}', 'appArmorProfile'), edits)];
  },
});

function isWarnedOf(profile: Profile | undefined, container: ApiObject, spec: ApiObject, minor: number): boolean {
  if (container.object('securityContext')?.has('appArmorProfile')) return false;
  const ofPod = spec.object('securityContext')?.object('appArmorProfile');
  const isPod = spec.parent?.type === 'core/v1.Pod';
  if (isPod && isForWindows(spec)) return false;
  if (!ofPod) return true;
  if (!isPod && minor < 34) return false;
  return (
    ofPod.string('type') !== profile?.type || ofPod.string('localhostProfile') !== (profile?.localhostProfile ?? '')
  );
}
