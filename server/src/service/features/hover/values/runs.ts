import { scheduleFields, scheduleProblems } from '../../../schema/formats/index.ts';

/** When a schedule runs: the values of its five fields, and whether the days are given by their date, by their name, or both. */
interface Times {
  fields: readonly ReadonlySet<number>[];
  anyDate: boolean;
  anyDayOfWeek: boolean;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Beyond these the library of the controller gives up: SpecSchedule.Next of robfig/cron. */
const mostYears = 5;

const named: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** The five fields of a schedule, also of one with a name; undefined for `@every 1h` and for what is no schedule. */
export function fieldsOfSchedule(schedule: string): string | undefined {
  if (scheduleProblems(schedule).length > 0 || schedule.startsWith('@every')) return undefined;
  return named[schedule] ?? schedule.trim();
}

/**
 * The next runs of a schedule: every minute whose date and time on the clock of the zone fit, also those that the clock
 * shows twice, not those that it leaves out. Facts: parser.go and spec.go of robfig/cron v3.
 * @param fields five fields: `0 3 * * *`
 * @param zone a name of the IANA database
 * @throws RangeError for a zone that this machine does not know
 */
export function nextRuns(fields: string, zone: string, now: Date, count: number): Date[] {
  const times = readTimes(fields);
  const offsetAt = offsets(zone);
  const runs: Date[] = [];
  const after = now.getTime();
  let date = Math.floor((after + offsetAt(after)) / day);
  let last = date + mostYears * 366;
  for (; date < last; date++) {
    if (!isOnDay(times, new Date(date * day))) continue;
    for (const run of runsOn(date * day, times, offsetAt, after)) {
      runs.push(new Date(run));
      if (runs.length === count) return runs;
      last = date + mostYears * 366;
    }
  }
  return runs;
}

function readTimes(text: string): Times {
  const fields = text.split(/\s+/);
  // a star with a step is a list of days like any other
  const isAny = (field = '') => field.split(',').some((part) => /^[*?](?:-[^/]*)?(?:\/0*1)?$/.test(part));
  return {
    fields: fields.map(
      (field, index) => new Set(field.split(',').flatMap((part) => (part ? valuesOf(part, index) : []))),
    ),
    anyDate: isAny(fields[2]),
    anyDayOfWeek: isAny(fields[4]),
  };
}

/** The values of an entry of a field: `1-5/2`, `mon`, `*`. */
function valuesOf(part: string, field: number): number[] {
  const { least, most, names } = scheduleFields[field] ?? { least: 0, most: 0, names: [] };
  const [range = '', step] = part.split('/');
  const [low = '', high] = range.split('-');
  const read = (text: string) =>
    names.includes(text.toLowerCase()) ? least + names.indexOf(text.toLowerCase()) : Number(text);
  const isAll = low === '*' || low === '?';
  const first = isAll ? least : read(low);
  const last = isAll || (high === undefined && step !== undefined) ? most : read(high ?? low);
  const values: number[] = [];
  for (let value = first; value <= last; value += Number(step ?? 1)) values.push(value);
  return values;
}

/** Whether a day fits: where dates and days of the week are both given, one of them is enough. */
function isOnDay({ fields: [, , dates, months, daysOfWeek], anyDate, anyDayOfWeek }: Times, date: Date): boolean {
  if (!months?.has(date.getUTCMonth() + 1)) return false;
  const fits = [dates?.has(date.getUTCDate()), daysOfWeek?.has(date.getUTCDay())];
  return anyDate || anyDayOfWeek ? fits.every(Boolean) : fits.some(Boolean);
}

/** The runs on a day after a time, in their order; the clock is looked at where it changes around that day. */
function* runsOn(
  midnight: number,
  { fields: [minutes, hours] }: Times,
  offsetAt: (time: number) => number,
  after: number,
): Generator<number> {
  const around = [...new Set([offsetAt(midnight - day), offsetAt(midnight + 2 * day)])];
  const clock = [...(hours ?? [])].flatMap((hour) =>
    [...(minutes ?? [])].map((each) => midnight + (hour * 60 + each) * minute),
  );
  const candidates = clock.flatMap((time) => around.map((offset) => ({ time, run: time - offset })));
  for (const { time, run } of candidates.sort((a, b) => a.run - b.run)) {
    if (run > after && (around.length === 1 || run + offsetAt(run) === time)) yield run;
  }
}

/** How far the clock of a zone is ahead of UTC at a time. */
function offsets(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return clock - Math.floor(time / 1000) * 1000;
  };
}
