import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, fixTitles, podWith } from '../helpers/manifests.ts';

const own = 'script-background-only';
const shell = (script: string) => `command: [sh, -c, ${JSON.stringify(script)}]`;

describe(own, () => {
  it.each([
    [`nginx «${own}|&»`],
    [`./a & ./b «${own}|&»`],
    [`./setup.sh; ./server «${own}|&»`],
    [`./server «${own}|&» echo started`],
    [`./server «${own}|&» sleep 5; echo started`],
    [`(a; b) «${own}|&»`],
    [`a && b «${own}|&»`],
  ])('finds %s', (script) => expectMarked(podWith(`command: [sh, -c, '${script}']`)));

  it('finds it in sidecars', () => {
    const sidecar = `initContainers:\n- name: s\n  image: a/b:1\n  restartPolicy: Always\n  command: [sh, -c, 'run «${own}|&»']`;
    expectMarked(podWith('tty: true', sidecar));
  });

  it.each([
    ['wait', './a & ./b & wait'],
    ['wait for one', './a & pid=$!; trap "kill $pid" TERM; wait $pid'],
    ['exec', './a & exec ./b'],
    ['tail -f', './a & tail -f /var/log/a'],
    ['a main program', './a & ./b'],
    ['a loop', './a & while true; do sleep 60; done'],
    ['an endless program before it', 'sleep infinity; ./a &'],
    ['fg', 'set -m; ./a & ./b; fg %1'],
    ['&&', './a && ./b'],
    ['a URL', 'curl "http://a/?b&c"'],
    ['a background in a function', 'f() { a & }; f; ./b'],
    ['no script', 'echo "'],
  ])('is silent on %s', (_what, script) => expect(codes(podWith(shell(script)))).not.toContain(own));

  it.each([
    ['Jobs', podWith(shell('a &')).replace('spec:', 'spec:\n  restartPolicy: OnFailure')],
    ['init containers', podWith('tty: true', `initContainers:\n- {name: i, image: a, ${shell('a &')}}`)],
    ['hooks', podWith(`lifecycle: {postStart: {exec: {${shell('a &')}}}}`)],
  ])('is silent in %s', (_what, text) => expect(codes(text)).not.toContain(own));

  it.each([
    ['./a &', './a', './a & wait'],
    ['./a & ./b &', './a & ./b & wait'],
    ['./a & echo b', './a & echo b; wait'],
  ])('%j goes on', (before, after, other?: string) => {
    expect(fixed(podWith(shell(before)), own)).toBe(podWith(shell(after)));
    if (other) expect(fixed(podWith(shell(before)), own, 1)).toBe(podWith(shell(other)));
    expect(codes(podWith(shell(after)))).not.toContain(own);
  });

  it('has no fix for a server that goes to the background by itself', () =>
    expect(fixTitles(podWith(shell('nginx &')), own)).toEqual([]));

  it('waits in blocks too, but not in a comment', () => {
    const block = (script: string) => podWith(`command:\n- sh\n- -c\n- |\n  ./a &\n  ./b &${script}\n`);
    expect(fixed(block(''), own)).toBe(block(' wait'));
    expect(fixTitles(block('\n  # the end'), own)).toEqual([]);
  });
});
