import { expect, it } from 'vitest';
import { InsertTextFormat, type TextEdit } from 'vscode-languageserver-types';
import { createItems } from '../../server/src/lsp/items.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

it.each([
  [`name: \${1:app}\nimage: $2$0`, 'name: app\nimage: '],
  [`\${1|Always,Never|}`, 'Always'],
  [`\${1|a\\,b,c|}$0`, 'a,b'],
  [`\${1}-\${2:x-$3}`, '-x-'],
  [`\${1:\\\${HOME\\}}`, `\${HOME}`],
  ['\\$(NAME) costs \\\\ \\$5', '$(NAME) costs \\ $5'],
])('a snippet without its tab stops: %s', (snippet, text) => {
  const items = createItems();
  items.initialize({}, undefined);
  const textEdit = { range, newText: snippet };
  const fitted = items.fit({ label: 'a', insertTextFormat: InsertTextFormat.Snippet, textEdit });
  expect((fitted.textEdit as TextEdit).newText).toBe(text);
  expect(fitted.insertTextFormat).toBe(InsertTextFormat.PlainText);
});
