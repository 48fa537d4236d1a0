import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { forShell } from '../../../server/src/service/features/refactor/shellWords.ts';
import { expand } from '../../../server/src/service/model/index.ts';
import { podWith } from '../../helpers/manifests.ts';
import { refactorings } from '../../helpers/refactorings.ts';

const env = 'env:\n  - name: HOST\n    value: db\n  - name: NOTE\n    value: a b\n';
const json = (command: string) =>
  `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "b", ${command}}]}}`;

/** The forms of the command at `‸`, by the first word of their titles and the text of the pod. */
function forms(text: string): Record<string, string> {
  const found = [...refactorings(text)].filter(([title]) => /^(?:Write|Run) /.test(title));
  return Object.fromEntries(found.map(([title, after]) => [title.replace(/:.*/, ''), after]));
}

const asBlock = 'Write command as a block list';
const onOneLine = 'Write command on one line';
const lineByLine = 'Write the script line by line';
const withShell = 'Run it with a shell';
const withoutShell = 'Run it without a shell';

describe('the forms of a command', () => {
  it.each<[string, string, string]>([
    [asBlock, '‸command: [sleep, "1000"] # why', 'command: # why\n  - sleep\n  - "1000"'],
    [asBlock, '‸command: ["sh", "-c", "a\\nb\\n"]', 'command:\n  - sh\n  - -c\n  - |\n    a\n    b'],
    ['Write args as a block list', "args: ['-v‸']", 'args:\n  - -v'],
    [onOneLine, 'command: # why\n  - sleep\n  - "1000‸" # long', 'command: # why\n  ["sleep", "1000"] # long'],
    [onOneLine, '‸command:\n- sh\n- -c\n- |\n  set -e\n  a\n\n  b', 'command: ["sh", "-c", "set -e; a; b"]'],
    [
      onOneLine,
      '‸command:\n  - sh\n  - -c\n  - |\n    if a; then\n      b\n    else\n      c |\n        d\n    fi',
      'command: ["sh", "-c", "if a; then b; else c | d; fi"]',
    ],
    [lineByLine, "‸command: ['sh', '-c', 'a && b; c']", 'command:\n  - sh\n  - -c\n  - |\n    a &&\n      b\n    c'],
    [
      lineByLine,
      '‸command:\n  - sh\n  - -c\n  - until nc -z db 5432; do echo "not; yet $(date)"; sleep 2; done; run',
      'command:\n  - sh\n  - -c\n  - |\n    until nc -z db 5432; do\n      echo "not; yet $(date)"\n      sleep 2\n    done\n    run',
    ],
    [lineByLine, '‸command: [sh, -c, "(a; b)"]', 'command:\n  - sh\n  - -c\n  - |\n    (a; b)'],
    [lineByLine, 'command: [sh, -c]\nargs: [a; ‸b]', 'command: [sh, -c]\nargs:\n  - |\n    a\n    b'],
    [
      lineByLine,
      'livenessProbe:\n  exec:\n    ‸command: [sh, -c, a; b]',
      'livenessProbe:\n  exec:\n    command:\n      - sh\n      - -c\n      - |\n        a\n        b',
    ],
    [withShell, '‸command: ["echo", "a  b"]', 'command: ["sh", "-c", "echo \'a  b\'"]'],
    [withShell, '‸command:\n  - echo\n  - a; b', "command:\n  - sh\n  - -c\n  - echo 'a; b'"],
    [withShell, 'command: ["a"]\nargs: ["-g", "b‸ c"]', 'command: ["sh", "-c"]\nargs: ["a -g \'b c\'"]'],
    [
      withShell,
      `${env}‸command: [a, --note=$(NOTE), $(HOST)y, $$x, $$(HOST)]`,
      `${env}command: [sh, -c, "a \\"--note=$NOTE\\" \\"\${HOST}y\\" '$x' '$$(HOST)'"]`,
    ],
    [
      withoutShell,
      '‸command: ["sh", "-c", "exec nginx -g \'daemon off;\'"]',
      'command: ["nginx", "-g", "daemon off;"]',
    ],
    [withoutShell, 'command: [sh, -c]\nargs:\n  - a "b ‸c"', 'command: [a]\nargs:\n  - b c'],
    [withoutShell, `${env}‸command: [sh, -c, a $(HOST)]`, `${env}command: [a, $(HOST)]`],
    [withoutShell, '‸command:\n  - sh\n  - -c\n  - |\n    sleep 5', 'command:\n  - sleep\n  - "5"'],
  ])('%s: %s', (title, before, after) => {
    expect(forms(podWith(before))[title]).toBe(podWith(after));
  });

  it.each<[string, string]>([
    ['a comment would be lost', '‸command:\n  - sh # one\n  - x'],
    ['a comment behind it', '‸command:\n  - sh # c\n  - -c\n  - a; b # c'],
    ['a comment in the script', '‸command:\n  - sh\n  - -c\n  - |\n    a # b\n    c'],
    ['a text over two lines', '‸command:\n  - sh\n  - -c\n  - |\n    echo "a\n    b"'],
    ['a here-document', '‸command:\n  - sh\n  - -c\n  - |\n    cat <<E\n    a\n    E'],
    ['an alias', 'args: &a [a]\n‸command: *a'],
    ['what an alias stands for', '‸command: &a [a]\nargs: *a'],
    ['args that an alias stands for', '‸command: [a]\nargs: &a [b]\nenvFrom: *a'],
    ['items that are no texts', '‸command: [a, 1]'],
    ['no list', '‸command: a b'],
    ['another field', 'command: [a]\n‸image: b'],
  ])('are not offered for %s', (_, lines) => {
    const titles = Object.keys(forms(podWith(lines)));
    expect(titles.filter((title) => title !== withShell)).toEqual([]);
  });

  it.each<[string, string, string]>([
    [withShell, 'a variable the manifest does not set', '‸command: [a, $(HOST)]'],
    [withShell, 'a variable no shell can name', 'env: [{name: a.b, value: c}]\n‸command: [a, $(a.b)]'],
    [withShell, 'a reference in a probe', `${env}livenessProbe:\n  exec: {‸command: [a, $(HOST)]}`],
    [withShell, 'a command of the image', '‸args: [a]'],
    [withShell, 'a command line that was meant as several words', '‸command: [\'sh -c "a"\']'],
    [withShell, 'an operator that was meant for a shell', '‸command: [a, "|", b]'],
    [withShell, 'a shell', '‸command: [bash, -c, a]'],
    [withoutShell, 'an operator', '‸command: [sh, -c, a && b]'],
    [withoutShell, 'a variable', '‸command: [sh, -c, a $HOST]'],
    [withoutShell, 'a value with blanks', `${env}‸command: [sh, -c, a $(NOTE)]`],
    [withoutShell, 'a value nobody knows', '‸command: [sh, -c, a $(HOST)]'],
    [withoutShell, 'a builtin', '‸command: [sh, -c, cd /tmp]'],
    [withoutShell, 'options of the shell', '‸command: [sh, -ec, a]'],
    [withoutShell, 'arguments of the script', '‸command: [sh, -c, a, b]'],
    [withoutShell, 'no word for args', '‸command: [sh, -c]\nargs: [a]'],
  ])('%s is not offered for %s', (title, _, lines) => {
    expect(Object.keys(forms(podWith(lines)))).not.toContain(title);
  });

  it('are JSON in JSON', () => {
    expect(forms(json('"command": ["echo", "a b‸"]'))).toEqual({
      [withShell]: json(`"command": ["sh", "-c", "echo 'a b'"]`),
    });
    expect(forms(json('"command": ["sh", "-c", "a ‸b"]'))).toEqual({ [withoutShell]: json('"command": ["a", "b"]') });
  });

  it('are those of the lists alone on Windows', () => {
    const titles = Object.keys(forms(podWith('‸command: [sh, -c, a b]', 'os: {name: windows}')));
    expect(titles).toEqual([asBlock, lineByLine]);
  });
});

describe('a shell reads the words that were written', () => {
  const variables = new Map([['HOST', `d"b ' $x`]]);
  it.each([
    [['a b', '', "it's", '"', '\\', '$HOME', '`id`', '*', '~', '!', '#', 'a=b', '{a,b}', 'a\nb', 'é;&|<>()']],
    [
      [
        '$$',
        '$$$$',
        '$$(HOST)',
        '$',
        'a$',
        '$$HOME',
        "'$(HOST)'",
        '$(HOST)x',
        '"$(HOST)"\\',
        '$(HOST)$(HOST)',
        '$(HOST)$$',
      ],
    ],
    [["it's $(HOST)", '`$(HOST)`', '$HOME$(HOST)', "'''", "'\"'", '$(HOST)_']],
  ])('%j', (words) => {
    const script = forShell(['printf', '%s|', ...words], variables) ?? '';
    const kubelet = (text: string) => expand(text, (name) => variables.get(name));
    const printed = execFileSync('sh', ['-c', kubelet(script)], { env: Object.fromEntries(variables) });
    expect(printed.toString()).toBe(words.map((word) => `${kubelet(word)}|`).join(''));
  });
});
