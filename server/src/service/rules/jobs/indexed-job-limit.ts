import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Limit {
  name: string;
  /** The most that is taken. */
  most: number;
  server: string;
  message: string;
}

interface Data extends Limit {
  spec: ApiObject;
}

const mostAtAll = 100_000;
const mostOfMany = 10_000;

/** validateJobSpec: the status of an indexed Job lists indexes, and may not grow without end. */
export default defineRule<Data>({
  code: 'indexed-job-limit',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('batch/v1.JobSpec')) {
      if (spec.string('completionMode') !== 'Indexed') continue;
      for (const limit of limitsOf(spec)) {
        const { name, most, message } = limit;
        const value = spec.integer(name);
        if (value === undefined || value <= most) continue;
        const server = [`Invalid value: ${value}: ${limit.server}`];
        report({ node: spec.valueOf(name), path: spec.at(name), message, server, data: { ...limit, spec } });
      }
      if (isLarge(spec) && !spec.has('maxFailedIndexes')) report(missing(spec));
    }
  },
  fix({ data: { spec, name, most } }, editor) {
    return [setFix(spec, name, most, editor, ['backoffLimitPerIndex'])];
  },
});

/** Whether so many indexes are retried one by one that stricter limits count. */
function isLarge(spec: ApiObject): boolean {
  return (spec.integer('completions') ?? 0) > mostAtAll && spec.has('backoffLimitPerIndex');
}

function limitsOf(spec: ApiObject): Limit[] {
  if (isLarge(spec)) return ['parallelism', 'maxFailedIndexes'].map(ofLarge);
  const completions = spec.integer('completions');
  return [
    atAll('parallelism', `must be less than or equal to ${mostAtAll} when completion mode is Indexed`),
    completions !== undefined && completions < mostAtAll
      ? ofCompletions(completions)
      : atAll('maxFailedIndexes', `must be less than or equal to ${mostAtAll}`),
  ];
}

function atAll(name: string, server: string): Limit {
  const message = l10n.t('The API server accepts at most {0} for `{1}` of an indexed Job. Lower it.', mostAtAll, name);
  return { name, most: mostAtAll, server, message };
}

function ofLarge(name: string): Limit {
  const server = `must be less than or equal to ${mostOfMany} when completions are above ${mostAtAll} and used with backoff limit per index`;
  const message = l10n.t(
    'With `backoffLimitPerIndex` and more than {0} `completions`, the API server accepts at most {1} for `{2}`. Lower it.',
    mostAtAll,
    mostOfMany,
    name,
  );
  return { name, most: mostOfMany, server, message };
}

function ofCompletions(completions: number): Limit {
  const message = l10n.t(
    'The Job has {0} indexes (`completions`), and no more than these can fail: the API server refuses a larger `maxFailedIndexes`. Lower it.',
    completions,
  );
  return { name: 'maxFailedIndexes', most: completions, server: 'must be less than or equal to completions', message };
}

function missing(spec: ApiObject) {
  const [name, most] = ['maxFailedIndexes', mostOfMany];
  const server = `Required value: must be specified when completions is above ${mostAtAll}`;
  const message = l10n.t(
    'With `backoffLimitPerIndex` and more than {0} `completions`, the API server also requires `maxFailedIndexes`. Add it, with at most {1}.',
    mostAtAll,
    mostOfMany,
  );
  const data = { spec, name, most, server, message };
  return { node: spec.keyOf('backoffLimitPerIndex'), path: spec.at(name), message, server: [server], data };
}
