import { type Container, containersOf, type PodSpec } from '../../model/index.ts';
import { type MapNode, mapsOf, valueAt } from '../../yaml/index.ts';

/** An entry of a container's `env`. */
export interface Variable {
  container: Container;
  node: MapNode;
  /** Its place in `env`. */
  index: number;
  path: string;
}

/** The variables of every container of a pod, by container; entries that are no objects are left out. */
export function variablesIn(pod: PodSpec | undefined): Variable[][] {
  return (pod ? containersOf(pod) : []).map(variablesOf);
}

/** The variables of a container; entries that are no objects are left out. */
export function variablesOf(container: Container): Variable[] {
  return mapsOf(valueAt(container.node, 'env')).map(({ node, index }) => ({
    container,
    node,
    index,
    path: `${container.path}.env[${index}]`,
  }));
}
