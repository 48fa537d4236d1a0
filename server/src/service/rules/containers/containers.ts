import type { ApiObject } from '../../schema/object.ts';
import type { RuleContext } from '../rule.ts';

/** A container of any of the three lists. */
export function isContainer(object: ApiObject): boolean {
  return object.type === 'core/v1.Container' || isEphemeral(object);
}

export function isEphemeral({ type }: ApiObject): boolean {
  return type === 'core/v1.EphemeralContainer';
}

/** The containers of all three lists. */
export function allContainers({ objects }: Pick<RuleContext, 'objects'>): readonly ApiObject[] {
  return objects.of('core/v1.Container', 'core/v1.EphemeralContainer');
}

/** The container that something is a part of. */
export function containerAround(object: ApiObject): ApiObject | undefined {
  return object.around('core/v1.Container') ?? object.around('core/v1.EphemeralContainer');
}

/** What a reader calls a container: its name, or its place where it has none. */
export function titleOf(container: ApiObject): string {
  return container.string('name') || container.path;
}
