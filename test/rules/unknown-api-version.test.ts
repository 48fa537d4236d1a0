import { expect, it } from 'vitest';
import { codes, expectMarked, find, fixed } from '../helpers/manifests.ts';

const object = (apiVersion: string, kind: string) => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\n`;

it.each([
  ['v1', 'Deployment', 'apps/v1'],
  ['extensions/v1beta1', 'Deployment', 'apps/v1'],
  ['apps/v1beta2', 'StatefulSet', 'apps/v1'],
  ['batch/v1beta1', 'CronJob', 'batch/v1'],
  ['"apps/v1"', 'Pod', 'v1'],
  ['v2', 'Pod', 'v1'],
])('finds %s %s, which is served in %s', (apiVersion, kind, right) => {
  const wrong = object(apiVersion, kind);
  expectMarked(object(`«unknown-api-version|${apiVersion}»`, kind));
  expect(fixed(wrong, 'unknown-api-version')).toBe(object(right, kind));
});

it('says when a version was retired', () => {
  expect(find(object('extensions/v1beta1', 'DaemonSet'))[0]?.problem.message).toContain('removed in Kubernetes 1.16');
});

it.each([object('example.com/v1', 'Deployment'), object('serving.knative.dev/v1', 'Job'), object('v1', 'Service')])(
  'is silent on %j',
  (text) => expect(codes(text)).toEqual([]),
);
