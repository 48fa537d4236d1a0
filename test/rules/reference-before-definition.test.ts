import { expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const code = 'reference-before-definition';
const env = (...lines: string[]) => podWith(`env:\n${lines.map((line) => `  ${line}`).join('\n')}`);

it('finds references to variables further below', () => {
  expectMarked(env(`- {name: URL, value: "http://«${code}|$(HOST)»:80"}`, '- {name: HOST, value: a}'));
});

it('is silent on variables above, on what is kept from being replaced, in commands, and where envFrom may bring it', () => {
  expect(codes(env('- {name: HOST, value: a}', '- {name: URL, value: $(HOST)}'))).toEqual([]);
  expect(codes(env('- {name: URL, value: $$(HOST)}', '- {name: HOST, value: a}'))).toEqual([]);
  expect(codes(podWith('args: [$(HOST)]\nenv: [{name: HOST, value: a}]'))).toEqual([]);
  const text = env('- {name: URL, value: $(HOST)}', '- {name: HOST, value: a}');
  expect(codes(`${text}      envFrom: [{configMapRef: {name: a}}]\n`)).toEqual([]);
});

it('moves the variable', () => {
  const block = env('- name: URL', '  value: $(HOST)', '# the host', '- name: HOST', '  value: a  # here', '- name: C');
  expect(fixed(block, code)).toBe(
    env('# the host', '- name: HOST', '  value: a  # here', '- name: URL', '  value: $(HOST)', '- name: C'),
  );
  const flow = podWith('env: [{name: URL, value: $(HOST)}, {name: HOST, value: a}]');
  expect(fixed(flow, code)).toBe(podWith('env: [{name: HOST, value: a}, {name: URL, value: $(HOST)}]'));
  const last = env('- {name: URL, value: $(HOST)}', '- {name: HOST, value: a}').trimEnd().replaceAll('\n', '\r\n');
  expect(fixed(last, code)).toBe(
    env('- {name: HOST, value: a}', '- {name: URL, value: $(HOST)}').trimEnd().replaceAll('\n', '\r\n'),
  );
});

it('moves none that needs what is between', () => {
  const text = env('- {name: URL, value: $(HOST)}', '- {name: B, value: b}', '- {name: HOST, value: $(B)}');
  expect(fixTitles(text, code)).toEqual([]);
});
