import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../server/src/service/features/problems.ts';
import { soundFixes } from '../../server/src/service/features/soundFixes.ts';
import { codes, find, podWith, saved } from '../helpers/manifests.ts';

function titles(text: string, code: string): string[] {
  const problems = find(text).filter(({ problem }) => problem.code === code);
  return soundFixes(problems.slice(0, 1), defaultSettings).flatMap((fixes) => fixes.map(({ title }) => title));
}

const volumes = (volume: string) => podWith('volumeMounts: [{name: a, mountPath: /a}]', `volumes:\n- ${volume}`);
const selected = (expression: string) =>
  podWith(
    'tty: true',
    `topologySpreadConstraints:
- {maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchExpressions: [{key: a, ${expression}}]}}`,
  );

describe('of the values that a field takes those are offered', () => {
  it.each([
    ['that fit to what is beside it', selected('operator: x, values: [b, c]'), ['Change to In', 'Change to NotIn']],
    ['that need nothing beside it', selected('operator: x'), ['Change to Exists', 'Change to DoesNotExist']],
  ])('%s', (_, text, expected) => {
    expect(titles(text, 'unsupported-value')).toEqual(expected);
  });
});

it('offers no value that the kind refuses', () => {
  const template = podWith('tty: true', 'restartPolicy: no').replace(/^/gm, '    ');
  const deployment = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n${template.slice(template.indexOf('    spec:'))}`;
  expect(titles(deployment, 'string-not-quoted')).toEqual(['Change to Always']);
});

it('leaves the member of two that is complete', () => {
  const text = volumes('{name: a, emptyDir: {}, secret: {}}');
  expect(titles(text, 'one-of-conflict')).toEqual(['Remove secret']);
});

it('offers nothing where an alias would lead nowhere', () => {
  const text = podWith('ports: [&p {containerPort: 80, protocol: tcp}]\nenv: [{name: A, value: *p}]');
  expect(titles(text, 'unsupported-value')).toEqual(['Change to TCP']);
  const sysctls = 'securityContext: {sysctls: [&s {name: kernel.x, value: "1"}, *s]}';
  expect(titles(podWith('tty: true', sysctls), 'duplicate-value')).toEqual(['Remove this entry']);
});

it('offers what brings to light what the API server had not looked at', () => {
  expect(titles(podWith('imagePullPolic: always'), 'unknown-field')).toContain('Rename to imagePullPolicy');
});

it('checks no more than a light bulb may take, and offers nothing that is not checked', () => {
  const text = (comment: number) => volumes(`{name: a, emptyDir: {}, secret: {}} # ${'x'.repeat(comment)}`);
  expect(titles(text(50_000), 'one-of-conflict')).toEqual(['Remove secret']);
  expect(titles(text(200_000), 'one-of-conflict')).toEqual([]);
});

it('leaves on save what is read in another place as another type', () => {
  const text = podWith('tty: true', 'volumes: *list').replace(/^metadata:$/m, 'metadata: &list');
  expect(codes(text)).toContain('wrong-type');
  expect(saved(text)).toBe(text);
});

it('checks also what is safe elsewhere where a value is read as two types', () => {
  expect(titles(podWith('tty: true\nworkingDir: true'), 'string-not-quoted')).toContain('Quote true');
  expect(titles(podWith('tty: &yes true\nworkingDir: *yes'), 'string-not-quoted')).not.toContain('Quote true');
});
