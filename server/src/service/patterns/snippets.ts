import { writeBlock, type YamlStyle } from '../yaml/index.ts';
import { type Pattern, patterns, podOf, type Values } from './index.ts';

/** A snippet as VS Code reads it from a `.code-snippets` file. */
export interface Snippet {
  prefix: string;
  description: string;
  isFileTemplate: true;
  body: string[];
}

const style: YamlStyle = { indent: 2, indentLists: true, quote: "'", eol: '\n' };

/** A snippet of each pattern, by name: a whole Pod. Its container alone is a part of the completion, where it fits. */
export function snippets(): Record<string, Snippet> {
  return Object.fromEntries(patterns.map((pattern) => [`Pod: ${pattern.name}`, snippetOf(pattern)]));
}

function snippetOf(pattern: Pattern): Snippet {
  const pod = writeBlock(podOf(pattern, marked(pattern)), style);
  return {
    prefix: pattern.prefixes.pod,
    description: pattern.description,
    isFileTemplate: true,
    body: bodyOf(pattern, [...pod, '']),
  };
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
