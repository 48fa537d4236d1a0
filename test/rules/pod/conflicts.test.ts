import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../../helpers/manifests.ts';
import { deploymentOf } from '../../helpers/verdicts.ts';

const pod = (lines: string) => podWith('', lines);

describe('hostname-override-conflict', () => {
  const code = 'hostname-override-conflict';

  it('finds either', () => {
    expectMarked(pod('setHostnameAsFQDN: true\n«hostname-override-conflict|hostnameOverride»: a'));
    expectMarked(pod('hostNetwork: true\n«hostname-override-conflict|hostnameOverride»: a'));
    expect(codes(pod('hostNetwork: true\nsetHostnameAsFQDN: true\nhostnameOverride: a'))).toEqual([code, code]);
  });

  it.each([
    'setHostnameAsFQDN: false\nhostnameOverride: a',
    'setHostnameAsFQDN: true\nhostnameOverride: ~',
    'setHostnameAsFQDN: true\nhostNetwork: true\nhostname: a',
  ])('is silent on %j', (lines) => expect(codes(pod(lines))).toEqual([]));

  it('is silent where the field is dropped', () => {
    expect(codes(pod('setHostnameAsFQDN: true\nhostnameOverride: a'), { minor: 34 })).toEqual(['dropped-field']);
  });

  it('removes one of them', () => {
    const block = pod('setHostnameAsFQDN: true\nhostnameOverride: a');
    expect(fixTitles(block, code)).toEqual(['Remove hostnameOverride', 'Remove setHostnameAsFQDN']);
    expect(fixed(block, code)).toBe(pod('setHostnameAsFQDN: true'));
    expect(fixed(block, code, 1)).toBe(pod('hostnameOverride: a'));
  });
});

describe('scheduling-gates-with-node', () => {
  const code = 'scheduling-gates-with-node';

  it('finds both in a pod', () => {
    expectMarked(pod('«scheduling-gates-with-node|nodeName»: a\nschedulingGates: [{name: a}]'));
    const [found] = find(pod('nodeName: a\nschedulingGates: [{name: a}]'));
    expect(found?.problem.server).toEqual(['Forbidden: cannot be set until all schedulingGates have been cleared']);
  });

  it('is silent in a template, and without one of them', () => {
    expect(
      codes(deploymentOf('nodeName: a\nschedulingGates: [{name: a}]\ncontainers: [{name: a, image: b:1}]')),
    ).toEqual([]);
    expect(codes(pod('nodeName: ""\nschedulingGates: [{name: a}]'))).toEqual([]);
    expect(codes(pod('nodeName: a\nschedulingGates: []'))).toEqual([]);
  });

  it('removes one of them', () => {
    const flow = pod('schedulingGates: [{name: a}]\nnodeName: a');
    expect(fixTitles(flow, code)).toEqual(['Remove nodeName', 'Remove schedulingGates']);
    expect(fixed(flow, code)).toBe(pod('schedulingGates: [{name: a}]'));
    expect(fixed(flow, code, 1)).toBe(pod('nodeName: a'));
  });
});
