import { profilePath } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { type Annotation, annotationsOf } from './annotations.ts';

/** The annotations by which profiles were chosen before there were fields. */
export const seccompOfPod = 'seccomp.security.alpha.kubernetes.io/pod';
export const seccompOfContainer = 'container.seccomp.security.alpha.kubernetes.io/';
export const appArmorOfContainer = 'container.apparmor.security.beta.kubernetes.io/';

export const localhost = 'localhost/';

/** An annotation that names a profile. */
export interface ProfileAnnotation extends Annotation {
  kind: 'seccomp' | 'AppArmor';
  /** The container that it is for; undefined where it is for the pod. */
  container: string | undefined;
}

export function profileAnnotationsOf(spec: ApiObject): ProfileAnnotation[] {
  return annotationsOf(spec).flatMap((annotation): ProfileAnnotation[] => {
    const { key } = annotation;
    if (key === seccompOfPod) return [{ ...annotation, kind: 'seccomp', container: undefined }];
    const prefix = [seccompOfContainer, appArmorOfContainer].find((each) => key.startsWith(each));
    if (!prefix) return [];
    const kind = prefix === appArmorOfContainer ? 'AppArmor' : 'seccomp';
    return [{ ...annotation, kind, container: key.slice(prefix.length) }];
  });
}

/** What the API server finds wrong with the value of an annotation (ValidateSeccompProfile, ValidateAppArmorProfileFormat). */
export function profileProblems({ kind, value }: ProfileAnnotation): string[] {
  const isLocal = value.startsWith(localhost);
  if (kind === 'AppArmor') {
    const isKnown = isLocal || ['', 'runtime/default', 'unconfined'].includes(value);
    return isKnown ? [] : [`invalid AppArmor profile name: ${JSON.stringify(value)}`];
  }
  if (isLocal) return profilePath.problems(value.slice(localhost.length));
  return ['runtime/default', 'docker/default', 'unconfined'].includes(value) ? [] : ['must be a valid seccomp profile'];
}
