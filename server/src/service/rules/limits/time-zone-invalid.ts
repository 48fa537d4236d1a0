import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import { timeZoneNames } from '../../schema/formats/index.ts';
import { changeFix, removeFix, setField } from '../fields.ts';
import { defineRule, findingsOf, safe } from '../rule.ts';
import type { BadFormat } from './format.ts';

export default defineRule<BadFormat>({
  code: 'time-zone-invalid',
  severity: 'error',
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'bad-format')) {
      const { path, node, text, format, server } = finding;
      if (format.name === 'time-zone') report({ node, path, message: explain(text), server, data: finding });
    }
  },
  fix({ data: { object, name, text } }, editor) {
    if (text === '' || isLocal(text)) return removeFix(object.pair(name), editor);
    const same = sameLetters(text);
    if (same) return [safe(l10n.t('Change to {0}', same), setField(object, name, same, editor))];
    return likely(text).map((zone) => changeFix(object, name, zone, editor));
  },
});

function explain(text: string): string {
  if (text === '') {
    return l10n.t('`timeZone` is empty: the API server refuses it. Write a zone such as `Asia/Seoul`, or remove it.');
  }
  if (isLocal(text)) {
    return l10n.t(
      '`{0}` differs from machine to machine, so the API server refuses it. Write a zone such as `Asia/Seoul`, or remove `timeZone` to use the zone of the controller manager.',
      text,
    );
  }
  return sameLetters(text)
    ? l10n.t(
        'There is no time zone `{0}`: the API server refuses it, as the names are case-sensitive. Write `{1}`.',
        text,
        sameLetters(text) ?? '',
      )
    : l10n.t(
        'There is no time zone `{0}`: the API server accepts the names of the IANA database, such as `Asia/Seoul` or `UTC`. Change it.',
        text,
      );
}

function isLocal(text: string): boolean {
  return text.toLowerCase() === 'local';
}

/** The zone that differs only in case, in blanks around it, and in blanks for its `_`. */
function sameLetters(text: string): string | undefined {
  const wanted = text.trim().replaceAll(' ', '_').toLowerCase();
  return timeZoneNames.find((zone) => zone.toLowerCase() === wanted);
}

/** The zones that may be meant: that of a city, of an offset, or one that is spelled nearly so. */
function likely(text: string): string[] {
  const place = text.trim().replaceAll(' ', '_').toLowerCase();
  const ofPlace = timeZoneNames.filter((zone) => zone.toLowerCase().endsWith(`/${place}`));
  const [, sign, hours] = /^(?:utc|gmt)?([-+])0?(\d{1,2})(?::?00)?$/i.exec(text.trim()) ?? [];
  // the sign of these zones is that of POSIX: GMT-2 is two hours east
  const ofOffset = sign
    ? [`Etc/GMT${sign === '+' ? '-' : '+'}${hours}`].filter((zone) => timeZoneNames.includes(zone))
    : [];
  return [...new Set([...ofPlace, ...ofOffset, ...nearest(text, timeZoneNames)])].slice(0, 3);
}
