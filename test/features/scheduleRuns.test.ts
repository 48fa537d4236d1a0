import { expect, it } from 'vitest';
import { fieldsOfSchedule, nextRuns } from '../../server/src/service/features/hover/values/runs.ts';
import cases from './scheduleRuns.json';

// schedule, zone, now, and the next runs as robfig/cron v3.0.1 says
it.each(cases as [string, string, string, string[]][])('%s in %s after %s', (schedule, zone, now, expected) => {
  const runs = nextRuns(fieldsOfSchedule(schedule) ?? '', zone, new Date(now), 3);
  expect(runs.map((run) => run.toISOString().replace(':00.000Z', 'Z'))).toEqual(expected);
});

it('knows no such zone', () => {
  expect(() => nextRuns('0 0 * * *', 'Nowhere/At_All', new Date(0), 1)).toThrow(RangeError);
});
