import type { Json } from './mutations.ts';

/**
 * Takes out of a manifest whatever can go without changing what it shows.
 * @param shows whether a smaller manifest still shows it
 */
export async function shrink(manifest: Json, shows: (manifest: Json) => Promise<boolean>): Promise<Json> {
  let smallest = structuredClone(manifest);
  for (let changed = true; changed; ) {
    changed = false;
    for (const path of pathsOf(smallest)) {
      const smaller = without(smallest, path);
      if (!smaller || !(await shows(smaller))) continue;
      smallest = smaller;
      changed = true;
    }
  }
  return smallest;
}

/** The paths of all entries, the outer ones first, of a list the last first. */
function pathsOf(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()].reverse() : Object.keys(value);
  return keys.flatMap((key) => {
    const below = [...path, key];
    return [below, ...pathsOf((value as { [key: string | number]: Json })[key] ?? null, below)];
  });
}

function without(manifest: Json, path: readonly (string | number)[]): Json | undefined {
  const copy = structuredClone(manifest);
  let holder: Json | undefined = copy;
  for (const key of path.slice(0, -1)) holder = (holder as { [key: string | number]: Json } | undefined)?.[key];
  const last = path.at(-1);
  if (typeof holder !== 'object' || holder === null || last === undefined || !Object.hasOwn(holder, last))
    return undefined;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}
