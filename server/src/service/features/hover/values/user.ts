import * as l10n from '@vscode/l10n';
import { integerOf } from '../../../yaml/index.ts';
import type { TokenPlace } from '../../place.ts';

/** The number of a user or a group. */
export function idMeaning({ token, name }: TokenPlace): string | undefined {
  if (integerOf(token) !== 0) return undefined;
  return name === 'runAsUser' ? l10n.t('**0 is root.**') : l10n.t('**0 is the group of root.**');
}
