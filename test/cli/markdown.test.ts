import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { markdownText } from '../../server/src/cli/markdown.ts';

it.each([
  ['**`a`**: list of *strings*', '`a`: list of *strings*'],
  ['not \\*this\\* but `\\*that\\*`', 'not *this* but `\\*that\\*`'],
  ['[Pods](https://kubernetes.io/docs/concepts/)', 'Pods: https://kubernetes.io/docs/concepts/'],
  ['see [en.wikipedia.org/wiki/Cron](https://en.wikipedia.org/wiki/Cron).', 'see https://en.wikipedia.org/wiki/Cron.'],
  ['[image](https://kubernetes.io/docs/#image)', 'image: https://kubernetes.io/docs/#image'],
  ['one\n\n- two\n- three', 'one\n\n- two\n- three'],
  ['a `b*` and **c `*d` e**', 'a `b*` and c `*d` e'],
])('without colours: %j', (markdown, text) => {
  expect(markdownText(markdown, 80, false)).toBe(text);
});

it('paints code and bold', () => {
  const text = markdownText('**`a`** and `b`', 80, true);
  expect(text).toContain('\u001b[36mb\u001b[39m');
  expect(text).toContain('\u001b[1m');
  expect(stripVTControlCharacters(text)).toBe('a and b');
});

it('breaks lines at blanks, below the text of a bullet, whatever the colours', () => {
  const markdown = '- `one` two **three** four';
  const expected = '  - one two\n    three\n    four';
  expect(stripVTControlCharacters(markdownText(markdown, 13, true, '  '))).toBe(expected);
  expect(markdownText('abcdefghij klm', 5, false)).toBe('abcdefghij\nklm');
  expect(markdownText('파드 하나', 6, false)).toBe('파드\n하나');
});
