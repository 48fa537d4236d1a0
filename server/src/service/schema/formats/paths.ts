import type { Format } from './format.ts';
import { leadsUp } from './mounts.ts';

/** validatePathNoBacksteps: a path without `..`, on the node or in a volume. */
export const straightPath: Format = { name: 'straight-path', problems: backsteps };

/** validateLocalDescendingPath: a path that starts where it is used, and leads down. */
export const descendingPath: Format = { name: 'descending-path', problems: descents, mend: relative };

/** ValidateLocalNonReservedPath: a path of a file in a volume; the kubelet keeps names that start with `..` for itself. */
export const localPath: Format = {
  name: 'local-path',
  problems: (text) => [
    ...descents(text),
    ...(text.startsWith('..') && !text.startsWith('../') ? ["must not start with '..'"] : []),
  ],
  mend: relative,
};

/** A path that starts at the root. */
export const absolutePath: Format = {
  name: 'absolute-path',
  problems: (text) => (text.startsWith('/') ? [] : ['must be an absolute path']),
  mend: (text) => `/${text.replace(/^\.\//, '')}`,
};

function descents(text: string): string[] {
  return [...(text.startsWith('/') ? ['must be a relative path'] : []), ...backsteps(text)];
}

function backsteps(text: string): string[] {
  return leadsUp(text) ? ["must not contain '..'"] : [];
}

function relative(text: string): string | undefined {
  return text.replace(/^\/+/, '') || undefined;
}
