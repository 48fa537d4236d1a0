import * as l10n from '@vscode/l10n';
import {
  descriptors,
  type ScheduleProblem,
  scheduleFields,
  scheduleProblems,
  splitTimeZone,
} from '../../schema/formats/index.ts';
import { listed } from '../describe.ts';
import { changeFix, setField } from '../fields.ts';
import { defineRule, type Fix, findingsOf, suggestion } from '../rule.ts';
import type { BadFormat } from './format.ts';

export default defineRule<BadFormat>({
  code: 'cron-schedule-invalid',
  severity: 'error',
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'bad-format')) {
      const { path, node, text, format, server } = finding;
      const [problem] = format.name === 'cron-schedule' ? scheduleProblems(text) : [];
      if (problem) report({ node, path, message: explain(problem), server, data: finding });
    }
  },
  fix({ data: { object, name, text, format } }, editor) {
    const fixes: Fix[] = [];
    const mended = format.mend?.(text);
    const { zone } = splitTimeZone(text) ?? {};
    if (mended && zone && !object.has('timeZone')) {
      const edits = [...setField(object, name, mended, editor), ...setField(object, 'timeZone', zone, editor, [name])];
      fixes.push(suggestion(l10n.t('Write the time zone as {0}: {1}', 'timeZone', zone), edits));
    } else if (mended) {
      fixes.push(changeFix(object, name, mended, editor));
    }
    return fixes;
  },
});

function explain({ kind, text, field = 0 }: ScheduleProblem): string {
  switch (kind) {
    case 'time-zone':
      return l10n.t(
        'The schedule `{0}` contains a time zone, which the API server refuses. Write it in the field `timeZone`.',
        text,
      );
    case 'descriptor':
      return l10n.t(
        '`{0}` is not a schedule that Kubernetes knows: the API server accepts {1} and `@every 1h30m`. Write one of them, or five fields.',
        text,
        listed(descriptors),
      );
    case 'duration':
      return l10n.t(
        '`{0}` has no valid duration after `@every`: the API server accepts one space and numbers with `h`, `m` or `s`, such as `@every 1h30m`. Change it.',
        text,
      );
    case 'fields':
      return l10n.t(
        '`{0}` is not a valid schedule: the API server requires five fields separated by spaces: minute, hour, day of the month, month, day of the week. Change it.',
        text,
      );
    case 'part':
      return explainPart(text, field);
  }
}

function explainPart(part: string, field: number): string {
  const { least, most, names } = scheduleFields[field] ?? { least: 0, most: 0, names: [] };
  return names.length > 0
    ? l10n.t(
        '`{0}` is not a valid {1} of a schedule: the API server accepts {2} to {3}, the names {4} to {5}, ranges such as `{2}-{3}`, steps such as `*/2`, and `*`. Change it.',
        part,
        fieldNames()[field] ?? '',
        least,
        most,
        names[0] ?? '',
        names.at(-1) ?? '',
      )
    : l10n.t(
        '`{0}` is not a valid {1} of a schedule: the API server accepts {2} to {3}, ranges such as `{2}-{3}`, steps such as `*/2`, and `*`. Change it.',
        part,
        fieldNames()[field] ?? '',
        least,
        most,
      );
}

function fieldNames(): string[] {
  return [l10n.t('minute'), l10n.t('hour'), l10n.t('day of the month'), l10n.t('month'), l10n.t('day of the week')];
}
