import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

describe('smart-quotes', () => {
  it.each([
    ['command: [«smart-quotes|“sh”», «smart-quotes|“-c”», «smart-quotes|‘ls’»]'],
    ['command: [«smart-quotes|"“sh”"»]'],
    ['command:\n- app\n- «smart-quotes|--name=“a b”»'],
    ['command: [sh, -c, «smart-quotes|echo “hi there”»]'],
    ['command: [app, «smart-quotes|“a», b”]'],
    ['livenessProbe: {exec: {command: [app, «smart-quotes|„a”»]}}'],
  ])('finds %s', (container) => expectMarked(podWith(container), {}, ['container-exits-at-once']));

  it.each([
    ['command: [echo, "She said “hello”"]'],
    ['command: [echo, "“hello”"]'],
    ['command: [sh, -c, \'echo "It’s “done”"\']'],
    ['command: [sh, -c, echo It’s done]'],
    ['command: [app, --x=5”]'],
  ])('is silent on %s', (container) => expect(codes(podWith(container))).not.toContain('smart-quotes'));

  it('tells what will be seen', () => {
    expect(lines(podWith('command: [“sh”]'))[0]).toContain('exec: "“sh”": executable file not found in $PATH');
  });

  it.each([
    ['command: [“sh”] # c', 'command: ["sh"] # c'],
    ['command:\n- ‘sleep’\n- "5"', 'command:\n- \'sleep\'\n- "5"'],
    ['command: ["“sh”", "-c"]', 'command: ["sh", "-c"]'],
    ['command:\n- app\n- --name=“a b”', 'command:\n- app\n- --name=a b'],
    ['command: [sh, -c, echo “a b” I’m]', 'command: [sh, -c, echo "a b" I’m]'],
    [
      'command:\n- sh\n- -c\n- |\n  echo “a”\n  echo ‘b’\n- x',
      'command:\n- sh\n- -c\n- |\n  echo "a"\n  echo \'b\'\n- x',
    ],
    ['command: [app, “a, b”, c]', 'command: [app, "a, b", c]'],
  ])('%j gets straight quotes', (before, after) => expect(fixed(podWith(before), 'smart-quotes')).toBe(podWith(after)));

  it('has no fix where the end is not found', () =>
    expect(fixTitles(podWith('command: [app, “a]'), 'smart-quotes')).toEqual([]));
});
