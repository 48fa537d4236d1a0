import { describe, expect, it } from 'vitest';
import { codes, find, fixed, podWith } from '../../helpers/manifests.ts';
import { deploymentOf, refusals, serverWords } from '../../helpers/verdicts.ts';

const pod = (lines: string) => podWith('', lines);
const long = (length: number) => 'x'.repeat(length);

describe('what the API server takes in a pod spec', () => {
  it.each([
    ['activeDeadlineSeconds: 0', 'value-out-of-bounds spec.activeDeadlineSeconds'],
    ['activeDeadlineSeconds: 2147483648', 'value-out-of-bounds spec.activeDeadlineSeconds'],
    ['dnsPolicy: clusterFirst', 'unsupported-value spec.dnsPolicy'],
    ['hostnameOverride: ""', 'name-invalid spec.hostnameOverride'],
    [`hostnameOverride: ${long(65)}`, 'value-too-long spec.hostnameOverride'],
    ['hostname: a.b', 'name-invalid spec.hostname'],
    ['subdomain: A', 'name-invalid spec.subdomain'],
    ['nodeName: node_1', 'name-invalid spec.nodeName'],
    ['nodeSelector: {a/b/c: x}', 'label-invalid spec.nodeSelector[a/b/c]'],
    ['nodeSelector: {disk: "a b"}', 'label-invalid spec.nodeSelector[disk]'],
    ['preemptionPolicy: ""', 'required-field spec.preemptionPolicy'],
    ['preemptionPolicy: never', 'unsupported-value spec.preemptionPolicy'],
    ['priorityClassName: A', 'name-invalid spec.priorityClassName'],
    ['runtimeClassName: ""', 'name-invalid spec.runtimeClassName'],
    ['serviceAccountName: A', 'name-invalid spec.serviceAccountName'],
    ['serviceAccount: A', 'name-invalid spec.serviceAccountName'],
    ['readinessGates: [{}]', 'required-field spec.readinessGates[0].conditionType'],
    ['readinessGates: [{conditionType: a b}]', 'label-invalid spec.readinessGates[0].conditionType'],
    ['schedulingGates: [{name: a b}]', 'label-invalid spec.schedulingGates[0]'],
    ['schedulingGates: [{name: ""}]', 'required-field spec.schedulingGates[0]'],
    ['schedulingGates: [{name: a}, {name: a}]', 'duplicate-value spec.schedulingGates[1]'],
    ['resourceClaims: [{resourceClaimName: a}]', 'required-field spec.resourceClaims[0].name'],
    ['resourceClaims: [{name: A, resourceClaimName: a}]', 'name-invalid spec.resourceClaims[0].name'],
    ['resourceClaims: [{name: a, resourceClaimName: ""}]', 'name-invalid spec.resourceClaims[0].resourceClaimName'],
    ['resourceClaims: [{name: a}]', 'one-of-missing spec.resourceClaims[0]'],
    [
      'resourceClaims: [{name: a, resourceClaimName: a}, {name: a, resourceClaimName: a}]',
      'duplicate-value spec.resourceClaims[1].name',
    ],
    ['hostAliases: [{hostnames: [a]}]', 'required-field spec.hostAliases[0].ip'],
    ['hostAliases: [{ip: 10.0.0.300}]', 'ip-invalid spec.hostAliases[0].ip'],
    ['hostAliases: [{ip: 10.0.0.1, hostnames: [a, A]}]', 'name-invalid spec.hostAliases[0].hostnames[1]'],
    ['dnsConfig: {nameservers: [dns.example]}', 'ip-invalid spec.dnsConfig.nameservers[0]'],
    ['dnsConfig: {nameservers: [1.1.1.1, 1.1.1.2, 1.1.1.3, 1.1.1.4]}', 'value-too-long spec.dnsConfig.nameservers'],
    ['dnsConfig: {searches: [-a]}', 'value-malformed spec.dnsConfig.searches[0]'],
    [`dnsConfig: {searches: [${Array(33).fill('a')}]}`, 'value-too-long spec.dnsConfig.searches'],
    ['dnsConfig: {options: [{value: "2"}]}', 'required-field spec.dnsConfig.options[0]'],
  ])('refuses %s', (lines, expected) => {
    expect(refusals(pod(lines))).toEqual([expected]);
  });

  it.each([
    'activeDeadlineSeconds: 1',
    'dnsPolicy: ""',
    'dnsPolicy: ClusterFirstWithHostNet',
    'hostname: ""',
    'hostname: 1a',
    'nodeName: node-1.example',
    'nodeSelector: {example.com/a_B: ""}',
    'nodeSelector: {disk: ~}',
    'preemptionPolicy: ~',
    'runtimeClassName: ~',
    'serviceAccountName: a.b',
    // the other counts
    'serviceAccount: A\nserviceAccountName: a',
    'schedulerName: A b',
    'terminationGracePeriodSeconds: 0',
    'dnsConfig: {searches: [., a_b.example., _a], options: [{name: a}]}',
    `dnsConfig: {searches: [${Array(32).fill('a')}]}`,
  ])('takes %s', (lines) => {
    expect(refusals(pod(lines))).toEqual([]);
  });

  it('is the same in a template', () => {
    expect(refusals(deploymentOf('nodeName: A\ncontainers: [{name: a, image: b:1}]'))).toEqual([
      'name-invalid spec.template.spec.nodeName',
    ]);
  });

  it('leaves the names that a StatefulSet sets itself', () => {
    const spec = deploymentOf('hostname: A\nsubdomain: A\ncontainers: [{name: a, image: b:1}]');
    expect(refusals(spec)).toHaveLength(2);
    expect(refusals(spec.replace('Deployment', 'StatefulSet'))).toEqual([]);
  });
});

describe('versions', () => {
  it('knows when addresses and search domains became strict or lenient', () => {
    expect(refusals(pod('hostAliases: [{ip: 010.0.0.1}]'), 35)).toEqual([]);
    expect(refusals(pod('hostAliases: [{ip: 010.0.0.1}]'), 36)).toEqual(['ip-invalid spec.hostAliases[0].ip']);
    expect(refusals(pod('dnsConfig: {searches: [a_b]}'), 32)).toEqual(['value-malformed spec.dnsConfig.searches[0]']);
    expect(refusals(pod('dnsConfig: {searches: [a_b]}'), 33)).toEqual([]);
  });

  it('does not look at what the server drops', () => {
    expect(codes(pod('resourceClaims: [{}]'), { minor: 33 })).toEqual(['dropped-field']);
    expect(codes(pod('hostnameOverride: A'), { minor: 34 })).toEqual(['dropped-field']);
    expect(codes(pod('schedulingGroup: {}'))).toEqual(['dropped-field']);
    expect(codes(pod('workloadRef: {}'), { minor: 35 })).toEqual(['dropped-field']);
    expect(codes(pod('evictionResponders: [{}]'))).toEqual(['dropped-field']);
  });
});

describe('addresses', () => {
  it('says which of two forms is refused', () => {
    const message = (ip: string) => find(pod(`hostAliases: [{ip: '${ip}'}]`))[0]?.problem.message;
    expect(message('010.0.0.1')).toMatch(/leading zeros/);
    expect(message('::ffff:10.0.0.1')).toMatch(/written as IPv6/);
    expect(message('x')).toMatch(/not a valid IP address/);
  });

  it('writes them as they are read', () => {
    expect(fixed(pod('hostAliases: [{ip: 010.0.0.1}]'), 'ip-invalid')).toContain('{ip: 10.0.0.1}');
    expect(fixed(pod('dnsConfig:\n  nameservers:\n    - "::ffff:10.0.0.1" # old'), 'ip-invalid')).toContain(
      '- 10.0.0.1 # old',
    );
  });
});

it('has the words of the server', () => {
  expect(serverWords(pod('hostAliases: [{}]'))).toEqual([
    'Invalid value: "": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ]);
  expect(serverWords(pod('schedulingGates: [{}]'))[0]).toBe('Invalid value: "": name part must be non-empty');
  expect(serverWords(pod('dnsConfig: {options: [{}]}'))).toEqual(['Required value: must not be empty']);
});
