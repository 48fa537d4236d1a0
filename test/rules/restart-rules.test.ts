import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';
import { refusals, serverWords } from '../helpers/verdicts.ts';

const rules = 'restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]';
const init = (fields: string) => podWith('', `initContainers: [{name: i, image: example.com/tool, ${fields}}]`);

describe('restart-rules-without-policy', () => {
  it('wants a policy in the container itself', () => {
    expectMarked(podWith(rules.replace('restartPolicyRules', '«restart-rules-without-policy|restartPolicyRules»')));
    expect(refusals(init(rules))).toEqual(['restart-rules-without-policy spec.initContainers[0].restartPolicy']);
    expect(refusals(podWith(`${rules}\nrestartPolicy: Never`))).toEqual([]);
    expect(refusals(podWith('restartPolicyRules: []'))).toEqual([]);
    expect(serverWords(podWith(rules))).toEqual([
      'Required value: must specify restartPolicy when restart rules are used',
    ]);
  });

  it('has nothing to say before the rules count', () => {
    expect(codes(podWith(rules), { minor: 34 })).toEqual(['dropped-field']);
    expect(codes(podWith(rules), { minor: 33 })).toEqual(['unknown-field']);
  });

  it('adds one', () => {
    expect(fixed(podWith(rules), 'restart-rules-without-policy')).toBe(podWith(`restartPolicy: Never\n${rules}`));
    expect(fixTitles(init(rules), 'restart-rules-without-policy')).toEqual([
      'Add restartPolicy: Never',
      'Add restartPolicy: OnFailure',
    ]);
  });
});

describe('restart-rules-of-sidecar', () => {
  const sidecar = init(`restartPolicy: Always, ${rules}`);

  it('is refused up to 1.35', () => {
    expect(refusals(sidecar, 35)).toEqual(['restart-rules-of-sidecar spec.initContainers[0].restartPolicyRules']);
    expect(refusals(sidecar, 36)).toEqual([]);
    expect(refusals(sidecar, 34)).toEqual([]);
  });

  it('removes the rules', () => {
    expect(fixed(sidecar, 'restart-rules-of-sidecar', 0, { minor: 35 })).toBe(init('restartPolicy: Always'));
  });
});
