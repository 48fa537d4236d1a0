import { containerLists } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';

/** All containers of a pod spec, in the order in which the API server visits them (VisitContainersWithPath). */
export function containersIn(spec: ApiObject): ApiObject[] {
  return containerLists.flatMap((list) => spec.objects(list));
}
