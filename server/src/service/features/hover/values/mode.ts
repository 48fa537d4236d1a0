import * as l10n from '@vscode/l10n';
import { integerOf } from '../../../yaml/index.ts';
import type { TokenPlace } from '../../place.ts';
import { octal } from '../facts.ts';
import { code } from '../markdown.ts';

/** Modes that people write, by which one that lacks its 0 is known. */
const usual = new Set([
  0o400, 0o440, 0o444, 0o500, 0o550, 0o555, 0o600, 0o640, 0o644, 0o660, 0o664, 0o666, 0o700, 0o750, 0o755, 0o770, 0o775,
  0o777, 0o1777,
]);

/** A file mode as `ls` shows it: `0644`, `0o644` and 420 are `rw-r--r--`. */
export function modeMeaning({ token }: TokenPlace): string | undefined {
  const mode = integerOf(token);
  if (mode === undefined || mode < 0 || mode > 0o7777) return undefined;
  const meaning = l10n.t(
    '{0}: {1} in octal, {2} in decimal.',
    code(permissions(mode)),
    code(octal(mode)),
    code(String(mode)),
  );
  const meant = /^[1-7][0-7]{2,3}$/.test(token.text) ? Number.parseInt(token.text, 8) : undefined;
  if (meant === undefined || !usual.has(meant) || usual.has(mode)) return meaning;
  return `${meaning} ${l10n.t('Without a `0` in front it is decimal: {0} would be {1}.', code(octal(meant)), code(permissions(meant)))}`;
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
