import type { Format } from './format.ts';
import zones from './timeZones.json';

/** What is wrong with a schedule. */
export interface ScheduleProblem {
  kind: 'time-zone' | 'descriptor' | 'duration' | 'fields' | 'part';
  /** What the API server says. */
  server: string;
  /** The text that is wrong: the whole schedule, or an entry of one of its fields. */
  text: string;
  /** The index of the field. */
  field?: number;
}

/** The five fields of a schedule: minute, hour, day of the month, month, day of the week. */
export const scheduleFields: readonly { least: number; most: number; names: readonly string[] }[] = [
  { least: 0, most: 59, names: [] },
  { least: 0, most: 23, names: [] },
  { least: 1, most: 31, names: [] },
  { least: 1, most: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { least: 0, most: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** Schedules that have a name. */
export const descriptors = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

const every = '@every ';
// unicode.IsSpace
const blanks = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** Schedules of a CronJob (cron.ParseStandard of robfig/cron, and validateScheduleFormat). */
export const cronSchedule: Format = {
  name: 'cron-schedule',
  problems: (text) => scheduleProblems(text).map(({ server }) => server),
  mend: (text) => mendings.map((mend) => mend(text)).find((each) => each !== text && isSchedule(each)),
};

/** Everything the API server says of a schedule. */
export function scheduleProblems(text: string): ScheduleProblem[] {
  const problem = parseProblem(text);
  const found = problem ? [problem] : [];
  if (text.includes('TZ')) {
    const server = 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead';
    found.unshift({ kind: 'time-zone', server, text });
  }
  return found;
}

function isSchedule(text: string): boolean {
  return scheduleProblems(text).length === 0;
}

/** A schedule with its time zone in front taken apart: `TZ=UTC 0 1 * * *`. */
export function splitTimeZone(text: string): { zone: string; schedule: string } | undefined {
  const [, zone, schedule] = /^(?:CRON_)?TZ=(\S*) (.*)$/s.exec(text) ?? [];
  return zone === undefined || schedule === undefined ? undefined : { zone, schedule: schedule.trim() };
}

function parseProblem(text: string): ScheduleProblem | undefined {
  if (/^(?:CRON_)?TZ=/.test(text)) {
    const { zone, schedule } = splitTimeZone(text) ?? {};
    if (zone === undefined || schedule === undefined) {
      const server = 'invalid schedule format: runtime error: slice bounds out of range [:-1]';
      return { kind: 'time-zone', server, text };
    }
    if (zone !== '' && !isTimeZone(zone)) {
      const server = `provided bad location ${zone}: unknown time zone ${zone}`;
      return { kind: 'time-zone', server, text };
    }
    return plainProblem(schedule);
  }
  return plainProblem(text);
}

function plainProblem(text: string): ScheduleProblem | undefined {
  if (text.startsWith('@')) return descriptorProblem(text);
  const fields = text.split(blanks).filter((field) => field !== '');
  if (fields.length !== scheduleFields.length) {
    const server = `expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]`;
    return { kind: 'fields', server, text };
  }
  for (const [index, field] of fields.entries()) {
    for (const part of field.split(',').filter((each) => each !== '')) {
      const server = partProblem(part, index);
      if (server) return { kind: 'part', server, text: part, field: index };
    }
  }
  return undefined;
}

function descriptorProblem(text: string): ScheduleProblem | undefined {
  if (descriptors.includes(text)) return undefined;
  if (!text.startsWith(every)) return { kind: 'descriptor', server: `unrecognized descriptor: ${text}`, text };
  const problem = durationProblem(text.slice(every.length));
  if (!problem) return undefined;
  return { kind: 'duration', server: `failed to parse duration ${text}: ${problem}`, text };
}

/** An entry of a field, `1-5/2`, as getRange reads it: the mistakes are told in its order. */
function partProblem(part: string, field: number): string | undefined {
  const { least, most, names } = scheduleFields[field] ?? { least: 0, most: 0, names: [] };
  const [range = '', step, ...slashes] = part.split('/');
  const [low = '', high, ...hyphens] = range.split('-');
  const isAll = low === '*' || low === '?';
  const start = isAll ? least : read(low, names, least);
  if (typeof start === 'string') return start;
  if (!isAll && hyphens.length > 0) return `too many hyphens: ${part}`;
  let end = isAll ? most : high === undefined ? start : read(high, names, least);
  if (typeof end === 'string') return end;
  if (slashes.length > 0) return `too many slashes: ${part}`;
  const by = step === undefined ? 1 : read(step, [], 0);
  if (typeof by === 'string') return by;
  if (step !== undefined && high === undefined) end = most;
  if (start < least) return `beginning of range (${start}) below minimum (${least}): ${part}`;
  if (end > most) return `end of range (${end}) above maximum (${most}): ${part}`;
  if (start > end) return `beginning of range (${start}) beyond end of range (${end}): ${part}`;
  return by === 0 ? `step of range should be a positive number: ${part}` : undefined;
}

/** A number or name, or what the server says where it is none (parseIntOrName, strconv.Atoi). */
function read(text: string, names: readonly string[], least: number): number | string {
  const name = names.indexOf(text.toLowerCase());
  if (name >= 0) return least + name;
  const failed = `failed to parse int from ${text}: strconv.Atoi: parsing ${JSON.stringify(text)}`;
  if (!/^[-+]?\d+$/.test(text)) return `${failed}: invalid syntax`;
  const number = bigOf(text.replace('+', ''));
  if (number >= 2n ** 63n || number < -(2n ** 63n)) return `${failed}: value out of range`;
  return number < 0n ? `negative number (${number}) not allowed: ${text}` : Number(number);
}

const nanoseconds = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

/** time.ParseDuration. */
function durationProblem(text: string): string | undefined {
  const quoted = quote(text);
  const invalid = `time: invalid duration ${quoted}`;
  const digits = text.replace(/^[-+]/, '');
  if (digits === '0') return undefined;
  if (digits === '') return invalid;
  const most = 2n ** 63n;
  let total = 0n;
  let at = 0;
  while (at < digits.length) {
    const { length, whole, fraction, unit } = durationPart(digits, at);
    const count = bigOf(whole);
    if (whole + fraction === '' || count > most) return invalid;
    if (unit === '') return `time: missing unit in duration ${quoted}`;
    const size = nanoseconds.get(unit);
    if (size === undefined) return `time: unknown unit ${quote(unit)} in duration ${quoted}`;
    total += count * size + BigInt(Math.trunc(Number(`0.${fraction}`) * Number(size)));
    if (total > most) return invalid;
    at += length;
  }
  return total === most && !text.startsWith('-') ? invalid : undefined;
}

/** A number of any length; one that is far too large for Go is cut, as is the time to read it. */
function bigOf(digits: string): bigint {
  return BigInt(digits.replace(/^(-?)0+(?=\d)/, '$1').slice(0, 24));
}

/** The part of a duration that begins at a place: `1.5h`. */
function durationPart(text: string, at: number) {
  const part = /(\d*)(?:\.(\d*))?([^\d.]*)/y;
  part.lastIndex = at;
  const [{ length } = '', whole = '', fraction = '', unit = ''] = part.exec(text) ?? [];
  return { length, whole, fraction, unit };
}

/** A text as the errors of Go's time package have it. */
function quote(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return `"${Array.from(bytes, quoteByte).join('')}"`;
}

function quoteByte(byte: number): string {
  const char = String.fromCharCode(byte);
  if (byte < 0x20 || byte >= 0x80) return `\\x${byte.toString(16).padStart(2, '0')}`;
  return char === '"' || char === '\\' ? `\\${char}` : char;
}

/** What is likely meant by what is no schedule, tried one after the other. */
const mendings: readonly ((text: string) => string)[] = [
  (text) => text.trim().toLowerCase(),
  (text) => splitTimeZone(text)?.schedule ?? text,
  // Quartz and others have seconds in front, and perhaps years behind
  (text) => text.replace(/^\s*0\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)(?:\s+\*)?\s*$/, '$1'),
  (text) => text.replace(/[a-z]{4,}/gi, (word) => shortName(word)),
  (text) => text.replace(/(\s)(\S+)$/, (_, blank, days) => blank + sundays(days)),
  (text) => text.replace(/^@every\s*(\d+)\s*d(?:ays?)?$/, (_, days) => `${every}${24 * Number(days)}h`),
  (text) => text.replace(/^@every\s*(\d+)\s*(h|m|s)[a-z]*$/, `${every}$1$2`),
];

function shortName(word: string): string {
  const short = word.slice(0, 3).toLowerCase();
  return scheduleFields.some(({ names }) => names.includes(short)) ? word.slice(0, 3) : word;
}

/** Days of the week in which a Sunday is 7, which is 0 here. */
function sundays(days: string): string {
  return days
    .split(',')
    .map((part) => {
      if (part === '7') return '0';
      const [, from] = /^(\d)-7$/.exec(part) ?? [];
      if (from === undefined) return part;
      return Number(from) <= 1 ? '*' : `${from}-6,0`;
    })
    .join(',');
}

const zoneNames = new Set(
  Object.entries(zones).flatMap(([area, places]) =>
    places.split(' ').map((place) => (area ? `${area}/${place}` : place)),
  ),
);

/** The names of the IANA time zones. */
export const timeZoneNames: readonly string[] = [...zoneNames];

/** Whether Go finds a time zone; what only some machines have is taken to be there. */
function isTimeZone(name: string): boolean {
  return zoneNames.has(name.replace(/^(?:posix|right)\//, '')) || name === 'posixrules' || name === 'localtime';
}

/** Time zones of a CronJob: `Europe/Berlin` (validateTimeZone); upper and lower case count. */
export const timeZone: Format = {
  name: 'time-zone',
  problems(text) {
    if (text === '') return ['timeZone must be nil or non-empty string'];
    const isLocal = text.toLowerCase() === 'local';
    return [
      ...(isLocal ? ['timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones'] : []),
      ...(isTimeZone(text) || text === 'Local' ? [] : [`unknown time zone ${text}`]),
    ];
  },
};
