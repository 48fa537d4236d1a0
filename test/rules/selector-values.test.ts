import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const spread = (selector: string) =>
  podWith(
    '',
    `topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: ${selector}}]`,
  );
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const node = (term: string) => podWith('', `affinity: {nodeAffinity: {${required}: {nodeSelectorTerms: [${term}]}}}`);

describe('label selectors', () => {
  it.each([
    '{key: a, operator: «selector-values|In»}',
    '{key: a, operator: NotIn, «selector-values|values»: []}',
    '{key: a, operator: Exists, «selector-values|values»: [b]}',
    '{key: a, operator: DoesNotExist, «selector-values|values»: [b, c]}',
    '{key: a, operator: Exists, values: []}',
    '{key: a, operator: In, values: [""]}',
    '{key: a, operator: «unsupported-value|Gt», values: ["1", "2"]}',
  ])('checks %s', (requirement) => {
    expectMarked(spread(`{matchExpressions: [${requirement}]}`));
  });

  it('has the path and the words of the server', () => {
    const [found] = find(spread('{matchExpressions: [{key: a, operator: In}]}'));
    expect(found?.problem.path).toBe('spec.topologySpreadConstraints[0].labelSelector.matchExpressions[0].values');
    expect(found?.problem.server).toEqual(["Required value: must be specified when `operator` is 'In' or 'NotIn'"]);
  });

  it('is silent where `values` is no list', () => {
    expect(codes(spread('{matchExpressions: [{key: a, operator: In, values: b}]}'))).toEqual(['wrong-type']);
  });
});

describe('node selectors', () => {
  it.each([
    '{matchExpressions: [{key: a, operator: Gt, values: ["1"]}]}',
    '{matchExpressions: [{key: a, operator: Gt, «selector-values|values»: ["1", "2"]}]}',
    '{matchExpressions: [{key: a, operator: «selector-values|Lt»}]}',
    '{matchExpressions: [{key: a, operator: «selector-values|In»}]}',
    '{matchFields: [{key: metadata.name, operator: In, values: [a]}]}',
    '{matchFields: [{key: metadata.name, operator: NotIn, «selector-values|values»: [a, b]}]}',
    '{matchFields: [{key: metadata.name, operator: «unsupported-value|Exists», values: [a, b]}]}',
  ])('checks %s', (term) => {
    expectMarked(node(term));
  });
});

describe('fixes', () => {
  it('changes the operator', () => {
    const exists = node('{matchExpressions: [{key: a, operator: Exists, values: [b]}]}');
    expect(fixTitles(exists, 'selector-values')).toEqual(['Change operator to In', 'Remove values']);
    expect(fixed(exists, 'selector-values')).toContain('{key: a, operator: In, values: [b]}');
    expect(fixed(exists, 'selector-values', 1)).toContain('{key: a, operator: Exists}');
    expect(fixed(spread('{matchExpressions: [{key: a, operator: NotIn}]}'), 'selector-values')).toContain(
      '{key: a, operator: DoesNotExist}',
    );
  });

  it('guesses nothing', () => {
    const two = node('{matchExpressions: [{key: a, operator: Gt, values: ["1", "2"]}]}');
    expect(fixTitles(two, 'selector-values')).toEqual([]);
  });
});
