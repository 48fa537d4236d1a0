import { containerLists } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import type { RuleContext } from '../rule.ts';

/** A container of any of the three lists. */
export function isContainer(object: ApiObject): boolean {
  return object.type === 'core/v1.Container' || isEphemeral(object);
}

export function isEphemeral({ type }: ApiObject): boolean {
  return type === 'core/v1.EphemeralContainer';
}

/** The containers of a manifest that the API server validates. */
export function allContainers({ objects }: Pick<RuleContext, 'objects'>): readonly ApiObject[] {
  return objects.of('core/v1.Container', 'core/v1.EphemeralContainer');
}

/** All containers of a pod spec, in the order in which the API server visits them (VisitContainersWithPath). */
export function containersIn(spec: ApiObject): ApiObject[] {
  return containerLists.flatMap((list) => spec.objects(list));
}

/** Whether a container starts before the others and keeps running beside them. */
export function isSidecar(container: ApiObject): boolean {
  return container.field === 'initContainers' && container.string('restartPolicy') === 'Always';
}

/** Whether a container runs only until the next starts. */
export function isInit(container: ApiObject): boolean {
  return container.field === 'initContainers' && container.string('restartPolicy') !== 'Always';
}

/** What a reader calls a container: its name, or its place where it has none. */
export function titleOf(container: ApiObject): string {
  return container.string('name') || container.path;
}
