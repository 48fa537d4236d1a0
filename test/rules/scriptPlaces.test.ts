import { describe, expect, it } from 'vitest';
import { expectMarked, fixed, podWith } from '../helpers/manifests.ts';

const own = 'script-unterminated';
const loop = `«${own}|while» true; do ls; sleep 5`;

describe('where a part of a script is written', () => {
  it.each([
    ['plain', `command: [sh, -c, ls && ${loop}]`],
    ['single quotes', `command: [sh, -c, 'echo ''it'' && ${loop}']`],
    ['double quotes', `command: [sh, -c, "printf \\"a\\\\n\\" \\x41\\u00e9\\n\\t\\x20${loop}"]`],
    ['an escaped line break', `command: [sh, -c, "ls \\\n  && ${loop}"]`],
    ['several lines', `command: [sh, -c, 'ls &&\n\n    ${loop}']`],
    ['a block with a comment', `command:\n- sh\n- -c\n- |2- # while\n    ls\n\n  \t${loop}`],
    ['a folded block', `command:\n- sh\n- -c\n- >+\n  ls &&\n  pwd;\n  ${loop}\n\n`],
    ['an anchor', `command: [sh, -c, &script 'ls; ${loop}']`],
    ['JSON escapes', `command: ["sh", "-c", "echo \\"\\/a\\" \\ud83d\\ude00; ${loop}"]`],
    ['a letter beyond 16 bits', `command: [sh, -c, 'echo 😀; ${loop}']`],
  ])('in %s', (_what, container) => expectMarked(podWith(container)));

  it('is the same with CRLF', () => {
    const before = podWith('command:\n- sh\n- -c\n- |\n  ls\n  while a; do\n    ls done').replaceAll('\n', '\r\n');
    expect(fixed(before, own)).toBe(before.replace('ls done', 'ls; done'));
  });
});
