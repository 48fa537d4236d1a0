import * as l10n from '@vscode/l10n';
import { byteLength } from '../../schema/formats/format.ts';
import { unpadded } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { containersIn } from '../containers/containers.ts';
import { shown } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';
import { isForWindows } from '../windows/windows.ts';
import { localhost, type ProfileAnnotation, profileAnnotationsOf, profileProblems } from './profiles.ts';

/** A profile that is chosen in a field and in an annotation. */
interface Choice {
  annotation: ProfileAnnotation;
  profile: ApiObject;
  /** Where the API server takes the field to be. */
  path: string;
}

export default defineRule<ProfileAnnotation>({
  code: 'profile-annotation-mismatch',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const { annotation, profile, path } of choicesOf(spec)) {
        const field = differingField(profile, annotation);
        if (!field) continue;
        const what = field === 'type' ? 'type' : 'profile';
        report({
          node: profile.valueOf(field),
          path: `${path}.${field}`,
          message: l10n.t(
            'The annotation `{0}` says `{1}`, but `{2}` is `{3}`: the API server refuses two different profiles. Remove the annotation, which is obsolete.',
            annotation.key,
            shown(annotation.value),
            field,
            shown(profile.string(field) ?? ''),
          ),
          server: [`Forbidden: ${annotation.kind.toLowerCase()} ${what} in annotation and field must match`],
          related: [{ node: annotation.span, message: l10n.t('The annotation') }],
          data: annotation,
        });
      }
    }
  },
  fix({ data: { pair } }, editor) {
    return [suggestion(l10n.t('Remove the annotation'), editor.removePair(pair))];
  },
});

/** Annotations that are wrong by themselves are left out. */
function choicesOf(spec: ApiObject): Choice[] {
  const contexts = [spec, ...containersIn(spec)];
  const isWindows = isForWindows(spec);
  return profileAnnotationsOf(spec).flatMap((annotation) => {
    if (profileProblems(annotation).length > 0 || (isWindows && annotation.kind === 'AppArmor')) return [];
    return contexts
      .filter((owner) => (owner === spec ? undefined : owner.string('name')) === annotation.container)
      .flatMap((owner) => {
        const name = annotation.kind === 'seccomp' ? 'seccompProfile' : 'appArmorProfile';
        const own = owner.object('securityContext')?.object(name);
        const profile = own ?? inherited(spec, annotation);
        return profile ? [{ annotation, profile, path: owner.at(`securityContext.${name}`) }] : [];
      });
  });
}

/**
 * The AppArmor profile of the pod, which a container without one of its own has
 * (validateAppArmorAnnotationsAndFieldsMatchOnCreate). In a Pod the annotation has become its own before that
 * (applyAppArmorVersionSkew).
 */
function inherited(spec: ApiObject, { kind, value }: ProfileAnnotation): ApiObject | undefined {
  if (kind === 'seccomp') return undefined;
  const isCopied = spec.parent?.type === 'core/v1.Pod' && isAppArmorProfile(value);
  return isCopied ? undefined : spec.object('securityContext')?.object('appArmorProfile');
}

function isAppArmorProfile(value: string): boolean {
  const name = localNameOf(value);
  if (name === undefined) return value !== '';
  return name !== '' && unpadded.problems(name).length === 0 && byteLength(name) <= 4095;
}

function localNameOf(value: string): string | undefined {
  return value.startsWith(localhost) ? value.slice(localhost.length) : undefined;
}

/** The field that says something else than the annotation; a profile that is missing is told as such. */
function differingField(
  profile: ApiObject,
  { kind, value }: ProfileAnnotation,
): 'type' | 'localhostProfile' | undefined {
  const name = localNameOf(value);
  switch (profile.string('type')) {
    case 'Unconfined':
      return value === 'unconfined' ? undefined : 'type';
    case 'RuntimeDefault':
      return value === 'runtime/default' || (kind === 'seccomp' && value === 'docker/default') ? undefined : 'type';
    case 'Localhost':
      if (name === undefined) return 'type';
      return profile.has('localhostProfile') && profile.string('localhostProfile') !== name
        ? 'localhostProfile'
        : undefined;
    default:
      return undefined;
  }
}
