import { canBePlain } from './scalars.ts';

/** A value to be written; the keys of an object keep their order. */
export type Writable = string | number | boolean | null | Writable[] | { [key: string]: Writable };

/** How a file is written, so that what is added looks the same. */
export interface YamlStyle {
  /** Spaces a map's content is indented by. */
  indent: number;
  /** Whether the dashes of a list stand deeper than its key. */
  indentLists: boolean;
  quote: "'" | '"';
  eol: string;
}

/** Quotes a text where it would not mean the same without. */
export function writeScalar(value: string | number | boolean | null, style: YamlStyle, flow = false): string {
  if (typeof value !== 'string') return String(value);
  return canBePlain(value, flow) ? value : quoted(value, style.quote);
}

/** Quotes a text, with the given quotes where these can hold it on one line. */
export function quoted(text: string, quote: YamlStyle['quote']): string {
  const escapes = /[\p{Cc}\u2028\u2029\ufeff]/u.test(text);
  const special = /["\\]/.test(text);
  const other = quote === '"' ? special && !text.includes("'") : !special && text.includes("'");
  if (escapes || (quote === '"') !== other) return JSON.stringify(text);
  return `'${text.replaceAll("'", "''")}'`;
}

/** Writes a value on one line, `{name: data, emptyDir: {}}`; JSON where `quoteAll` is set. */
export function writeFlow(value: Writable, style: YamlStyle, quoteAll = false): string {
  const scalar = (text: string | number | boolean | null) =>
    quoteAll ? JSON.stringify(text) : writeScalar(text, style, true);
  const write = (part: Writable): string => {
    if (Array.isArray(part)) return `[${part.map(write).join(', ')}]`;
    if (part === null || typeof part !== 'object') return scalar(part);
    const pairs = Object.entries(part).map(([key, item]) => `${scalar(key)}: ${write(item)}`);
    return `{${pairs.join(', ')}}`;
  };
  return write(value);
}

/**
 * Writes a value as block lines without indentation of their own.
 * @returns lines to be put below each other, each indented as deep as the place they go to
 */
export function writeBlock(value: Writable, style: YamlStyle): string[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((item) => writeItem(item, style));
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, item]) => writePair(key, item, style));
  }
  return typeof value === 'object' && value !== null
    ? [Array.isArray(value) ? '[]' : '{}']
    : [writeScalar(value, style)];
}

/** Writes a key with its value as block lines. */
export function writePair(key: string, value: Writable, style: YamlStyle): string[] {
  const name = writeScalar(key, style);
  if (isBlockText(value)) {
    return [`${name}: ${blockHeader(value)}`, ...blockLines(value).map((line) => indented(line, style.indent))];
  }
  const lines = writeBlock(value, style);
  if (!isCollection(value)) return [`${name}: ${lines[0]}`];
  const depth = Array.isArray(value) && !style.indentLists ? 0 : style.indent;
  return [`${name}:`, ...lines.map((line) => indented(line, depth))];
}

/** Writes a list item as block lines, `- ` before the first. */
export function writeItem(item: Writable, style: YamlStyle): string[] {
  if (isBlockText(item)) {
    return [`- ${blockHeader(item)}`, ...blockLines(item).map((line) => indented(line, 2))];
  }
  return writeBlock(item, style).map((line, index) => (index === 0 ? `- ${line}` : indented(line, 2)));
}

function isCollection(value: Writable): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).length > 0;
}

/** Whether a text of several lines can be a block scalar: its first line is not indented, and nothing needs an escape. */
function isBlockText(value: Writable): value is string {
  return typeof value === 'string' && /^\S.*\n/.test(value) && !/[^\P{Cc}\n\t]|[\u2028\u2029\ufeff]/u.test(value);
}

function blockHeader(text: string): string {
  if (/\n\n$/.test(text)) return '|+';
  return text.endsWith('\n') ? '|' : '|-';
}

function blockLines(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** A line moved to the right; an empty one stays empty. */
export function indented(line: string, column: number): string {
  return line === '' ? '' : ' '.repeat(column) + line;
}
