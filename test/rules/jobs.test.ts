import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles } from '../helpers/manifests.ts';
import { cronJobWith, jobWith } from '../helpers/workloads.ts';

const schedule = 'schedule: 0 3 * * *';
const indexed = 'completionMode: Indexed\ncompletions: 3';

function server(text: string, code: string): readonly string[] {
  return find(text).find(({ problem }) => problem.code === code)?.problem.server ?? [];
}

describe('an indexed Job', () => {
  it.each([
    jobWith('«job-not-indexed|backoffLimitPerIndex»: 1'),
    jobWith('«job-not-indexed|backoffLimitPerIndex»: 1\n«job-not-indexed|maxFailedIndexes»: 1'),
    jobWith('«job-not-indexed|successPolicy»: {rules: []}'),
    cronJobWith(schedule, '«job-not-indexed|backoffLimitPerIndex»: 1'),
    jobWith('completionMode: «indexed-job-completions|Indexed»\nparallelism: 2'),
    jobWith('completionMode: Indexed'),
    cronJobWith(schedule, 'completionMode: «indexed-job-completions|Indexed»'),
    jobWith(`${indexed}\nparallelism: «indexed-job-limit|100001»`),
    jobWith(`${indexed}\nbackoffLimitPerIndex: 1\nmaxFailedIndexes: «indexed-job-limit|4»`),
    jobWith(`${indexed}\nbackoffLimitPerIndex: 1\nmaxFailedIndexes: 3`),
    jobWith('completionMode: Indexed\ncompletions: 100001\n«indexed-job-limit|backoffLimitPerIndex»: 1'),
    jobWith(
      'completionMode: Indexed\ncompletions: 100001\nbackoffLimitPerIndex: 1\nmaxFailedIndexes: «indexed-job-limit|10001»',
    ),
    jobWith(`${indexed}\n«backoff-limit-per-index-missing|maxFailedIndexes»: 1`),
  ])('%#', (text) => {
    expectMarked(text);
  });

  it('is mended', () => {
    expect(fixed(jobWith('completions: 3\nbackoffLimitPerIndex: 1'), 'job-not-indexed')).toBe(
      jobWith('completions: 3\ncompletionMode: Indexed\nbackoffLimitPerIndex: 1'),
    );
    expect(fixTitles(cronJobWith(schedule, 'backoffLimitPerIndex: 1'), 'job-not-indexed')).toEqual([
      'Remove backoffLimitPerIndex',
    ]);
    expect(fixed(jobWith('completionMode: Indexed\nparallelism: 2'), 'indexed-job-completions')).toBe(
      jobWith('completionMode: Indexed\ncompletions: 2\nparallelism: 2'),
    );
    const limit = jobWith(`${indexed}\nbackoffLimitPerIndex: 1\nmaxFailedIndexes: 4`);
    expect(fixed(limit, 'indexed-job-limit')).toBe(limit.replace('Indexes: 4', 'Indexes: 3'));
    expect(fixed(jobWith(`${indexed}\nmaxFailedIndexes: 1`), 'backoff-limit-per-index-missing')).toBe(
      jobWith(`${indexed}\nbackoffLimitPerIndex: 1\nmaxFailedIndexes: 1`),
    );
  });
});

describe('a failure policy', () => {
  const withRule = (rule: string, more = '') =>
    jobWith(`podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {${rule}}}]}${more}`);

  it.each([
    withRule('operator: In, values: [«exit-codes-invalid|0», 1]'),
    withRule('operator: NotIn, values: [0, 1]'),
    withRule('operator: In, «exit-codes-invalid|values»: [3, 1, 2]'),
    withRule('operator: In, values: [1], containerName: «exit-codes-container-not-found|mian»'),
    withRule('operator: In, values: [1], containerName: «exit-codes-container-not-found|""»'),
    withRule('operator: In, values: [1], containerName: main'),
    jobWith(
      'podFailurePolicy: {rules: [{action: «backoff-limit-per-index-missing|FailIndex», onPodConditions: [{type: A}]}]}',
    ),
    jobWith('podFailurePolicy: {rules: []}', 'name: work', 'restartPolicy: «failure-policy-restart|OnFailure»'),
  ])('%#', (text) => {
    expectMarked(text);
  });

  it('is mended', () => {
    const order = withRule('operator: In, values: [3, 1, 2]');
    expect(fixed(order, 'exit-codes-invalid')).toBe(withRule('operator: In, values: [1, 2, 3]'));
    expect(fixed(withRule('operator: In, values: [0, 1]'), 'exit-codes-invalid')).toBe(
      withRule('operator: In, values: [1]'),
    );
    const name = withRule('operator: In, values: [1], containerName: mian');
    expect(fixTitles(name, 'exit-codes-container-not-found')).toEqual(['Change to main', 'Remove containerName']);
    expect(fixed(name, 'exit-codes-container-not-found', 1)).toBe(withRule('operator: In, values: [1]'));
    const restart = jobWith('podFailurePolicy: {rules: []}', 'name: work', 'restartPolicy: OnFailure');
    expect(fixed(restart, 'failure-policy-restart')).toBe(jobWith('podFailurePolicy: {rules: []}'));
  });
});

describe('a success policy', () => {
  const withRule = (rule: string) => jobWith(`${indexed}\nsuccessPolicy: {rules: [{${rule}}]}`);

  it.each([
    ['0-2', undefined],
    ['""', undefined],
    ['"0"', undefined],
    ['"0,2"', undefined],
    ['"3"', 'too large index: "3"'],
    ['0-3', 'too large index: "3"'],
    ['2-0', 'non-increasing order, previous: 2, current: 0'],
    ['"2,0"', 'non-increasing order, previous: 2, current: 0'],
    [
      '0-1-2',
      'the fragment "0-1-2" violates the requirement that an index interval can have at most two parts separated by \'-\'',
    ],
    ['"0, 1"', 'cannot convert string to integer for index: " 1"'],
    ['x', 'cannot convert string to integer for index: "x"'],
  ])('takes %s or not', (indexes, words) => {
    const found = server(withRule(`succeededIndexes: ${indexes}`), 'succeeded-indexes-invalid');
    expect(found).toEqual(words ? [expect.stringContaining(`error parsing succeededIndexes: ${words}`)] : []);
  });

  it('takes no more than there are', () => {
    expectMarked(withRule('succeededCount: «succeeded-count-too-large|4»'));
    expectMarked(withRule('succeededIndexes: 0-1, succeededCount: «succeeded-count-too-large|3»'));
    expect(codes(withRule('succeededIndexes: 0-1, succeededCount: 2'))).toEqual([]);
    expect(fixed(withRule('succeededCount: 4'), 'succeeded-count-too-large')).toBe(withRule('succeededCount: 3'));
    expect(fixed(withRule('succeededIndexes: "2, 0"'), 'succeeded-indexes-invalid')).toBe(
      withRule('succeededIndexes: "0,2"'),
    );
  });
});

describe('the selector and labels of a Job', () => {
  const labelled = (labels: string, metadata = 'name: work') => jobWith('', metadata, 'restartPolicy: Never', labels);

  it.each([
    jobWith('«job-selector|selector»: {matchLabels: {app: a}}'),
    jobWith('selector: {}'),
    jobWith('selector: {matchLabels: {job-name: work}}'),
    jobWith('«job-selector|selector»: {matchLabels: {job-name: work}}', 'generateName: work-'),
    cronJobWith(schedule, '«job-selector|selector»: {}'),
    cronJobWith(schedule, '«job-selector|manualSelector»: true'),
    labelled('job-name: «job-label-reserved|other»'),
    labelled('job-name: work, app: x'),
    labelled('job-name: «job-label-reserved|work»', 'generateName: work-'),
    labelled('batch.kubernetes.io/controller-uid: «job-label-reserved|a»'),
  ])('%#', (text) => {
    expectMarked(text);
  });

  it('are mended', () => {
    const text = jobWith('selector: {matchLabels: {app: a}}');
    expect(fixed(text, 'job-selector')).toBe(jobWith(''));
    expect(fixed(text, 'job-selector', 1)).toBe(jobWith('selector: {matchLabels: {app: a}}\nmanualSelector: true'));
    expect(fixTitles(cronJobWith(schedule, 'selector: {}'), 'job-selector')).toEqual(['Remove selector']);
    expect(fixed(labelled('job-name: other, a: b'), 'job-label-reserved')).toBe(labelled('a: b'));
    expect(find(labelled('job-name: other'))[0]?.problem.path).toBe('spec.template.metadata.labels[job-name]');
  });
});

describe('the name of a Job', () => {
  const long = (length: number) => 'x'.repeat(length);
  const path = (text: string) =>
    find(text).flatMap(({ problem }) => (problem.code === 'job-name-invalid' ? problem.path : []));

  it.each([
    [jobWith('', `name: ${long(63)}`), []],
    [jobWith('', `name: ${long(64)}`), ['spec.template.labels']],
    [jobWith('manualSelector: true\nselector: {}', `name: ${long(64)}`), []],
    [jobWith('', `generateName: ${long(100)}`), []],
    [jobWith(indexed, `name: ${long(61)}`), []],
    [jobWith(indexed, `name: ${long(62)}`), ['metadata.name']],
    [jobWith(indexed, 'name: a.b'), ['metadata.name']],
    [jobWith(indexed, `generateName: ${long(57)}`), ['metadata.name']],
    [jobWith('completionMode: Indexed\ncompletions: 0', 'name: a.b'), []],
    [jobWith(indexed, 'name: A_b'), []],
    [cronJobWith(schedule, '', long(52)), []],
    [cronJobWith(schedule, '', long(53)), ['metadata.name']],
  ])('%#', (text, paths) => {
    expect(path(text)).toEqual(paths);
  });

  it('is cut, and loses its dots', () => {
    expect(fixed(jobWith(indexed, 'name: a.b'), 'job-name-invalid')).toBe(jobWith(indexed, 'name: a-b'));
    expect(fixed(cronJobWith(schedule, '', long(60)), 'job-name-invalid')).toBe(cronJobWith(schedule, '', long(52)));
  });
});
