import { describe, expect, it } from 'vitest';
import { cronSchedule, scheduleProblems } from '../../../server/src/service/schema/formats/index.ts';
import { codes, expectMarked, find, fixed, fixTitles, lines, saved } from '../../helpers/manifests.ts';
import { cronJobWith } from '../../helpers/workloads.ts';

const tooLarge = '9223372036854775808';

/** Schedules and what the API server says of each, taken from its own code. */
const schedules: [text: string, ...server: string[]][] = [
  ['*/5 1-3,7 ? jan-MAR mon'],
  ['0 0 31 2 *'],
  [', , , , ,'],
  ['*-x * * * *'],
  ['+5 * * * *'],
  ['5/2 * * * *'],
  ['@daily'],
  ['@every 1h30m'],
  ['@every -1.5h'],
  ['@every 0'],
  ['0\u00a00\u3000* * *'],
  ['* * * *', 'expected exactly 5 fields, found 4: [* * * *]'],
  ['0 * * * * *', 'expected exactly 5 fields, found 6: [0 * * * * *]'],
  [' @daily', 'expected exactly 5 fields, found 1: [@daily]'],
  ['@reboot', 'unrecognized descriptor: @reboot'],
  ['@Daily', 'unrecognized descriptor: @Daily'],
  ['@every 5', 'failed to parse duration @every 5: time: missing unit in duration "5"'],
  ['@every 1d', 'failed to parse duration @every 1d: time: unknown unit "d" in duration "1d"'],
  ['@every  1h', 'failed to parse duration @every  1h: time: invalid duration " 1h"'],
  ['@every .h', 'failed to parse duration @every .h: time: invalid duration ".h"'],
  ['60 * * * *', 'end of range (60) above maximum (59): 60'],
  ['* 24 * * *', 'end of range (24) above maximum (23): 24'],
  ['* * 0 * *', 'beginning of range (0) below minimum (1): 0'],
  ['* * * 13 *', 'end of range (13) above maximum (12): 13'],
  ['* * * * 7', 'end of range (7) above maximum (6): 7'],
  ['5-1 * * * *', 'beginning of range (5) beyond end of range (1): 5-1'],
  ['1-2-3 * * * *', 'too many hyphens: 1-2-3'],
  ['*/2/3 * * * *', 'too many slashes: */2/3'],
  ['*/0 * * * *', 'step of range should be a positive number: */0'],
  ['*/-5 * * * *', 'negative number (-5) not allowed: -5'],
  ['-5 * * * *', 'failed to parse int from : strconv.Atoi: parsing "": invalid syntax'],
  ['x * * * *', 'failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax'],
  [
    `${tooLarge} * * * *`,
    `failed to parse int from ${tooLarge}: strconv.Atoi: parsing "${tooLarge}": value out of range`,
  ],
  ['* * * * monday', 'failed to parse int from monday: strconv.Atoi: parsing "monday": invalid syntax'],
  ['CRON_TZ=UTC 0 1 * * *', 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead'],
];

describe('schedules', () => {
  it.each(schedules)('%j', (text, ...server) => {
    expect(scheduleProblems(text).map((problem) => problem.server)).toEqual(server);
  });

  it.each([
    ['0 3 * * 7', '0 3 * * 0'],
    ['0 3 * * 5-7', '0 3 * * 5-6,0'],
    ['0 3 * * 0-7', '0 3 * * *'],
    ['0 3 * * Monday', '0 3 * * Mon'],
    ['0 0 3 * * *', '0 3 * * *'],
    ['0 0 12 * * ? *', '0 12 * * ?'],
    ['@Daily', '@daily'],
    [' @daily ', '@daily'],
    ['@every 1d', '@every 24h'],
    ['@every 5 minutes', '@every 5m'],
    ['TZ=UTC 0 1 * * *', '0 1 * * *'],
    ['*/10 * * * * *', undefined],
    ['@reboot', undefined],
  ])('%j is likely to mean %j', (text, meant) => {
    expect(cronSchedule.mend?.(text)).toBe(meant);
  });
});

it('tells which part of a schedule is wrong', () => {
  const text = cronJobWith('schedule: «cron-schedule-invalid|"61 3 * * *"»');
  expectMarked(text);
  expect(lines(cronJobWith('schedule: "61 3 * * *"'))).toEqual([
    'error cron-schedule-invalid spec.schedule: `61` is not a valid minute of a schedule: the API server accepts 0 to 59, ranges such as `0-59`, steps such as `*/2`, and `*`. Change it.',
  ]);
  expectMarked(cronJobWith('«required-field|schedule»:'));
  expect(codes(cronJobWith('schedule: "* * * *\\x31"'))).toEqual(['cron-schedule-invalid']);
});

it('moves a time zone into the field for it', () => {
  const text = cronJobWith('schedule: TZ=Europe/Berlin 0 3 * * *');
  expect(fixTitles(text, 'cron-schedule-invalid')).toEqual(['Write the time zone as timeZone: Europe/Berlin']);
  expect(fixed(text, 'cron-schedule-invalid')).toBe(cronJobWith('schedule: 0 3 * * *\ntimeZone: Europe/Berlin'));
});

it('says what the API server says', () => {
  const [found] = find(cronJobWith('schedule: "0 3 * * 8"'));
  expect(found?.problem.server).toEqual(['Invalid value: "0 3 * * 8": end of range (8) above maximum (6): 8']);
});

describe('time zones', () => {
  const withZone = (zone: string) => cronJobWith(`schedule: 0 3 * * *\ntimeZone: ${zone}`);

  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/ComodRivadavia', 'Etc/GMT+12', 'EST5EDT', 'posix/UTC'])(
    '%s',
    (zone) => {
      expect(codes(withZone(zone))).toEqual([]);
    },
  );

  it.each([
    ['europe/berlin', ['Change to Europe/Berlin']],
    ['"America/New York"', ['Change to America/New_York']],
    ['Berlin', ['Change to Europe/Berlin']],
    ['UTC+2', ['Change to Etc/GMT-2']],
    ['Europe/Berln', ['Change to Europe/Berlin']],
    ['Local', ['Remove timeZone']],
    ['""', ['Remove timeZone']],
    ['Mars/Phobos', []],
  ])('%s is refused', (zone, titles) => {
    expectMarked(cronJobWith(`schedule: 0 3 * * *\ntimeZone: «time-zone-invalid|${zone}»`));
    expect(fixTitles(withZone(zone), 'time-zone-invalid').slice(0, 1)).toEqual(titles);
  });

  it('is written as it is in the database on save', () => {
    expect(saved(withZone('utc'))).toBe(withZone('UTC'));
  });
});
