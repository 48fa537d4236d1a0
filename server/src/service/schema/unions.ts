import { isNull } from '../yaml/index.ts';
import type { LimitFinding } from './limits.ts';
import type { ApiObject } from './object.ts';
import type { Union } from './overlay/index.ts';
import { hasShapeOf } from './shape.ts';

/** What the API server finds wrong with an object of which one of some fields is to be written: none is, or several are. */
export function checkUnion(object: ApiObject): LimitFinding[] {
  const { union } = object.facts;
  if (!union) return [];
  const members = object.members();
  if (members.length === 0) return noneOf(object, union);
  return members.length > 1 ? severalOf(object, union, members) : [];
}

function noneOf(object: ApiObject, union: Union): LimitFinding[] {
  const words = wordsFor(union.none, object);
  const known = union.members.filter((name) => object.facts.fields.has(name));
  const members = known.filter((name) => !object.isDropped(name));
  const isFilledIn = union.default !== undefined && !known.some((name) => isWritten(object, name));
  const isUnread = members.some((name) => isMistyped(object, name));
  if (words === undefined || isFilledIn || isUnread) return [];
  return [{ kind: 'none-of', ...whole(object, union), members, server: [words] }];
}

function severalOf(object: ApiObject, union: Union, members: readonly string[]): LimitFinding[] {
  const words = wordsFor(union.many, object);
  if (words === undefined) return [];
  if (!union.each) return [{ kind: 'several-of', ...whole(object, union), members, pair: undefined, server: [words] }];
  return members.slice(1).map((name) => {
    const own = { path: object.at(union.spelled?.[name] ?? name), node: object.keyOf(name), object, name };
    return { kind: 'several-of', ...own, members, pair: object.pair(name), server: [words] };
  });
}

function whole(object: ApiObject, { at }: Union): Pick<LimitFinding, 'path' | 'node' | 'object' | 'name'> {
  // a member that is misspelled, or too new
  const unknown = object.pair(object.unknown[0] ?? '')?.key;
  return { path: at ? object.at(at) : object.path, node: unknown ?? object.key, object, name: '' };
}

function wordsFor(words: Union['none'], { minor }: ApiObject): string | undefined {
  return typeof words === 'function' ? words(minor) : words;
}

function isWritten(object: ApiObject, name: string): boolean {
  const pair = object.pair(name);
  return pair !== undefined && !isNull(pair.value);
}

/** Whether something else than the field takes is written, which is told there. */
function isMistyped(object: ApiObject, name: string): boolean {
  const [pair, known] = [object.pair(name), object.facts.fields.get(name)];
  return pair !== undefined && known !== undefined && !hasShapeOf(pair.value, known.field);
}
