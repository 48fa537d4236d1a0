import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { deref, type Writable } from '../../yaml/index.ts';

/** What an annotation for AppArmor or seccomp says, as the field that took its place says it. */
export type Profile = { type: string; localhostProfile?: string };

/** ApparmorFieldForAnnotation; undefined where the annotation has no such value. */
export function profileOf(annotation: string): Profile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  const [, localhostProfile] = /^localhost\/(.+)$/s.exec(annotation) ?? [];
  return localhostProfile === undefined ? undefined : { type: 'Localhost', localhostProfile };
}

/** Whether the API server refuses an annotation with this text, so that nothing else is told of it. */
export function isRefused(annotation: string): boolean {
  const known = ['', 'docker/default', 'runtime/default', 'unconfined'];
  return !known.includes(annotation) && !annotation.startsWith('localhost/');
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
