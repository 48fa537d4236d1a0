import { expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const code = 'reference-in-probe';
const env = 'env:\n  - {name: A, value: a}\n  - {name: B, valueFrom: {fieldRef: {fieldPath: status.podIP}}}\n';
const probe = (command: string) => podWith(`${env}livenessProbe: {exec: {command: ${command}}}`);
const hook = (command: string) => podWith(`${env}lifecycle: {preStop: {exec: {command: ${command}}}}`);

it('finds what is empty in a probe and stays as it is in a hook', () => {
  expectMarked(probe(`[ping, «${code}|$(B)»]`));
  expectMarked(probe(`[sh, -c, "ping «${code}|$(B)»"]`));
  expectMarked(hook(`[touch, «${code}|$(A)»]`));
  expectMarked(hook(`[touch, «${code}|$(B)»]`));
});

it('is silent on what has a value, on commands of a shell, and in the command of the container', () => {
  expect(codes(probe('[ping, $(A)]'))).not.toContain(code);
  expect(codes(probe('[sh, -c, "ping $(hostname) $$(B)"]'))).not.toContain(code);
  expect(codes(hook('[sh, -c, "touch $(date)"]'))).not.toContain(code);
  expect(codes(podWith(`${env}args: [$(B)]`))).not.toContain(code);
});

it('lets the shell of a script read the variable', () => {
  const text = probe('[sh, -c, "ping $(B)"]');
  expect(fixed(text, code)).toBe(text.replace('$(B)', () => `\${B}`));
  expect(fixTitles(probe('[ping, $(B)]'), code)).toEqual([]);
});
