import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

const own = 'script-unterminated';

describe(own, () => {
  it.each([
    ["command: [sh, -c, '«script-unterminated|while» true; do date; sleep 5']"],
    ['command: [sh, -c, "echo \\"a\\"; «script-unterminated|until» nc -z db 1; do sleep 1 done"]'],
    ['command:\n- sh\n- -c\n- |\n  set -e\n  «script-unterminated|if» [ -f /x ]; then\n    cat /x\n  echo done'],
    ['command: [sh, -c]\nargs:\n- >-\n  «script-unterminated|for» i in 1 2;\n  echo $i;\n  done'],
    ["command: [sh, -c, 'echo it«script-unterminated|''»s']"],
    ['command: [sh, -c, "echo $«script-unterminated|$(»ls"]'],
    ['command: [tini, --, bash, -ec, "«script-unterminated|{» ls; pwd"]'],
    ['livenessProbe: {exec: {command: [bash, -c, "«script-unterminated|[[» -f /x"]}}'],
    ['lifecycle: {preStop: {exec: {command: [sh, -c, «script-unterminated|case» x in]}}}'],
  ])('is found once: %s', (container) => expectMarked(podWith(container)));

  it.each([
    ["command: [sh, -c, 'while true; do date; sleep 5; done']"],
    ['command: [sh, -c, "echo $(date) $$(date) $$$$"]'],
    ['command: [sh, -c, "cat <<EOF\\nit\'s\\nEOF"]'],
    ["command: [sh, -c, 'echo # it''s']"],
    ['command: [zsh, -c, "if [[ -f x ]] { ls }"]'],
    ['command: [sh, "while true; do"]'],
    ['command: [echo, "while true; do"]'],
    ['command: [sh, -c, "$(SCRIPT)"]'],
    ['command: [sh, -c, "[[ -f /x"]'],
    ['command: [sh, -c, "exec app\\nwhile true; do"]'],
    [`command: [sh, -c, "[[ a =~ ^(x|y)$ ]] && A=(b c) || echo \${#A[@]}"]`],
  ])('is silent on %s', (container) => expect(codes(podWith(container))).not.toContain(own));

  it('is silent behind a mistake in the YAML', () =>
    expect(codes(podWith('command: [sh, -c, "while a; do b'))).toEqual(['yaml-syntax']));

  it.each([
    ['sh', 'while a; do b', 'sh: syntax error: unexpected end of file (expecting "done"). Add `done`.'],
    ['sh', 'while a; do if b; then c; done', 'sh: syntax error: unexpected "done" (expecting "fi")'],
    ['dash', 'if a', 'dash: Syntax error: end of file unexpected (expecting "then")'],
    ['bash', 'if a', 'bash: syntax error: unexpected end of file'],
    ['dash', "echo 'a", 'dash: Syntax error: Unterminated quoted string'],
    ['bash', "echo 'a", "unexpected EOF while looking for matching `''"],
    ['sh', 'while a; do b done', 'Put `;` or a line break before `done`.'],
  ])('tells what %s says of %s', (shell, script, message) => {
    expect(lines(podWith(`command: [${shell}, -c, ${JSON.stringify(script)}]`)).join()).toContain(message);
  });

  it.each([
    ['command: [sh, -c, "while a; do b done"] # c', 'command: [sh, -c, "while a; do b; done"] # c'],
    ["command: ['sh', '-c', 'if [ -f ''/x'' ] then ls fi']", "command: ['sh', '-c', 'if [ -f ''/x'' ]; then ls; fi']"],
    [
      'command:\n- sh\n- -c\n- |\n  for i in 1 2 do\n    ls done',
      'command:\n- sh\n- -c\n- |\n  for i in 1 2; do\n    ls; done',
    ],
  ])('%j gets its semicolons', (before, after) => {
    expect(fixed(podWith(before), own)).toBe(podWith(after));
    expect(codes(podWith(after))).not.toContain(own);
  });

  it('has no fix where the end is not written', () => {
    expect(fixTitles(podWith('command: [sh, -c, "while a; do b"]'), own)).toEqual([]);
    expect(fixTitles(podWith('command: [sh, -c, "echo (a"]'), own)).toEqual([]);
  });
});
