import { describe, expect, it } from 'vitest';
import { expectMarked, fixed, podWith } from '../../helpers/manifests.ts';
import { deploymentOf, refusals } from '../../helpers/verdicts.ts';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const spec = {
  spread: (rest: string) =>
    `topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, ${rest}}]`,
  near: (rest: string) => `affinity: {podAffinity: {${required}: [{topologyKey: a, ${rest}}]}}`,
};
type Kind = keyof typeof spec;
/** A Pod with the label app. */
const pod = (kind: Kind, rest: string) =>
  podWith('', spec[kind](rest)).replace('  name: app\n', '  name: app\n  labels: {app: web}\n');
const template = (kind: Kind, rest: string) => deploymentOf(`${spec[kind](rest)}\ncontainers: [{name: a, image: b:1}]`);

const S = 'spec.topologySpreadConstraints[0]';
const A = `spec.affinity.podAffinity.${required}[0]`;

describe('label-keys-without-selector', () => {
  const code = 'label-keys-without-selector';

  it('finds both lists', () => {
    expectMarked(pod('spread', '«label-keys-without-selector|matchLabelKeys»: [b]'), {}, ['label-selector-missing']);
    expect(refusals(pod('near', 'matchLabelKeys: [b], mismatchLabelKeys: [c], labelSelector: ~'))).toEqual([
      `${code} ${A}.matchLabelKeys`,
      `${code} ${A}.mismatchLabelKeys`,
    ]);
  });

  it('is silent with an empty selector and with no keys', () => {
    expect(refusals(pod('spread', 'labelSelector: {}, matchLabelKeys: [b]'))).toEqual([]);
    expect(refusals(pod('spread', 'matchLabelKeys: []'))).toEqual([]);
  });

  it('is silent where the server drops the keys', () => {
    expect(refusals(pod('near', 'matchLabelKeys: [b]'), 30)).toEqual([]);
    expect(refusals(pod('spread', 'matchLabelKeys: [b]'), 30)).toEqual([`${code} ${S}.matchLabelKeys`]);
  });

  it('removes them', () => {
    expect(fixed(pod('spread', 'minDomains: 1, matchLabelKeys: [b]'), code)).toBe(pod('spread', 'minDomains: 1'));
  });
});

describe('label-keys-overlap', () => {
  const code = 'label-keys-overlap';
  const selected = 'labelSelector: {matchLabels: {app: x, b: z}}';

  it.each([
    // a key that the pod has a label for is put into the selector
    ['spread', `${selected}, matchLabelKeys: [b, app]`, [`${code} ${S}[1]`]],
    ['near', `${selected}, matchLabelKeys: [app]`, [`${code} ${A}[0]`]],
    [
      'near',
      'labelSelector: {matchExpressions: [{key: app, operator: Exists}]}, matchLabelKeys: [app]',
      [`${code} ${A}[0]`],
    ],
    ['near', 'labelSelector: {}, matchLabelKeys: [app, c, app]', [`${code} ${A}[2]`]],
    ['near', `${selected}, matchLabelKeys: [b]`, []],
    ['near', 'labelSelector: {}, matchLabelKeys: [app]', []],
    // no label of the pod, but twice in the selector
    [
      'spread',
      'labelSelector: {matchLabels: {b: x}, matchExpressions: [{key: b, operator: Exists}]}, matchLabelKeys: [b]',
      [`${code} ${S}[0]`],
    ],
    ['near', 'labelSelector: {}, matchLabelKeys: [b, c], mismatchLabelKeys: [c]', [`${code} ${A}.matchLabelKeys[1]`]],
    ['near', `${selected}, mismatchLabelKeys: [app]`, []],
  ] as const)('in a pod, %s: %s', (kind, rest, expected) => {
    expect(refusals(pod(kind, rest))).toEqual(expected);
  });

  it('leaves the selector of a template', () => {
    expect(refusals(template('spread', 'labelSelector: {matchLabels: {app: x}}, matchLabelKeys: [app]'))).toEqual([]);
    expect(refusals(template('near', 'labelSelector: {}, matchLabelKeys: [c], mismatchLabelKeys: [c]'))).toHaveLength(
      1,
    );
  });

  it('takes no key of the selector in a spread constraint before 1.34', () => {
    const rest = 'labelSelector: {matchExpressions: [{key: b, operator: Exists}]}, matchLabelKeys: [b]';
    expect(refusals(pod('spread', rest), 33)).toEqual([`${code} ${S}.matchLabelKeys[0]`]);
    expect(refusals(template('spread', rest), 33)).toHaveLength(1);
    expect(refusals(pod('spread', rest), 34)).toEqual([]);
  });

  it('removes the key', () => {
    expectMarked(pod('near', 'labelSelector: {}, matchLabelKeys: [b, «label-keys-overlap|c»], mismatchLabelKeys: [c]'));
    expect(fixed(pod('near', 'labelSelector: {}, matchLabelKeys: [b, c], mismatchLabelKeys: [c]'), code)).toBe(
      pod('near', 'labelSelector: {}, matchLabelKeys: [b], mismatchLabelKeys: [c]'),
    );
  });
});
