import type { Container } from '../../model/index.ts';
import { nearest } from '../../model/index.ts';
import { fieldOf } from '../../schema/index.ts';
import { deref, effectivePairs, isNull, stringOf } from '../../yaml/index.ts';

/** Whether a field of a container is missing, null or "", and not only misspelled. */
export function isUnset({ node }: Container, name: 'name' | 'image'): boolean {
  const pairs = effectivePairs(node);
  const value = deref(pairs.get(name)?.value);
  if (value && !isNull(value)) return stringOf(value) === '';
  const unknown = [...pairs.keys()].filter((key) => !fieldOf('core/v1.Container', key));
  return !unknown.some((key) => nearest(key, [name]).length > 0);
}
