/** The permissions of a file mode as `ls -l` shows them: `rw-r--r--` for 0644 (420), `rwxrwxrwt` for 01777. */
export function permissionsOf(mode: number): string {
  const text = [6, 3, 0]
    .flatMap((shift) => ['r', 'w', 'x'].map((letter, place) => ((mode >> shift) & (4 >> place) ? letter : '-')))
    .join('');
  const isSticky = (mode & 0o1000) !== 0;
  return isSticky ? text.slice(0, -1) + (text.endsWith('x') ? 't' : 'T') : text;
}

/** A file mode as it is usually written: `0644`. */
export function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}
