import * as l10n from '@vscode/l10n';
import type { Format } from '../../schema/formats/index.ts';
import type { Field } from '../../schema/index.ts';

/** The form of a text in a sentence, of each entry where there are several; undefined where the description tells. */
export function formText(format: Format, minor: number, { type, list, map }: Field): string | undefined {
  const words = formWords(format, minor);
  if (words === undefined) return format.describe?.();
  if (map) return l10n.t('Values: {0}.', words);
  if (type === 'IntOrString' && format.name !== 'percent') return l10n.t('As a name: {0}.', words);
  return list ? l10n.t('Entries: {0}.', words) : l10n.t('Form: {0}.', words);
}

/** The form of the keys of a map in a sentence. */
export function keysText(format: Format, minor: number): string | undefined {
  const words = formWords(format, minor);
  return words === undefined ? format.describe?.() : l10n.t('Keys: {0}.', words);
}

/** What a form allows, to be put behind "takes"; undefined where its description or its rule tells. */
export function formWords({ name }: Format, minor: number): string | undefined {
  switch (name) {
    case 'dns-label':
      return l10n.t('up to 63 lower case letters, digits and `-`, with no `-` at either end');
    case 'dns-subdomain':
      return l10n.t(
        'up to 253 lower case letters, digits, `-` and `.`, with a letter or digit at both ends and around each dot',
      );
    case 'qualified-name':
      return l10n.t(
        'up to 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends, and in front of it perhaps a domain and one `/`',
      );
    case 'label-value':
      return l10n.t('up to 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends, or nothing');
    case 'port-name':
      return l10n.t('up to 15 lower case letters, digits and single `-`, with a letter in it and no `-` at either end');
    case 'config-key':
      return l10n.t('up to 253 letters, digits, `-`, `_` and `.`, with no `..` at the start');
    case 'variable-name':
      return minor >= 32
        ? l10n.t('printable ASCII characters, but no `=`')
        : l10n.t('letters, digits, `_`, `-` and `.`, with no digit and no `..` at the start');
    case 'header-name':
      return l10n.t('letters, digits and `-`');
    case 'percent':
      return l10n.t('a number, or digits with `%` behind, such as `25%`');
    case 'ip':
      return l10n.t('an IP address such as `10.9.8.7` or `2001:db8::ffff`');
    case 'absolute-path':
      return l10n.t('a path that starts with `/`');
    case 'descending-path':
      return l10n.t('a path without `/` in front and without `..`');
    case 'local-path':
      return l10n.t('a path without `/` or `..` in front and without `..` in it');
    case 'straight-path':
      return l10n.t('a path without `..`');
    case 'time-zone':
      return l10n.t('a name of the IANA database, such as `Europe/Berlin` or `UTC`');
    case 'cron-schedule':
      return l10n.t('minute, hour, day of the month, month and day of the week, or a name such as `@daily`');
    default:
      return undefined;
  }
}
