import { expect, it } from 'vitest';
import { codes, expectMarked, fixed, podWith } from '../helpers/manifests.ts';
import { refusals, serverWords } from '../helpers/verdicts.ts';

const pod = (name: string, volumes: string) =>
  podWith(`env: [{name: A, valueFrom: {fileKeyRef: {volumeName: ${name}, path: a, key: A}}}]`, volumes);

it('wants an emptyDir', () => {
  expectMarked(pod('«file-key-volume|files»', 'volumes: [{name: files, configMap: {name: a}}]'));
  expectMarked(pod('«file-key-volume|files»', 'hostname: a'));
  expect(refusals(pod('files', 'volumes: [{name: files, emptyDir: {}}]'))).toEqual([]);
  expect(refusals(pod('files', 'volumes: [{name: files}]'))).toEqual([]);
  expect(refusals(pod('files', 'volumes: [{name: files, configMap: {name: a}}]'), 34)).toEqual([
    'one-of-missing spec.containers[0].env[0].valueFrom',
  ]);
});

it('says what the API server says', () => {
  expect(serverWords(pod('a', 'volumes: [{name: b}]'))).toContain('Not found: "a"');
  expect(serverWords(pod('a', 'volumes: [{name: a, secret: {secretName: a}}]'))).toContain(
    'Invalid value: "a": referenced volume must be of type emptyDir',
  );
});

it('is silent where the volumes are misspelled', () => {
  expect(codes(pod('files', 'volume: [{name: files}]'))).toEqual(['unknown-field']);
});

it('offers the emptyDir that is there', () => {
  const text = pod('env', 'volumes: [{name: files, emptyDir: {}}, {name: c, secret: {secretName: a}}]');
  expect(fixed(text, 'file-key-volume')).toBe(text.replace('volumeName: env', 'volumeName: files'));
});
