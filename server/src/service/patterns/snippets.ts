import { writeBlock, type YamlStyle } from '../yaml/index.ts';
import { type Pattern, patterns, podOf, type Values } from './index.ts';

/**
 * A snippet as VS Code reads it from a `.code-snippets` file. Without a prefix it is not offered while somebody types,
 * which VS Code would do at every place of every YAML file, but by the commands for snippets and for new files.
 */
export interface Snippet {
  description: string;
  isFileTemplate: true;
  body: string[];
}

const style: YamlStyle = { indent: 2, indentLists: true, quote: "'", eol: '\n' };

/** A snippet of each pattern, by name: a whole Pod. */
export function snippets(): Record<string, Snippet> {
  return Object.fromEntries(
    patterns.map((pattern) => [
      `Pod: ${pattern.name}`,
      { description: pattern.description, isFileTemplate: true, body: podSnippet(pattern) },
    ]),
  );
}

/** The lines of a Pod that shows a pattern, with tab stops as LSP and VS Code write them. */
export function podSnippet(pattern: Pattern): string[] {
  return bodyOf(pattern, [...writeBlock(podOf(pattern, marked(pattern)), style), '']);
}

/** The names of a pattern's values between characters that no manifest has, in place of the values. */
function marked({ values }: Pattern): Values {
  return Object.fromEntries(Object.keys(values).map((name) => [name, `\ue000${name}\ue001`]));
}

/** Turns the marks into linked tab stops, counted in the order of the text, and ends with the final one. */
function bodyOf(pattern: Pattern, lines: string[]): string[] {
  const stops: string[] = [];
  const body = lines.join('\n').replace(/\ue000(\w+)\ue001|[\\$}]/g, (text, name: string | undefined) => {
    if (name === undefined) return `\\${text}`;
    const known = stops.indexOf(name);
    return tabStop(pattern, name, known < 0 ? stops.push(name) : known + 1, known < 0);
  });
  return `${body}$0`.split('\n');
}

/** Only the first of equal tab stops offers the choice: the others follow it. */
function tabStop({ values, choices }: Pattern, name: string, number: number, first: boolean): string {
  const value = values[name] ?? '';
  const others = choices?.[name];
  if (!first || !others) return `\${${number}:${String(value).replace(/[\\$}]/g, '\\$&')}}`;
  return `\${${number}|${[value, ...others].map((choice) => String(choice).replace(/[\\,|]/g, '\\$&')).join()}|}`;
}
