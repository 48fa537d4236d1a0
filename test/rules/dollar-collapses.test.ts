import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, podWith } from '../helpers/manifests.ts';

const code = 'dollar-collapses';
const block = (script: string) => podWith(`command:\n  - sh\n  - -c\n  - |\n    ${script.replaceAll('\n', '\n    ')}`);

it('finds the number of the process in a script', () => {
  expectMarked(podWith(`command: [sh, -c, "sleep 5 && kill «${code}|$$»"]`));
  expectMarked(podWith(`command: [sh, -c, 'date > /tmp/x.«${code}|$$» && sleep 5']`));
  expectMarked(block(`# don't\ncp /a "/tmp/a-«${code}|$$»"\nexec sleep 5`));
  expectMarked(podWith(`livenessProbe: {exec: {command: [sh, -c, "touch /tmp/«${code}|$$».x"]}}`));
});

describe('is silent', () => {
  it.each([
    ['in front of a name, which it keeps from being replaced', 'echo $$HOME $$(date) $${A} $$1 $$@; sleep 5'],
    ['in patterns', 'awk \'{print $$}\' a; grep "a$$" b; sed "s/a$$/b/" c; sleep 5'],
    ['in single quotes', "echo 'pa$$ word'; sleep 5"],
    ['in comments', '# $$ is the process\nsleep 5'],
    ['where there are four', 'kill $$$$'],
  ])('%s', (_, script) => {
    expect(codes(block(script))).not.toContain(code);
  });

  it('without a shell, in hooks and on Windows', () => {
    expect(codes(podWith('args: ["--password=pa$$"]'))).not.toContain(code);
    expect(codes(podWith('lifecycle: {preStop: {exec: {command: [sh, -c, "kill $$"]}}}'))).not.toContain(code);
    expect(codes(podWith('command: [sh, -c, "kill $$"]', 'os: {name: windows}'))).not.toContain(code);
  });
});

it('writes four of them', () => {
  const text = block('kill $$\nsleep 5');
  expect(fixed(text, code)).toBe(text.replace('$$', () => '$$$$'));
});
