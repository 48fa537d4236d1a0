import * as l10n from '@vscode/l10n';
import { integerOf } from '../../../yaml/index.ts';
import { code } from '../../markdown.ts';
import { octal, permissions } from '../../modes.ts';
import type { TokenPlace } from '../../place.ts';

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
