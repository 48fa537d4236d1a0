import { describe, expect, it } from 'vitest';
import { podWith } from '../../helpers/manifests.ts';
import { refusals, serverWords } from '../../helpers/verdicts.ts';

const C = 'spec.containers[0]';

describe('what the API server takes in a container', () => {
  it.each([
    ['imagePullPolicy: ifnotpresent', `unsupported-value ${C}.imagePullPolicy`],
    ['terminationMessagePolicy: file', `unsupported-value ${C}.terminationMessagePolicy`],
    ['ports: [{containerPort: 0}]', `required-field ${C}.ports[0].containerPort`],
    ['ports: [{}]', `required-field ${C}.ports[0].containerPort`],
    ['ports: [{containerPort: 65536}]', `value-out-of-bounds ${C}.ports[0].containerPort`],
    ['ports: [{containerPort: 80, hostPort: -1}]', `value-out-of-bounds ${C}.ports[0].hostPort`],
    ['ports: [{containerPort: 80, protocol: tcp}]', `unsupported-value ${C}.ports[0].protocol`],
    ['ports: [{containerPort: 80, name: a--b}]', `port-name-invalid ${C}.ports[0].name`],
    ['ports: [{containerPort: 80, name: a}, {containerPort: 81, name: a}]', `duplicate-value ${C}.ports[1].name`],
  ])('refuses %s', (lines, expected) => expect(refusals(podWith(lines))).toEqual([expected]));

  it.each([
    'imagePullPolicy: ""',
    'imagePullPolicy: Never',
    'terminationMessagePolicy: ~',
    'terminationMessagePolicy: FallbackToLogsOnError',
    'ports: [{containerPort: 80, hostPort: 0, protocol: ""}]',
    'ports: [{containerPort: 80, name: ""}, {containerPort: 80, name: "", protocol: UDP}]',
  ])('takes %s', (lines) => expect(refusals(podWith(lines))).toEqual([]));
});

describe('rules for restarts', () => {
  const rules = (rule: string) => `restartPolicy: Never\nrestartPolicyRules: [${rule}]`;
  const codes = (operator: string, values = '[1]') => `{operator: ${operator}, values: ${values}}`;
  const R = `${C}.restartPolicyRules`;

  it.each([
    [`{action: restart, exitCodes: ${codes('In')}}`, `unsupported-value ${R}[0].action`],
    [`{exitCodes: ${codes('In')}}`, `required-field ${R}[0].action`],
    ['{action: Restart}', `required-field ${R}[0].exitCodes`],
    [`{action: Restart, exitCodes: ${codes('Out')}}`, `unsupported-value ${R}[0].exitCodes.operator`],
    ['{action: Restart, exitCodes: {}}', `required-field ${R}[0].exitCodes.operator`],
    [
      `{action: Restart, exitCodes: ${codes('In', `[${Array(256).fill(1)}]`)}}`,
      `value-too-long ${R}[0].exitCodes.values`,
    ],
    [
      Array(21)
        .fill(`{action: Restart, exitCodes: ${codes('In')}}`)
        .join(),
      `value-too-long ${R}`,
    ],
  ])('refuses %s', (rule, expected) => {
    expect(refusals(podWith(rules(rule)))).toEqual([expected]);
    expect(refusals(podWith(rules(rule)), 34)).toEqual([]);
  });

  it('knows RestartAllContainers from 1.36 on', () => {
    const all = podWith(rules(`{action: RestartAllContainers, exitCodes: ${codes('NotIn', '[]')}}`));
    expect(refusals(all)).toEqual([]);
    expect(refusals(all, 36)).toEqual([]);
    expect(refusals(all, 35)).toEqual([`unsupported-value ${R}[0].action`]);
  });

  it('gives the words of the API server for a missing value as for a wrong one', () => {
    expect(serverWords(podWith(rules(`{exitCodes: ${codes('In')}}`)), 35)).toEqual([
      'Unsupported value: "": supported values: "Restart"',
    ]);
  });

  it('looks at those of an init container that has a policy only', () => {
    const init = (policy: string) =>
      podWith('', `initContainers: [{name: i, image: b, ${policy} restartPolicyRules: [{action: x}]}]`);
    const I = 'spec.initContainers[0]';
    expect(refusals(init('restartPolicy: Never,'))).toEqual([
      `required-field ${I}.restartPolicyRules[0].exitCodes`,
      `unsupported-value ${I}.restartPolicyRules[0].action`,
    ]);
    expect(refusals(init(''))).toEqual([`restart-rules-without-policy ${I}.restartPolicy`]);
    expect(refusals(init('restartPolicy: Always,'), 35)).toEqual([`restart-rules-of-sidecar ${I}.restartPolicyRules`]);
  });
});
