import * as l10n from '@vscode/l10n';
import { duration } from '../../../rules/describe.ts';
import { integerOf } from '../../../yaml/index.ts';
import type { TokenPlace } from '../../place.ts';

/** A time in seconds as people say it; undefined below a minute, where the number says it. */
export function secondsMeaning({ token }: TokenPlace): string | undefined {
  const seconds = integerOf(token);
  return seconds === undefined || seconds < 60 ? undefined : `**${l10n.t('{0}.', duration(seconds))}**`;
}
