import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, lines, podWith } from '../helpers/manifests.ts';

const own = 'script-folded';
const loop = 'while true; do\n    date\n    sleep 5\n  done';

describe(own, () => {
  it.each([
    [`command:\n- sh\n- -c\n- «script-folded|>-»\n  while true;\n  do date\n  done`],
    ['command:\n- sh\n- -c\n- «script-folded|>»\n  cd /app\n  exec ./run'],
    ['command:\n- sh\n- -c\n- «script-folded|>»\n  set -e\n  if [ -f x ]; then ls; fi'],
    ['command:\n- sh\n- -c\n- «script-folded|>»\n  ls;\n  # then\n  pwd'],
    ['command: [sh, -c, «script-folded|"while true; do date»\n  done"]'],
    ['command: [sh, -c]\nargs:\n- «script-folded|echo a;»\n  echo b\n  sleep 5'],
  ])('is found once: %s', (container) => expectMarked(podWith(container), {}, ['container-exits-at-once']));

  it.each([
    ['command:\n- sh\n- -c\n- >\n  mysqld --a\n  --b\n  echo'],
    ['command:\n- sh\n- -c\n- >\n  cd /app &&\n  exec ./run'],
    ['command:\n- sh\n- -c\n- >\n  cd /app;\n  exec ./run'],
    ['command:\n- sh\n- -c\n- >\n  env A=b\n  sleep 5'],
    ['command:\n- sh\n- -c\n- >\n  set -e;\n\n  ls\n\n  pwd'],
    ['command:\n- sh\n- -c\n- >\n  echo a\n  b c'],
    ['command:\n- sh\n- -c\n- >\n  for i in 1; do\n  ls; done'],
    ['command:\n- sh\n- -c\n- |\n  cd /app\n  exec ./run'],
    ['command: [sh, -c, "cd /app\\n  exec ./run"]'],
    ['command: [sh, -c, "while true"]'],
    [`command:\n- echo\n- >\n  ${loop}`],
  ])('is silent on %s', (container) => expect(codes(podWith(container))).not.toContain(own));

  it('leaves what is wrong on its lines as well to another rule', () => {
    expect(codes(podWith('command:\n- sh\n- -c\n- >\n  while true; do\n  date'))).toEqual(['script-unterminated']);
  });

  it('tells whether the shell understands it', () => {
    const [broken] = lines(podWith('command:\n- sh\n- -c\n- >\n  if a; then\n  b\n  fi'));
    expect(broken).toContain('one line, which is a syntax error. Write `|` instead of `>`.');
    const other = lines(podWith('command:\n- sh\n- -c\n- >\n  cd a\n  exec b'));
    expect(other.join()).toContain('a command becomes an argument of the one before it');
  });

  it.each([
    [
      'command:\n- sh\n- -c\n- >- # c\n  if a; then\n  b\n  fi',
      'command:\n- sh\n- -c\n- |- # c\n  if a; then\n  b\n  fi',
    ],
    ['command:\n- sh\n- -c\n- "cd a\n  exec b"', 'command:\n- sh\n- -c\n- |\n  cd a\n  exec b'],
    ['command: [sh, -c, "cd a\n  exec b"]', 'command: [sh, -c, "cd a\\nexec b\\n"]'],
  ])('%j keeps its line breaks', (before, after) => {
    expect(fixed(podWith(before), own)).toBe(podWith(after));
    expect(codes(podWith(after))).not.toContain(own);
  });
});
