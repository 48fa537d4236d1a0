import { describe, expect, it } from 'vitest';
import { expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';
import { refusals, serverWords } from '../helpers/verdicts.ts';

const env = (ref: string) => podWith(`env: [{name: A, valueFrom: {fieldRef: {${ref}}}}]`);
const file = (ref: string) =>
  podWith('', `volumes: [{name: v, downwardAPI: {items: [{path: a, fieldRef: {${ref}}}]}}]`);
const inEnv = 'spec.containers[0].env[0].valueFrom.fieldRef';
const inFile = 'spec.volumes[0].downwardAPI.fieldRef';
const silent = ['volume-unused'];

describe('downward-api-field', () => {
  it.each([
    ['metadata.name', true, true],
    ['metadata.uid', true, true],
    ['metadata.labels', false, true],
    ['metadata.annotations', false, true],
    ["metadata.labels['app']", true, true],
    ["metadata.annotations['Example.com/A']", true, true],
    ['spec.nodeName', true, false],
    ['spec.host', true, false],
    ['spec.serviceAccountName', true, false],
    ['status.hostIPs', true, false],
    ['status.podIP', true, false],
    ['status.phase', false, false],
    ['spec.restartPolicy', false, false],
    ['spec.schedulerName', false, false],
    ["metadata.name['a']", false, false],
    ["['a']", false, false],
    ['metadata.labels[app]', false, false],
    ['Metadata.name', false, false],
  ])('%s: in a variable %s, in a file %s', (path, isForVariables, isForFiles) => {
    const quoted = `fieldPath: ${JSON.stringify(path)}`;
    expect(refusals(env(quoted))).toEqual(isForVariables ? [] : [`downward-api-field ${inEnv}.fieldPath`]);
    expect(refusals(file(quoted))).toEqual(isForFiles ? [] : [`downward-api-field ${inFile}.fieldPath`]);
  });

  it('underlines the path', () => {
    expectMarked(env('fieldPath: «downward-api-field|spec.nodename»'));
    expectMarked(file('fieldPath: «downward-api-field|status.podIP»'), {}, silent);
  });

  it('says what the API server says', () => {
    expect(serverWords(env('fieldPath: spec.x'))).toEqual([
      'Invalid value: "spec.x": error converting fieldPath: field label not supported: spec.x',
    ]);
    expect(serverWords(file('fieldPath: spec.host'))).toEqual([
      'Unsupported value: "spec.nodeName": supported values: "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"',
    ]);
  });

  it('offers the nearest', () => {
    expect(fixed(env('fieldPath: spec.nodename'), 'downward-api-field')).toContain('fieldPath: spec.nodeName}');
    expect(fixTitles(env('fieldPath: metadata.labels'), 'downward-api-field')).toEqual([]);
  });

  it('leaves a missing path to another rule', () => {
    expect(refusals(env(''))).toEqual([`required-field ${inEnv}.fieldPath`]);
  });

  it('looks into projected volumes', () => {
    const sources = '[{downwardAPI: {items: [{path: a, fieldRef: {fieldPath: status.podIP}}]}}]';
    expect(refusals(podWith('', `volumes: [{name: v, projected: {sources: ${sources}}}]`))).toEqual([
      'downward-api-field spec.volumes[0].projected.sources[0].downwardAPI.fieldRef.fieldPath',
    ]);
  });
});

describe('downward-api-key', () => {
  it('wants the key of a label or annotation', () => {
    expect(refusals(env(`fieldPath: "metadata.labels['a b']"`))).toEqual([`downward-api-key ${inEnv}`]);
    expect(refusals(file(`fieldPath: "metadata.annotations['']"`))).toEqual([`downward-api-key ${inFile}`]);
    expectMarked(env(`fieldPath: «downward-api-key|"metadata.labels['a/b/c']"»`));
  });

  it('takes upper case in the domain of an annotation only', () => {
    expect(refusals(env(`fieldPath: "metadata.labels['A.io/B']"`))).toEqual([`downward-api-key ${inEnv}`]);
    expect(refusals(env(`fieldPath: "metadata.annotations['A.io/B']"`))).toEqual([]);
  });

  it('offers the key most like it', () => {
    const text = env(`fieldPath: "metadata.labels['a b']"`);
    expect(fixed(text, 'downward-api-key')).toContain(`metadata.labels['a-b']`);
    expect(fixTitles(env(`fieldPath: "metadata.labels['a/b/c']"`), 'downward-api-key')).toEqual([]);
  });
});

describe('downward-api-version', () => {
  it('is v1 only', () => {
    expectMarked(env('apiVersion: «downward-api-version|v2», fieldPath: metadata.name'));
    expect(refusals(env('apiVersion: apps/v1, fieldPath: spec.x'))).toEqual([
      `downward-api-version ${inEnv}.fieldPath`,
    ]);
    expect(refusals(env('apiVersion: "", fieldPath: metadata.name'))).toEqual([]);
    expect(refusals(env('apiVersion: v2'))).toEqual([`required-field ${inEnv}.fieldPath`]);
  });

  it('is corrected', () => {
    const text = env('apiVersion: v2, fieldPath: metadata.name');
    expect(fixed(text, 'downward-api-version')).toBe(text.replace('v2', 'v1'));
  });
});

describe('downward-api-divisor', () => {
  const divided = (resource: string, divisor: string) =>
    podWith(`env: [{name: A, valueFrom: {resourceFieldRef: {resource: ${resource}, divisor: ${divisor}}}}]`);
  const path = 'spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor';

  it.each([
    ['limits.cpu', '1m', true],
    ['limits.cpu', '1000m', true],
    ['limits.cpu', '0.001', true],
    ['limits.cpu', '0', true],
    ['limits.cpu', '""', false],
    ['limits.cpu', '10m', false],
    ['limits.cpu', '-1', false],
    ['limits.cpu', '0.0000000001', false],
    ['requests.memory', '1Mi', true],
    ['requests.memory', '1024Ki', true],
    ['requests.memory', '1000', true],
    ['requests.memory', '1024', false],
    ['requests.memory', '1e3', true],
    ['requests.memory', '10Mi', false],
    ['limits.ephemeral-storage', '1m', false],
    ['limits.hugepages-2Mi', '2Mi', false],
    ['limits.foo', '3', true],
  ])('%s in units of %s: %s', (resource, divisor, isTaken) => {
    const found = refusals(divided(resource, divisor)).filter((line) => line.includes('divisor'));
    const expected = divisor === '""' ? `bad-quantity ${path}` : `downward-api-divisor ${path}`;
    expect(found).toEqual(isTaken ? [] : [expected]);
  });

  it('offers the usual units', () => {
    expect(fixTitles(divided('limits.cpu', '10m'), 'downward-api-divisor')).toEqual(['Change to 1', 'Change to 1m']);
    expect(fixed(divided('limits.memory', '10Mi'), 'downward-api-divisor', 1)).toContain('divisor: 1Mi}');
    expectMarked(divided('limits.cpu', '«downward-api-divisor|2»'));
  });
});
