import { describe, expect, it } from 'vitest';
import { commandsIn } from '../../server/src/service/model/index.ts';
import { parseScript, scriptErrorOf } from '../../server/src/service/model/script.ts';

const wordsOf = (script: string) => commandsIn(parseScript(script) ?? []).map(({ words }) => words);

describe('the words of a script', () => {
  it.each([
    [`echo 'a b' "c d" e\\ f`, [['echo', 'a b', 'c d', 'e f']]],
    [`echo "a \\"b\\" \\n" $'it\\'s'`, [['echo', 'a "b" \\n', "it\\'s"]]],
    ['echo a#b # c\nls', [['echo', 'a#b'], ['ls']]],
    ['echo a \\\n  b', [['echo', 'a', 'b']]],
    ['A=b C="d e" env', [[]]],
    ['ls >/dev/null 2>&1 </x', [['ls']]],
    ['cat <<EOF && ls\nif "\nEOF\npwd', [['cat'], ['ls'], ['pwd']]],
    ['cat <<-"E F"\n\tx\n\tE F\nls', [['cat'], ['ls']]],
    [
      'echo "$(date "+%s")" `id -u`',
      [
        ['date', '+%s'],
        ['id', '-u'],
        ['echo', '$(date "+%s")', '`id -u`'],
      ],
    ],
    [
      `echo "$(case x in a) echo ")";; esac)"`,
      [
        ['echo', ')'],
        ['echo', `$(case x in a) echo ")";; esac)`],
      ],
    ],
    ['echo $((1 + (2))) $((1<<2))', [['echo', '$((1 + (2)))', '$((1<<2))']]],
    [`echo \${A:-'}'} \${B:-$(ls)}`, [['ls'], ['echo', `\${A:-'}'}`, `\${B:-$(ls)}`]]],
    [
      '[[ $a =~ ^(x|y)$ && -f b ]] && ls',
      [['[[', '$a', '=~', '^', '(', 'x', '|', 'y', ')', '$', '&&', '-f', 'b', ']]'], ['ls']],
    ],
    ['A=(b "c d") ; diff <(ls a) <(ls b)', [[], ['ls', 'a'], ['ls', 'b'], ['diff', '<(ls a)', '<(ls b)']]],
    ['for ((i=0;i<3;i++)); do ls; done; ((i++))', [['ls'], ['((', 'i++']]],
    ['f() { ls; }; function g { pwd; }; f', [['ls'], ['pwd'], ['f']]],
    ['time { ls; pwd; }; time -p (ls) | wc; time ls -l', [['ls'], ['pwd'], ['ls'], ['wc'], ['ls', '-l']]],
    ['case $x in a|b) ls;; (*) pwd; esac', [['ls'], ['pwd']]],
    ['echo if done { }; for i in do done; do ls; done', [['echo', 'if', 'done', '{', '}'], ['ls']]],
  ])('%s', (script, words) => expect(wordsOf(script)).toEqual(words));
});

describe('where output goes', () => {
  it.each([
    ['ls > a 2> /dev/null', ['a', '/dev/null']],
    ['ls 2>&1 </x >&2', []],
    ['while a; do b > x; done >> /y', ['x', '/y']],
    ['for i in a; do b; done > /y < /z', ['/y']],
    ['{ a; b; } >| /y && (c) &> /z', ['/y', '/z']],
    ['if a; then b; fi > /y; case $x in a) b;; esac > /z', ['/y', '/z']],
    ['((i++)) > /y', ['/y']],
    ['f() { a; } > /y', ['/y']],
    [`sh -c 'a > x' > /y`, ['x', '/y']],
  ])('%s', (script, files) =>
    expect(commandsIn(parseScript(script) ?? []).flatMap(({ outputs }) => outputs)).toEqual(files),
  );
});

/** The script with its opener marked, and what would close it; `unexpected` where the shell stumbles over something else. */
function errorOf(script: string): string {
  const error = scriptErrorOf(script);
  if (!error) return 'none';
  const { opener, closer } = error;
  if (!opener) return `unexpected ${script.slice(error.at.start, error.at.end)}`;
  return `${script.slice(0, opener.start)}«${script.slice(opener.start, opener.end)}»${script.slice(opener.end)} ${closer}`;
}

describe('what does not end', () => {
  it.each([
    ['while true; do date done', '«while» true; do date done done'],
    ['until a; b', '«until» a; b do'],
    ['while a; do if b; then c; done', 'while a; do «if» b; then c; done fi'],
    ['if a; b; fi', '«if» a; b; fi then'],
    ['for i in a b do ls; done', '«for» i in a b do ls; done do'],
    ['case $x in\na) ls;;', '«case» $x in\na) ls;; esac'],
    ['ls; { a; b', 'ls; «{» a; b }'],
    ['f() { a', 'f() «{» a }'],
    ['(a; b', '«(»a; b )'],
    ['[[ a && b', '«[[» a && b ]]'],
    ['echo "a $(b "c")', 'echo «"»a $(b "c") "'],
    ["echo it's", "echo it«'»s '"],
    ['echo `date', 'echo «`»date `'],
    ['echo $(date', 'echo «$(»date )'],
    [`echo \${A`, `echo «\${»A }`],
    ['echo $(if a; then b)', 'echo $(«if» a; then b) fi'],
  ])('%j', (script, expected) => expect(errorOf(script)).toBe(expected));

  it.each([
    ['ls | ; pwd', 'unexpected ;'],
    ['done', 'unexpected done'],
    ['a (b)', 'unexpected b'],
    ['ls &&', 'unexpected '],
    ['while a; do; b; done', 'unexpected ;'],
    ['a &; b', 'unexpected ;'],
    ['if a; then fi', 'unexpected fi'],
    ['f() { }', 'unexpected }'],
    ['ls | done', 'unexpected done'],
  ])('%j', (script, expected) => expect(errorOf(script)).toBe(expected));

  it.each([
    ["ls # it's"],
    ['cat <<EOF\nit\'s "'],
    ['echo \\'],
    ['if a; then b; fi'],
    ['a & b & wait'],
    ['! ; `a;;`'],
    [''],
  ])('is nothing in %j', (script) => expect(errorOf(script)).toBe('none'));

  it('gives up on what is too long or too deep', () => {
    expect(parseScript('('.repeat(20_000))).toBeUndefined();
    expect(errorOf('('.repeat(20_000))).toBe('none');
    expect(errorOf('$('.repeat(20_000))).toBe('none');
    expect(errorOf(`if a; then ${'b; '.repeat(20_000)}`)).toBe('none');
  });
});
