import * as l10n from '@vscode/l10n';
import cronstrue from 'cronstrue';
import { stringOf } from '../../../yaml/index.ts';
import { bullets, code, paragraphs } from '../../markdown.ts';
import type { TokenPlace } from '../../place.ts';
import { fieldsOfSchedule, nextRuns } from './runs.ts';

const count = 5;

/** A schedule in words, with its next runs by the clock of its zone. */
export function scheduleMeaning({ object, token }: TokenPlace, now: Date): string | undefined {
  const fields = fieldsOfSchedule(stringOf(token) ?? '');
  if (fields === undefined) return undefined;
  const zone = object.string('timeZone') || undefined;
  return paragraphs(
    inWords(fields),
    ...stepTexts(fields),
    suspendedText(object.boolean('suspend')),
    runsText(fields, zone, now),
  );
}

/** `At 03:00, Monday through Friday`; undefined where the words would mislead. */
function inWords(fields: string): string | undefined {
  if (unevenSteps(fields).some(({ values }) => values.length === 1)) return undefined;
  try {
    return `**${cronstrue.toString(fields, { use24HourTimeFormat: true })}**`;
  } catch {
    return undefined;
  }
}

/** What runs in steps that do not fill the hour or the day, and when that is. */
function stepTexts(fields: string): string[] {
  return unevenSteps(fields).map(({ field, values, ofHour }) =>
    ofHour
      ? l10n.t('{0} begins anew each hour: minute {1}.', code(field), values.join(', '))
      : l10n.t('{0} begins anew each day: hour {1}.', code(field), values.join(', ')),
  );
}

/** Minutes and hours in steps after which the last one of an hour or a day is shorter. */
function unevenSteps(fields: string) {
  const [minutes = '', hours = ''] = fields.split(/\s+/);
  const candidates = [
    { field: minutes, size: 60, ofHour: true },
    { field: hours, size: 24, ofHour: false },
  ];
  return candidates.flatMap(({ field, size, ofHour }) => {
    const step = Number(/^[*?]\/(\d+)$/.exec(field)?.[1] ?? 1);
    if (size % step === 0) return [];
    const values = Array.from({ length: Math.ceil(size / step) }, (_, index) => index * step);
    return [{ field, values, ofHour }];
  });
}

function suspendedText(isSuspended: boolean | undefined): string | undefined {
  return isSuspended ? l10n.t('It is suspended: no Job starts until that is changed.') : undefined;
}

function runsText(fields: string, zone: string | undefined, now: Date): string | undefined {
  try {
    const runs = nextRuns(fields, zone ?? 'UTC', now, count);
    if (runs.length === 0) return l10n.t('It never runs: there is no such day in the next 5 years.');
    const format = clockOf(zone ?? 'UTC');
    return `${titleFor(zone)}\n${bullets(runs.map((run) => format.format(run)))}`;
  } catch {
    // a zone that Go knows, but not this machine
    return undefined;
  }
}

function titleFor(zone: string | undefined): string {
  return zone === undefined
    ? l10n.t('Next runs, if the clock of the control plane is UTC (there is no `timeZone`):')
    : l10n.t('Next runs, by the clock of {0}:', code(zone));
}

function clockOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}
