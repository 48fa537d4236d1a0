import { type Container, containersOf, type PodSpec } from '../../model/index.ts';
import { type MapNode, mapsOf, once, stringOf, valueAt } from '../../yaml/index.ts';

/** An entry of a container's `env`. */
export interface Variable {
  container: Container;
  node: MapNode;
  /** Its place in `env`. */
  index: number;
  name: string | undefined;
  path: string;
}

/** The variables of every container of a pod, by container; entries that are no objects are left out. */
export function variablesIn(pod: PodSpec | undefined): (readonly Variable[])[] {
  return (pod ? containersOf(pod) : []).map(variablesOf);
}

/** The variables of a container; entries that are no objects are left out. */
export const variablesOf = once((container: Container): readonly Variable[] =>
  mapsOf(valueAt(container.node, 'env')).map(({ node, index }) => ({
    container,
    node,
    index,
    name: stringOf(valueAt(node, 'name')),
    path: `${container.path}.env[${index}]`,
  })),
);

/** The variables of a container by their names, those of the same name in their order. */
export const variablesByName = once((container: Container): ReadonlyMap<string, readonly Variable[]> => {
  const byName = new Map<string, Variable[]>();
  for (const variable of variablesOf(container)) {
    if (variable.name === undefined) continue;
    const same = byName.get(variable.name);
    if (same) same.push(variable);
    else byName.set(variable.name, [variable]);
  }
  return byName;
});
