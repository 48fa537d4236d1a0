import { serverPath } from '../schema/serverPath.ts';
import type { RuleContext } from './rule.ts';
import { allClaims, allVolumes } from './volumes/names.ts';

/**
 * Gives the paths of the API server's errors. Where it cannot decode they are those of the manifest; where it validates
 * some leave out an index, and entries of lists that it drops or adds before are counted. Its warnings have the plain
 * paths, in which only what it dropped is missing.
 */
export function serverPaths(context: RuleContext): (path: string, isError: boolean) => string {
  const dropped = droppedFrom(context);
  const lists = movedLists(context, dropped);
  const left = [...dropped].map(([path, gone]) => ({ path, gone, added: 0 }));
  const claims = claimPaths(context);
  return (path, isError) => {
    if (context.undecoded.has(path)) return path;
    return isError ? serverPath(claims.get(path) ?? moved(path, lists)) : moved(path, left);
  };
}

/** A list whose entries have other indices to the API server. */
interface MovedList {
  path: string;
  /** The entries that are not there. */
  gone: readonly number[];
  /** How many are in front of them. */
  added: number;
}

function moved(path: string, lists: readonly MovedList[]): string {
  let result = path;
  for (const { path: list, gone, added } of lists) {
    const index = result.startsWith(`${list}[`) ? indexAt(result, list) : Number.NaN;
    if (Number.isNaN(index) || gone.includes(index)) continue;
    const now = index - gone.filter((other) => other < index).length + added;
    result = `${list}[${now}]${result.slice(`${list}[${index}]`.length)}`;
  }
  return result;
}

/** The indices of the entries that are dropped, by their list. */
function droppedFrom({ objects }: RuleContext): ReadonlyMap<string, readonly number[]> {
  const gone = new Map<string, number[]>();
  for (const { path, isGone } of objects) if (isGone) push(gone, path);
  return gone;
}

function movedLists(context: RuleContext, dropped: ReadonlyMap<string, readonly number[]>): MovedList[] {
  const gone = new Map([...dropped].map(([path, indices]) => [path, [...indices]]));
  const { replaced, names } = claimsOf(context);
  for (const path of replaced) push(gone, path);
  if (names.length > 0 && !gone.has(volumes)) gone.set(volumes, []);
  return [...gone].map(([path, indices]) => ({ path, gone: indices, added: path === volumes ? names.length : 0 }));
}

function push(lists: Map<string, number[]>, entry: string): void {
  const list = entry.replace(/\[\d+\]$/, '');
  lists.set(list, [...(lists.get(list) ?? []), indexAt(entry, list)]);
}

function indexAt(path: string, list: string): number {
  return Number.parseInt(path.slice(list.length + 1), 10);
}

const volumes = 'spec.template.spec.volumes';

/** The claims of a StatefulSet stand in front of its volumes, of which those of the same name are gone. */
function claimsOf({ objects, minor }: RuleContext): { names: string[]; replaced: string[] } {
  if (minor < 34) return { names: [], replaced: [] };
  const names = [...new Set(allClaims(objects).map(({ name }) => name))];
  const own = names.length > 0 ? allVolumes(objects) : [];
  return { names, replaced: own.filter(({ name }) => names.includes(name)).map(({ object }) => object.path) };
}

/** The name of a claim is that of a volume to the API server. */
function claimPaths(context: RuleContext): ReadonlyMap<string, string> {
  const { names } = claimsOf(context);
  const claims = names.length > 0 ? allClaims(context.objects) : [];
  return new Map(claims.map(({ name, path }) => [path, `${volumes}[${names.indexOf(name)}].name`]));
}
