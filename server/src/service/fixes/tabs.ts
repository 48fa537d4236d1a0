/**
 * Indents a text with spaces where it is indented with tabs. Tabs in the text of a block scalar stay; the indentation
 * that its lines have in common goes.
 */
export function withoutTabs(text: string, width: number): { start: number; end: number; text: string }[] {
  const edits: { start: number; end: number; text: string }[] = [];
  let scalar: { column: number; indent: string | undefined } | undefined;
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (blanks.length === line.trimEnd().length) continue;
    if (scalar && columnsOf(blanks, width) <= scalar.column) scalar = undefined;
    if (scalar) scalar.indent ??= blanks;
    const indent = scalar?.indent ?? blanks;
    if (indent.includes('\t') && line.startsWith(indent)) {
      edits.push({ start: index, end: index + indent.length, text: ' '.repeat(columnsOf(indent, width)) });
    }
    if (!scalar && /(?:^|[-:][ \t]+)[|>][-+\d]*[ \t]*(?:#.*)?\r?$/.test(line)) {
      scalar = { column: columnsOf(blanks, width), indent: undefined };
    }
  }
  return edits;
}

function columnsOf(blanks: string, width: number): number {
  return [...blanks].reduce((column, char) => column + (char === '\t' ? width : 1), 0);
}
