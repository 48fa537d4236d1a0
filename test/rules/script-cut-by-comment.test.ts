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

  const command = (...items: string[]) => podWith(['command:', ...items.map((item) => `- ${item}`)].join('\n'));

  it.each([
    [command('app', '--message="a «script-cut-by-comment|# b"»')],
    [command('python', '-c', 'print("a «script-cut-by-comment|# b")»')],
    [command('«command-line-in-one-item|sh -c» «script-cut-by-comment|# run»')],
    [podWith(`args:\n- -f\n- ^'a «script-cut-by-comment|#'»`)],
    [
      podWith(
        `livenessProbe:\n  exec:\n    command:\n    - test\n    - "a"\n    - 'b'\n    - -n='a «script-cut-by-comment|# b'»`,
      ),
    ],
  ])('is found in other items: %s', (text) => expectMarked(text));

  it.each([
    [command('sleep # for "long"', '"1000" # seconds')],
    [command('app', `it's # Bob's`, `don't # 'quoted'`)],
    [command('app', '--quote=" # the " character', `--say='hi' # 'there'`)],
    [command('app', '--quote=" # it is "')],
    [command('app', '(a # b)', '-f=a#b # c')],
    [command('sh # -c', '-c # the script', 'exec app # "x"')],
    [command('sh -c # run', 'exec app')],
    [command('"app" # "x"', '# nothing', '>-  # folded "\n  a "b')],
  ])('is silent on other items: %s', (text) => expect(codes(text)).not.toContain(own));

  it('tells what is left', () => {
    expect(lines(script('echo "a # b"')).join()).toContain(
      'the script is only `echo "a`, and the shell stops: sh: syntax error: unterminated quoted string.',
    );
  });

  it('quotes an item', () => {
    expect(fixed(command('app', '--message="a # b"'), own)).toBe(command('app', `'--message="a # b"'`));
  });

  it.each([
    ['echo "a # b"', `'echo "a # b"'`],
    ["grep -v '^ #' x", `"grep -v '^ #' x"`],
    [`grep -v "a" '^ #'`, `'grep -v "a" ''^ #'''`],
  ])('%j is quoted', (before, after) => {
    expect(fixed(script(before), own)).toBe(script(after));
    expect(codes(script(after))).not.toContain(own);
  });
});
