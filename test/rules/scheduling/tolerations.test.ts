import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, podWith } from '../../helpers/manifests.ts';
import { refusals } from '../../helpers/verdicts.ts';

const tolerating = (toleration: string) => podWith('', `tolerations: [${toleration}]`);

describe('toleration-operator', () => {
  const code = 'toleration-operator';

  it.each([
    '{«toleration-operator|effect»: NoSchedule}',
    '{«toleration-operator|value»: a}',
    '{operator: «toleration-operator|Equal»}',
    '{key: a, operator: «toleration-operator|Exists», value: b}',
    '{operator: «toleration-operator|Exists», value: b}',
    '{operator: Exists, value: ""}',
    '{key: a}',
    // it is told that there is no such operator
    '{operator: «unsupported-value|Foo»}',
    '{key: a, operator: Exists, value: «string-not-quoted|true»}',
  ])('checks %s', (toleration) => expectMarked(tolerating(toleration)));

  it('has the path of the operator', () => {
    expect(refusals(tolerating('{}'))).toEqual([`${code} spec.tolerations[0].operator`]);
    expect(refusals(tolerating('{key: a, operator: Exists, value: b}'))).toEqual([
      `${code} spec.tolerations[0].operator`,
    ]);
  });

  it.each([
    ['{effect: NoSchedule}', ['Add operator: Exists'], '{effect: NoSchedule, operator: Exists}'],
    ['{operator: Equal}', ['Change operator to Exists'], '{operator: Exists}'],
    [
      '{key: a, operator: Exists, value: b}',
      ['Change operator to Equal', 'Remove value'],
      '{key: a, operator: Equal, value: b}',
    ],
    ['{operator: Exists, value: b}', ['Remove value'], '{operator: Exists}'],
  ])('mends %s', (toleration, titles, expected) => {
    expect(fixTitles(tolerating(toleration), code)).toEqual(titles);
    expect(fixed(tolerating(toleration), code)).toBe(tolerating(expected));
  });

  it('guesses no key', () => {
    expect(fixTitles(tolerating('{value: a}'), code)).toEqual([]);
  });

  it('keeps block style', () => {
    const block = (lines: string) => podWith('', `tolerations:\n  - ${lines}`);
    expect(fixed(block('effect: NoSchedule # all'), code)).toBe(
      block('effect: NoSchedule # all\n    operator: Exists'),
    );
  });
});

it('writes JSON in JSON', () => {
  const json = (toleration: string) =>
    `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "b:1"}], "tolerations": [${toleration}]}}`;
  expect(fixed(json('{"effect": "NoSchedule"}'), 'toleration-operator')).toBe(
    json('{"effect": "NoSchedule", "operator": "Exists"}'),
  );
  expect(fixed(json('{"key": "a", "tolerationSeconds": 1}'), 'toleration-seconds')).toBe(
    json('{"key": "a", "tolerationSeconds": 1, "effect": "NoExecute"}'),
  );
});

describe('toleration-seconds', () => {
  const code = 'toleration-seconds';

  it.each([
    '{key: a, «toleration-seconds|tolerationSeconds»: 0}',
    '{key: a, effect: «toleration-seconds|NoSchedule», tolerationSeconds: 60}',
    '{key: a, effect: NoExecute, tolerationSeconds: -1}',
    '{key: a, effect: NoSchedule, tolerationSeconds: ~}',
    '{key: a, effect: «unsupported-value|Evict», tolerationSeconds: 60}',
  ])('checks %s', (toleration) => expectMarked(tolerating(toleration)));

  it('writes the effect, or removes the time', () => {
    const [other, none] = ['{key: a, effect: NoSchedule, tolerationSeconds: 60}', '{key: a, tolerationSeconds: 60}'];
    expect(fixTitles(tolerating(other), code)).toEqual(['Change effect to NoExecute', 'Remove tolerationSeconds']);
    expect(fixed(tolerating(other), code)).toBe(tolerating('{key: a, effect: NoExecute, tolerationSeconds: 60}'));
    expect(fixed(tolerating(none), code)).toBe(tolerating('{key: a, tolerationSeconds: 60, effect: NoExecute}'));
    expect(fixed(tolerating(none), code, 1)).toBe(tolerating('{key: a}'));
    expect(codes(fixed(tolerating(none), code))).toEqual([]);
  });
});
