import { describe, expect, it } from 'vitest';
import { codes, podWith } from '../../helpers/manifests.ts';
import { refusals, serverWords } from '../../helpers/verdicts.ts';

const pod = (lines: string) => podWith('', lines);
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
const nodes = (term: string) => pod(`affinity: {nodeAffinity: {${required}: {nodeSelectorTerms: [${term}]}}}`);
const preference = (term: string) => pod(`affinity: {nodeAffinity: {${preferred}: [${term}]}}`);
const pods = (term: string) => pod(`affinity: {podAffinity: {${required}: [${term}]}}`);
const near = (term: string) => pod(`affinity: {podAntiAffinity: {${preferred}: [${term}]}}`);
const spread = (rest: string) =>
  pod(
    `topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {}, ${rest}}]`,
  );
const tolerating = (rest: string) => pod(`tolerations: [{${rest}}]`);

const N = `spec.affinity.nodeAffinity.${required}.nodeSelectorTerms`;
const P = `spec.affinity.nodeAffinity.${preferred}[0]`;
const A = `spec.affinity.podAffinity.${required}[0]`;
const W = `spec.affinity.podAntiAffinity.${preferred}[0]`;
const S = 'spec.topologySpreadConstraints[0]';
const T = 'spec.tolerations[0]';

describe('node affinity', () => {
  it.each([
    [pod(`affinity: {nodeAffinity: {${required}: {}}}`), [`required-field ${N}`]],
    [nodes(''), [`required-field ${N}`]],
    [nodes('{}'), []],
    [
      nodes('{matchExpressions: [{}]}'),
      [`required-field ${N}[0].matchExpressions[0].key`, `required-field ${N}[0].matchExpressions[0].operator`],
    ],
    [
      nodes('{matchExpressions: [{key: a, operator: in, values: [b]}]}'),
      [`unsupported-value ${N}[0].matchExpressions[0].operator`],
    ],
    [nodes('{matchExpressions: [{key: a b, operator: Exists}]}'), [`label-invalid ${N}[0].matchExpressions[0].key`]],
    [
      nodes('{matchExpressions: [{key: a, operator: In, values: [b, -a]}]}'),
      [`label-invalid ${N}[0].matchExpressions[0].values[1]`],
    ],
    [nodes('{matchFields: [{key: a, operator: In, values: [-a]}]}'), [`unsupported-value ${N}[0].matchFields[0].key`]],
    [
      nodes('{matchFields: [{key: metadata.name, operator: In, values: [A]}]}'),
      [`name-invalid ${N}[0].matchFields[0].values[0]`],
    ],
    [
      nodes('{matchFields: [{key: metadata.name, operator: Gt, values: [a]}]}'),
      [`unsupported-value ${N}[0].matchFields[0].operator`],
    ],
    [preference('{}'), [`value-out-of-bounds ${P}.weight`]],
    [preference('{weight: 101, preference: {}}'), [`value-out-of-bounds ${P}.weight`]],
    [preference('{weight: 1}'), []],
    // no node has it, but that is a warning
    [preference('{weight: 1, preference: {matchExpressions: [{key: a, operator: In, values: [-a]}]}}'), []],
  ])('%#', (text, expected) => expect(refusals(text)).toEqual(expected));

  it('looks at the values of labels from 1.33 on', () => {
    expect(refusals(nodes('{matchExpressions: [{key: a, operator: In, values: [-a]}]}'), 32)).toEqual([]);
    expect(refusals(nodes('{matchExpressions: [{key: a, operator: In, values: [-a]}]}'), 33)).toHaveLength(1);
  });

  it('has the words of the server', () => {
    expect(serverWords(nodes('{matchFields: [{}]}'))).toEqual([
      'Invalid value: "": not a valid field selector key',
      'Invalid value: "": not a valid selector operator',
    ]);
  });
});

describe('pod affinity', () => {
  it.each([
    [pods('{labelSelector: {}}'), [`required-field ${A}.topologyKey`]],
    [pods('{labelSelector: {}, topologyKey: a b}'), [`label-invalid ${A}.topologyKey`]],
    [pods('{labelSelector: {}, topologyKey: a, namespaces: [b, B]}'), [`name-invalid ${A}.namespace`]],
    [pods('{labelSelector: {}, topologyKey: a, matchLabelKeys: [b, a b]}'), [`label-invalid ${A}.matchLabelKeys[1]`]],
    [
      pods('{labelSelector: {matchLabels: {a: b c}}, topologyKey: a}'),
      [`label-invalid ${A}.labelSelector.matchLabels`],
    ],
    [
      pods('{labelSelector: {}, topologyKey: a, namespaceSelector: {matchExpressions: [{key: a, operator: Gt}]}}'),
      [`unsupported-value ${A}.namespaceSelector.matchExpressions[0].operator`],
    ],
    [near('{weight: 1}'), [`required-field ${W}.podAffinityTerm.topologyKey`]],
    [near('{podAffinityTerm: {topologyKey: a}}'), [`value-out-of-bounds ${W}.weight`]],
    [near('{weight: 100, podAffinityTerm: {topologyKey: a}}'), []],
  ])('%#', (text, expected) => expect(refusals(text)).toEqual(expected));

  it('drops the label keys before 1.31', () => {
    const text = pods('{labelSelector: {}, topologyKey: a, matchLabelKeys: [a b]}');
    expect(codes(text, { minor: 30 })).toEqual(['dropped-field']);
    expect(refusals(text, 31)).toHaveLength(1);
  });
});

describe('topology spread constraints', () => {
  it.each([
    [
      pod('topologySpreadConstraints: [{labelSelector: {}}]'),
      [`required-field ${S}.topologyKey`, `required-field ${S}.whenUnsatisfiable`, `value-out-of-bounds ${S}.maxSkew`],
    ],
    [spread('minDomains: 0'), [`value-out-of-bounds ${S}.minDomains`]],
    [spread('nodeAffinityPolicy: ""'), [`unsupported-value ${S}.nodeAffinityPolicy`]],
    [spread('nodeTaintsPolicy: honor'), [`unsupported-value ${S}.nodeTaintsPolicy`]],
    [spread('matchLabelKeys: [""]'), [`label-invalid ${S}.matchLabelKeys[0]`]],
    [spread('minDomains: 1, nodeTaintsPolicy: Honor, matchLabelKeys: [pod-template-hash]'), []],
  ])('%#', (text, expected) => expect(refusals(text)).toEqual(expected));

  it('has the words of the server', () => {
    expect(serverWords(pod('topologySpreadConstraints: [{labelSelector: {}}]'))).toEqual([
      'Required value: can not be empty',
      'Unsupported value: "": supported values: "DoNotSchedule", "ScheduleAnyway"',
      'Invalid value: 0: must be greater than zero',
    ]);
  });
});

describe('tolerations', () => {
  it.each([
    ['key: a b, operator: Exists', [`label-invalid ${T}.key`]],
    ['key: a, operator: equal', [`unsupported-value ${T}.operator`]],
    ['key: a, operator: Gt, value: "5"', [`unsupported-value ${T}.operator`]],
    ['key: a, value: a b', [`label-invalid ${T}.operator`]],
    ['key: a, effect: noSchedule', [`unsupported-value ${T}.effect`]],
    ['key: a', []],
    ['key: a, value: "", effect: "", operator: ""', []],
    ['operator: Exists', []],
  ])('%s', (rest, expected) => expect(refusals(tolerating(rest))).toEqual(expected));
});
