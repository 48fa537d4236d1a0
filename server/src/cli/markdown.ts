import { stripVTControlCharacters } from 'node:util';
import { columnsOf, painter } from './text.ts';

/**
 * Markdown of descriptions as text for a terminal, wrapped. Without colours code keeps its backticks, and bold is plain.
 * @param indent blanks in front of each line
 */
export function markdownText(markdown: string, width: number, coloured: boolean, indent = ''): string {
  return markdown
    .split('\n')
    .map((line) => {
      const [, blanks = '', bullet = '', text = ''] = /^( *)([-*] )?(.*)$/.exec(line) ?? [];
      const first = `${indent}${blanks}${bullet}`;
      return wrap(inline(text, coloured), width, first, ' '.repeat(first.length));
    })
    .join('\n');
}

/** Code, bold, links and escapes of one line. */
function inline(text: string, coloured: boolean): string {
  const paint = painter(coloured);
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => {
      if (index % 2 === 1) return coloured ? paint('cyan', part.slice(1, -1)) : part;
      return part.replace(/\[([^\]]+)\]\(([^)]+)\)/g, linkText).replace(/\\([!-/:-@[-`{-~])/g, '$1');
    })
    .join('')
    .replace(/\*\*(.+?)\*\*/g, (_, bold: string) => paint('bold', bold));
}

function linkText(_: string, title: string, url: string): string {
  return url.replace(/^https?:\/\//, '') === title ? url : `${title}: ${url}`;
}

/** Breaks a line at its blanks, so that it is not wider than it may be where that can be had. */
function wrap(text: string, width: number, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      [line, isEmpty] = [rest, true];
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].map((each) => each.trimEnd()).join('\n');
}

function columns(text: string): number {
  return columnsOf(stripVTControlCharacters(text));
}
