import { describe, expect, it } from 'vitest';
import { codes, expectMarked, fixed, lines, podWith } from '../helpers/manifests.ts';

const own = 'script-cut-by-comment';
const script = (text: string) => podWith(`command:\n- sh\n- -c\n- ${text}`);

describe(own, () => {
  it.each([[`echo "a «script-cut-by-comment|# b"»`], [`grep -v '^ «script-cut-by-comment|#' /etc/hosts»`]])(
    'is found once: %s',
    (text) => expectMarked(script(text)),
  );

  it.each([
    ['echo a # b'],
    ["while true; do date; sleep 5; done # it's"],
    ['echo "a # b'],
    ['"echo a" # b"'],
    ["echo it's # wrong"],
  ])('is silent on %s', (text) => expect(codes(script(text))).not.toContain(own));

  it('tells what is left', () => {
    expect(lines(script('echo "a # b"')).join()).toContain(
      'the script is only `echo "a`, at which the shell stops: sh: syntax error: unterminated quoted string.',
    );
  });

  it.each([
    ['echo "a # b"', `'echo "a # b"'`],
    ["grep -v '^ #' x", `"grep -v '^ #' x"`],
  ])('%j is quoted', (before, after) => {
    expect(fixed(script(before), own)).toBe(script(after));
    expect(codes(script(after))).not.toContain(own);
  });
});
