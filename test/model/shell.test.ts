import { describe, expect, it } from 'vitest';
import { isCommandLine, joinForShell, readCommandLine } from '../../server/src/service/model/index.ts';

const variables = new Set(['host', 'PORT']);

describe('a command line that needs no shell', () => {
  it.each([
    ['sleep 1000', ['sleep', '1000']],
    ['  nginx\n', ['nginx']],
    [`echo "a b" 'c "d"' e\\ f ""`, ['echo', 'a b', 'c "d"', 'e f', '']],
    ['sh -c "echo hi && ls"', ['sh', '-c', 'echo hi && ls']],
    ["awk '{print $1}' f", ['awk', '{print $1}', 'f']],
    [
      'app --port=$(PORT) --host $(host) $(SET_ELSEWHERE)',
      ['app', '--port=$(PORT)', '--host', '$(host)', '$(SET_ELSEWHERE)'],
    ],
    ['curl http://a/?x=1#top', ['curl', 'http://a/?x=1#top']],
    ['grep foo$ f', ['grep', 'foo$', 'f']],
    ['echo $', ['echo', '$']],
    ['find / -name a \\;', ['find', '/', '-name', 'a', ';']],
    ['app --x={a,b} -y=~z', ['app', '--x={a,b}', '-y=~z']],
  ])('%s', (line, words) => expect(readCommandLine(line, variables)).toEqual({ kind: 'plain', words }));
});

it.each([
  'a | b',
  'a && b',
  'a; b',
  'a &',
  'a > f',
  'a 2>&1',
  'a < f',
  'ls *.txt',
  'echo $HOME',
  `echo \${HOME:-x}`,
  'echo "$HOME"',
  'echo $(date)',
  'echo "$(date)"',
  'echo `date`',
  'echo "`date`"',
  'cd /app',
  'cd /app && ls',
  'A=b cmd',
  'while true; do x; done',
  'exec nginx',
  '. /env',
  '[ -f /x ]',
  'sleep 5 # wait',
  'ls ~/x',
  '(a)',
  'a\nb',
  `echo \${}`,
])('%s needs a shell', (line) => expect(readCommandLine(line, variables).kind).toBe('shell'));

it.each(['echo "a', "echo it's", 'echo \\', `echo "a' b`])('%s is not closed', (line) =>
  expect(readCommandLine(line, variables).kind).toBe('open'),
);

it.each([
  [['echo', 'a b'], "echo 'a b'"],
  [['echo', "it's"], `echo "it's"`],
  [['echo', 'a b', '>', '/x', '2>&1'], "echo 'a b' > /x 2>&1"],
  [['echo', '$HOME', `\${A}b`, '$(C)'], `echo "$HOME" "\${A}b" $(C)`],
  [['a', '$X "q"'], 'a "$X \\"q\\""'],
  [['ls', '*.txt', ''], "ls *.txt ''"],
  [['awk', '{print $1}'], "awk '{print $1}'"],
  [['a;', 'b;c', '#d', '(e)'], "a; 'b;c' '#d' '(e)'"],
])('%j is written for a shell as %s', (words, line) => expect(joinForShell(words)).toBe(line));

it.each([
  ['sleep 1000', true],
  ['$(CMD) -x', true],
  ['A=b cmd', true],
  ['#!/bin/sh\nls', true],
  ['sleep', false],
  ['sleep ', false],
  ['C:\\Program Files\\x.exe', false],
  ['/opt/my\\ app', false],
  ['“sleep 1', false],
])('%j is a command line: %s', (item, expected) => expect(isCommandLine(item)).toBe(expected));
