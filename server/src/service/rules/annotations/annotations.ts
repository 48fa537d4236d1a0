import type { ApiObject } from '../../schema/object.ts';
import { isNull, type Pair, type Span, stringOf } from '../../yaml/index.ts';

/** An annotation of a pod or of a pod template. */
export interface Annotation {
  key: string;
  value: string;
  pair: Pair;
  /** The value as it stands. */
  span: Span;
  /** Field paths of errors, which the API server writes in two ways: `metadata.annotations[key]`, `metadata.annotations.key`. */
  path: string;
  dotted: string;
  /** Field path in the manifest, which the warnings have. */
  place: string;
}

/** The annotations of the pods of a pod spec; values that are no strings are left out. */
export function annotationsOf(spec: ApiObject): Annotation[] {
  const metadata = spec.parent?.object('metadata');
  const path = annotationsPath(spec);
  return (metadata?.values('annotations') ?? []).flatMap(({ key, node, span, pair, path: place }) => {
    const value = isNull(node) ? '' : stringOf(node);
    if (value === undefined || !pair) return [];
    return [{ key, value, pair, span, path: `${path}[${key}]`, dotted: `${path}.${key}`, place }];
  });
}

/** Where the API server tells of annotations: those of a template it looks for outside of its metadata. */
export function annotationsPath({ parent }: ApiObject): string {
  return parent?.path ? parent.at('annotations') : 'metadata.annotations';
}
