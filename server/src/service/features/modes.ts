import type { Limits } from '../schema/overlay/index.ts';

const highestModes = [0o777, 0o1777];

/** Whether a number is a file mode. */
export function isMode({ range }: Limits): boolean {
  return Array.isArray(range) && highestModes.includes(range[1]);
}

/** A file mode as it is written in YAML: `0644`. */
export function octal(mode: number): string {
  return `0${mode.toString(8)}`;
}

/** Permissions of owner, group and others: `rwxr-x---`; the special bits stand where `ls` has them. */
export function permissions(mode: number): string {
  const special = [
    [0o4000, 's', 'S'],
    [0o2000, 's', 'S'],
    [0o1000, 't', 'T'],
  ] as const;
  return special
    .map(([bit, withX, withoutX], index) => {
      const bits = (mode >> (6 - 3 * index)) & 7;
      const execute = bits & 1 ? 'x' : '-';
      const last = mode & bit ? (bits & 1 ? withX : withoutX) : execute;
      return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`;
    })
    .join('');
}
