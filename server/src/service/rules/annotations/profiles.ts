import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import { profilePath } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { deref, type Writable } from '../../yaml/index.ts';
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
export function profileProblems({ kind, value }: Pick<ProfileAnnotation, 'kind' | 'value'>): string[] {
  const isLocal = value.startsWith(localhost);
  if (kind === 'AppArmor') {
    const isKnown = isLocal || ['', 'runtime/default', 'unconfined'].includes(value);
    return isKnown ? [] : [`invalid AppArmor profile name: ${JSON.stringify(value)}`];
  }
  if (isLocal) return profilePath.problems(value.slice(localhost.length));
  return ['runtime/default', 'docker/default', 'unconfined'].includes(value) ? [] : ['must be a valid seccomp profile'];
}

/** What an annotation for AppArmor or seccomp says, as the field that took its place says it. */
export type Profile = { type: string; localhostProfile?: string };

/** ApparmorFieldForAnnotation; undefined where the annotation has no such value. */
export function profileOf(annotation: string): Profile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  const [, localhostProfile] = /^localhost\/(.+)$/s.exec(annotation) ?? [];
  return localhostProfile === undefined ? undefined : { type: 'Localhost', localhostProfile };
}

/** Adds a field to the `securityContext` of a pod or container; undefined where it is there, or cannot be put there. */
export function inSecurityContext(
  target: ApiObject,
  field: string,
  value: Writable,
  editor: Editor,
): ChunkEdit[] | undefined {
  const pair = target.pair('securityContext');
  const context = deref(pair?.value);
  if (!target.node || target.object('securityContext')?.has(field)) return undefined;
  if (!pair) return editor.insertPair(target.node, 'securityContext', { [field]: value }, ['image', 'containers']);
  if (!target.has('securityContext')) return editor.replaceNode(pair.value, { [field]: value });
  return context?.kind === 'map' ? editor.insertPair(context, field, value) : undefined;
}
