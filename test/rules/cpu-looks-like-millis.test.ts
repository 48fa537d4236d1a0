import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const code = 'cpu-looks-like-millis';
const resources = (text: string) => podWith(`resources: {${text}}`);

describe(code, () => {
  it.each([
    `requests: {cpu: «${code}|1000»}`,
    `requests: {cpu: «${code}|"1500"»}`,
    `limits: {cpu: «${code}|4000»}, requests: {cpu: 500m}`,
    `limits: {cpu: «${code}|4000»}, requests: {cpu: «${code}|1000»}`,
  ])('finds %s', (text) => expectMarked(resources(text)));

  it.each([
    'requests: {cpu: 999}',
    'requests: {cpu: 1000m}',
    'requests: {cpu: 1e3}',
    'requests: {memory: 1000}',
    'limits: {example.com/x: 1000}',
  ])('is silent for %s', (text) => expect(codes(resources(text))).not.toContain(code));

  it('says what comes of it', () => {
    const [limit] = find(resources('limits: {cpu: 4000}, requests: {cpu: 500m}'));
    expect(limit?.problem.message).toContain('limits nothing');
    const [both] = find(resources('limits: {cpu: 4000}'));
    expect(both?.problem.message).toContain('Pending');
  });

  it('changes request and limit together, as they are written', () => {
    expect(fixed(resources('limits: {cpu: 4000}, requests: {cpu: "1000"}'), code)).toBe(
      resources('limits: {cpu: 4000m}, requests: {cpu: 1000m}'),
    );
    expect(fixed(podWith('resources:\n  requests:\n    cpu: 1000 # x\n    memory: 1Gi'), code)).toBe(
      podWith('resources:\n  requests:\n    cpu: 1000m # x\n    memory: 1Gi'),
    );
    expect(fixTitles(resources('limits: {cpu: 1000}, requests: {cpu: 2}'), code)).toEqual([]);
  });
});
