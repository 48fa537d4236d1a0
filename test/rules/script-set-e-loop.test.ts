import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const own = 'script-set-e-loop';
const script = (...lines: string[]) =>
  podWith(`command:\n- sh\n- -c\n- |\n${lines.map((line) => `  ${line}`).join('\n')}`);
const ignored = ['container-exits-at-once', 'tool-not-in-image'];

describe(own, () => {
  it.each([
    [
      'an if behind it',
      script(
        'set -e',
        'while true; do',
        `  «${own}|nslookup db»`,
        '  if [ $? -eq 0 ]; then break; fi',
        '  sleep 2',
        'done',
      ),
    ],
    [
      'a variable',
      script(
        'set -eu',
        'for i in 1 2 3; do',
        `  «${own}|nc -z db 5432 >/dev/null»; ok=$?`,
        '  [ $ok = 0 ] && exit 0',
        'done',
      ),
    ],
    [
      '-o errexit',
      script('set -o errexit', 'until false; do', `  «${own}|a | grep b»`, '  test $? = 0 && break', 'done'),
    ],
    [
      'a status of a substitution',
      script('set -e', 'while :; do', `  «${own}|x=$(curl db)»`, '  if [ "$?" != 0 ]; then continue; fi', 'done'),
    ],
  ])('finds %s', (_what, text) => expectMarked(text, {}, ignored));

  it('finds it where the shell is started with -e, in init containers too', () => {
    expectMarked(
      podWith(`command: [sh, -ec, 'while :; do «${own}|nslookup db»; if [ $? = 0 ]; then exit 0; fi; done']`),
      {},
      ignored,
    );
    expectMarked(
      podWith(
        'tty: true',
        `initContainers:\n- name: i\n  image: busybox:1.28\n  command: [sh, -e, -c, 'while :; do «${own}|ping db»; [ $? = 0 ] && break; done']`,
      ),
    );
  });

  it.each([
    ['no set -e', script('while :; do', '  nslookup db', '  if [ $? -eq 0 ]; then break; fi', 'done')],
    ['set +e', script('set -e', 'set +e', 'while :; do', '  nslookup db', '  [ $? -eq 0 ] && break', 'done')],
    ['no loop', script('set -e', 'nslookup db', 'if [ $? -eq 0 ]; then ls; fi')],
    ['|| true', script('set -e', 'while :; do', '  nslookup db || true', '  if [ $? -eq 0 ]; then break; fi', 'done')],
    ['a condition', script('set -e', 'until nslookup db; [ $? -eq 0 ]; do', '  sleep 2', 'done')],
    ['a message', script('set -e', 'while :; do', '  nslookup db', '  echo $?', 'done')],
    ['what does not fail', script('set -e', 'while :; do', '  sleep 2', '  [ $? -eq 0 ] && break', 'done')],
    [
      'a function, which a condition may call',
      script('set -e', 'f() { while :; do a; [ $? = 0 ] && return; done; }', 'if f; then b; fi'),
    ],
  ])('is silent on %s', (_what, text) => expect(codes(text)).not.toContain(own));

  it.each([
    ['if [ $? -eq 0 ]; then break; fi', 'if nslookup db; then break; fi'],
    ['if test $? != 0; then exit 1; fi', 'if ! nslookup db; then exit 1; fi'],
  ])('tests the command itself: %s', (before, after) => {
    const loop = (...body: string[]) =>
      script('set -e', 'while :; do', ...body.map((line) => `  ${line}`), '  sleep 2', 'done');
    expect(fixed(loop('nslookup db', before), own)).toBe(loop(after));
    expect(codes(loop(after))).not.toContain(own);
  });

  it('has no fix where more is tested, or a comment would go', () => {
    const loop = (...body: string[]) => script('set -e', 'while :; do', ...body, 'done');
    expect(fixTitles(loop('a', 'if [ $? -eq 0 ] && b; then break; fi'), own)).toEqual([]);
    expect(fixTitles(loop('a # there?', 'if [ $? -eq 0 ]; then break; fi'), own)).toEqual([]);
  });
});
