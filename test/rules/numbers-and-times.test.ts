import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const limits = (value: string) => podWith(`resources: {limits: {memory: ${value}}}`);
const created = (value: string) =>
  podWith('tty: true').replace('  name: app\nspec', `  name: app\n  creationTimestamp: ${value}\nspec`);

describe('number-out-of-range', () => {
  it.each(['2147483648', '-2147483649', '80.5', '99999999999999999999', '1e10'])('finds %s in 32 bits', (value) => {
    expectMarked(podWith(`ports: [{containerPort: «number-out-of-range|${value}»}]`), {}, ['port-out-of-range']);
  });

  it.each(['9223372036854775808', '-9223372036854775809', '1e19', '0.5'])('finds %s in 64 bits', (value) => {
    expectMarked(podWith(`securityContext: {runAsUser: «number-out-of-range|${value}»}`));
  });

  it.each(['80', '8e1', '80.0', '0x50', '0120', '1_0'])('is silent on %s', (value) => {
    expect(codes(podWith(`ports: [{containerPort: ${value}}]`))).toEqual([]);
  });

  it('is silent on whole numbers of 64 bits with an exponent', () => {
    expect(codes(podWith('securityContext: {runAsUser: 1e18}'))).not.toContain('number-out-of-range');
  });

  it('tells a fraction from a large number', () => {
    const message = (value: string) => find(podWith(`ports: [{containerPort: ${value}}]`))[0]?.problem.message;
    expect(message('80.5')).toContain('whole number');
    expect(message('3000000000')).toContain('32 bits');
  });
});

describe('bad-quantity', () => {
  it.each(['128MB', '1gi', '1GiB', '"1 Gi"', 'half', '""', '"\\n1"', '1.5.5', '5%', '1KI'])('finds %s', (value) => {
    expectMarked(limits(`«bad-quantity|${value}»`));
  });

  it.each([
    '128Mi',
    '1e3',
    '0.5',
    '.5Gi',
    '5.',
    '"1"',
    '" 1Gi "',
    '100m',
    '1E',
    '1e5',
    '+1',
    '12k',
    '~',
    '0x10',
    '1_0',
  ])('is silent on %s', (value) => expect(codes(limits(value))).not.toContain('bad-quantity'));

  it.each([
    ['128MB', ['128Mi', '128M']],
    ['1GiB', ['1Gi']],
    ['"1 gi"', ['1Gi']],
    ['64kb', ['64Ki', '64k']],
    ['half', []],
  ])('of %s offers %j', (value, repaired) => {
    expect(fixTitles(limits(value), 'bad-quantity')).toEqual(repaired.map((text) => `Change to ${text}`));
    for (const [index, text] of repaired.entries())
      expect(fixed(limits(value), 'bad-quantity', index)).toBe(limits(text));
  });
});

describe('bad-time', () => {
  it.each([
    '2026-01-31',
    '2026-02-30T12:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T12:00:00',
    '2026-01-31t12:00:00z',
    '""',
    'now',
  ])('finds %s', (value) => expectMarked(created(`«bad-time|${value}»`)));

  it.each([
    '2026-01-31T12:00:00Z',
    '"2026-01-31T12:00:00.5+01:00"',
    '2024-02-29T00:00:00Z',
    '2026-01-31T1:00:00Z',
    '~',
  ])('is silent on %s', (value) => expect(codes(created(value))).not.toContain('bad-time'));
});
