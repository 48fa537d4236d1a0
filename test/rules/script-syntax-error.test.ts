import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

const own = 'script-syntax-error';
const mark = (text: string) => `«${own}|${text}»`;

describe(own, () => {
  it.each([
    [`command: [sh, -c, "while true; do${mark(';')} date; sleep 5; done"]`],
    [`command: [sh, -c, "nginx &${mark(';')} sleep 5"]`],
    [`command: [sh, -c, "if a; then ${mark('fi')}; ls"]`],
    [`command: [sh, -c, "f() { ${mark('}')}; f"]`],
    [`command: [sh, -c, "ls ${mark('&&')} done"]`],
    [`command: [sh, -c, "ls ${mark('|')}"]`],
    [`command: [sh, -c, "sleep 5; ${mark('done')}"]`],
    [`command: [sh, -c, "date ${mark(';;')} sleep 5"]`],
    [`command: [sh, -c, "for i in 1; do date; done ${mark('sleep')} 5"]`],
    [`command: [sh, -c, "echo hello ${mark('(')}world)"]`],
    [`command: [sh, -c, "echo $(date; ${mark('fi')})"]`],
    [`command:\n- bash\n- -c\n- |\n  date ${mark('>')} # nowhere\n  ls\n  sleep 5`],
    [`args: [bash, -ec, "{ ls; }; ${mark('}')}"]`],
    [`livenessProbe: {exec: {command: [sh, -c, "test -f /a && test -f /b ${mark('||')}"]}}`],
  ])('is found once: %s', (container) => expectMarked(podWith(container)));

  it.each([
    ['while true; do date; sleep 5; done'],
    ['nginx & sleep 5; case x in a) ;; esac; for i; do ls; done'],
    ['for i in a\ndo\n# c\n\nls\ndone; { ls; }; (ls); f() (ls)'],
    ['echo done fi } then in do; ! ls; ! ; ls'],
    ['ls &&\n\n# c\nls |\ncat; exec app'],
    ['mysql -h <host> -p <password> &&'],
    ['exec app "$@"\n)'],
    ['[[ a =~ ^(x|y)$ ]] && A=(b c); diff <(ls) <(pwd)'],
    ['echo `ls;;`'],
    [''],
  ])('is silent on %j', (script) =>
    expect(codes(podWith(`command: [bash, -c, ${JSON.stringify(script)}]`))).not.toContain(own),
  );

  it.each([
    ['zsh', 'repeat 3 do; ls; done'],
    ['echo', 'done'],
  ])('is silent on %s', (program, script) =>
    expect(codes(podWith(`command: [${program}, -c, "${script}"]`))).not.toContain(own),
  );

  it('leaves folded and cut scripts to their rules', () => {
    expect(codes(podWith('command:\n- sh\n- -c\n- >\n  for i in 1; do ls; done\n  sleep 1000'))).toEqual([
      'script-folded',
    ]);
    expect(codes(podWith(`command:\n- sh\n- -c\n- grep '#' x && sed 's/ #/' x`))).toEqual(['script-cut-by-comment']);
  });

  it.each([
    [
      'sh',
      'a; done',
      '`done` belongs to `do`, but no `do` is open here. The shell stops here: sh: syntax error: unexpected "done".',
    ],
    [
      'dash',
      'ls |',
      'A command is missing after `|`. The shell stops here: dash: Syntax error: end of file unexpected.',
    ],
    ['bash', 'ls >\nls', "bash: syntax error near unexpected token `newline'"],
    [
      'ash',
      '(a) b',
      '`;` or a line break is missing between `)` and `b`. The shell stops here: ash: syntax error: unexpected word.',
    ],
    ['sh', '; ls', 'A command is missing before `;`.'],
  ])('tells what %s says of %j', (shell, script, message) => {
    expect(lines(podWith(`command: [${shell}, -c, ${JSON.stringify(script)}]`)).join()).toContain(message);
  });

  it.each([
    ['while true; do; date; done', 'while true; do date; done'],
    ['sleep 5 &; wait', 'sleep 5 & wait'],
    ['date;; ls', 'date; ls'],
    ['if a; then fi', 'if a; then :; fi'],
    ['for i in 1; do ls; done sleep 5', 'for i in 1; do ls; done; sleep 5'],
  ])('%s is mended', (before, after) => {
    const pod = (script: string) => podWith(`command: ['sh', '-c', '${script}'] # c`);
    expect(fixed(pod(before), own)).toBe(pod(after));
    expect(codes(pod(after))).not.toContain(own);
  });

  it('has no fix where that is not all, or the author has to say more', () => {
    expect(fixTitles(podWith('command: [sh, -c, "while true; do; date; done; fi"]'), own)).toEqual([]);
    expect(fixTitles(podWith('command: [sh, -c, "ls &&"]'), own)).toEqual([]);
  });
});
