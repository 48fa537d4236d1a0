import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, podWith } from '../../helpers/manifests.ts';
import { deploymentOf, refusals } from '../../helpers/verdicts.ts';

const pod = (lines: string) => podWith('', lines);

describe('dns-servers-missing', () => {
  it.each([
    ['dnsPolicy: None', 'spec.dnsConfig'],
    ['dnsPolicy: None\ndnsConfig: ~', 'spec.dnsConfig'],
    ['dnsPolicy: None\ndnsConfig: {}', 'spec.dnsConfig.nameservers'],
    ['dnsPolicy: None\ndnsConfig: {nameservers: []}', 'spec.dnsConfig.nameservers'],
    // nothing else is looked at
    ['dnsPolicy: None\ndnsConfig: {searches: [A], options: [{}]}', 'spec.dnsConfig.nameservers'],
  ])('finds it in %j', (lines, path) => {
    expect(refusals(pod(lines))).toEqual([`dns-servers-missing ${path}`]);
  });

  it('underlines the policy', () => {
    expectMarked(pod('dnsPolicy: «dns-servers-missing|None»\ndnsConfig: {searches: [a]}'));
  });

  it.each([
    ['dnsPolicy: None\ndnsConfig: {nameservers: [10.0.0.10]}', []],
    ['dnsPolicy: Default\ndnsConfig: {}', []],
    ['dnsPolicy: none', ['unsupported-value']],
    ['dnsPolicy: None\ndnsConfig: [10.0.0.10]', ['wrong-type']],
    ['dnsPolicy: None\ndnsConfig: {nameservers: 10.0.0.10}', ['wrong-type']],
  ])('is silent on %j', (lines, expected) => expect(codes(pod(lines))).toEqual(expected));

  it('has the path of the template', () => {
    const [found] = find(deploymentOf('dnsPolicy: None\ncontainers: [{name: a, image: b:1}]'));
    expect(found?.problem.path).toBe('spec.template.spec.dnsConfig');
  });
});

describe('dns-search-list-too-long', () => {
  const searches = (count: number, length: number) =>
    pod(`dnsConfig: {searches: [${Array(count).fill('x'.repeat(length))}]}`);

  it('counts the blanks', () => {
    expect(refusals(searches(32, 63))).toEqual([]);
    expect(refusals(searches(32, 64))).toEqual(['dns-search-list-too-long spec.dnsConfig.searches']);
  });

  it('counts bytes', () => {
    expect(codes(pod(`dnsConfig: {searches: [${Array(20).fill('ä'.repeat(60))}]}`))).toContain(
      'dns-search-list-too-long',
    );
  });
});
