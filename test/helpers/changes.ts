import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';

const folder = new URL('../../examples/', import.meta.url);
const pages = new URL('../../docs/rules/', import.meta.url);
const read = (base: URL, ext: string) =>
  readdirSync(base)
    .filter((name) => name.endsWith(ext))
    .map((name) => readFileSync(new URL(name, base), 'utf8'));
const examples = read(folder, '.yaml');
const wrong = read(pages, '.md').flatMap((page) => /^## Wrong\n[^#]*?^```yaml\n(.*?)^```/ms.exec(page)?.[1] ?? []);

const bits = [
  '\t',
  ' ',
  ':',
  ': ',
  '-',
  '- ',
  '\n',
  '#',
  ' #',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!x ',
  '|',
  '>',
  '%',
  '@',
  '?',
  '? ',
  '<<: ',
  '~',
  '\\',
  '\r\n',
  '\r',
  '\ufeff',
  '---\n',
  '...\n',
  '\u00a0',
  '\u2028',
  '\u0000',
  '😀',
  '{{ x }}',
  '[]',
  '{}',
  'yes',
  '012',
  '$(A)',
];

/** A part of a text is cut out, written twice, or replaced by something odd. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  kind: fc.constantFrom('cut', 'double', 'insert', 'replace', 'line'),
  bit: fc.constantFrom(...bits),
});

function change(
  text: string,
  { at, length, kind, bit }: { at: number; length: number; kind: string; bit: string },
): string {
  const start = Math.floor(at * text.length);
  const end = Math.min(start + length, text.length);
  switch (kind) {
    case 'cut':
      return text.slice(0, start) + text.slice(end);
    case 'double':
      return text.slice(0, end) + text.slice(start);
    case 'insert':
      return text.slice(0, start) + bit + text.slice(start);
    case 'replace':
      return text.slice(0, start) + bit + text.slice(end);
    default: {
      const lines = text.split('\n');
      const line = Math.floor(at * lines.length);
      return [...lines.slice(0, line), ...lines.slice(line + 1)].join('\n');
    }
  }
}

/** Examples, right and wrong, in which something odd is typed. */
export const changed = fc
  .tuple(fc.constantFrom(...examples, ...wrong), fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([text, edits]) => edits.reduce(change, text));

/** Characters that are put in, taken out, or turned into others, as in a file that is no text. */
const byteEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('insert', 'delete', 'flip'),
  code: fc.nat(255),
});

function changeByte(text: string, { at, kind, code }: { at: number; kind: string; code: number }): string {
  const place = Math.floor(at * text.length);
  const char = kind === 'flip' ? text.charCodeAt(place) ^ (1 << (code % 8)) : code;
  return (
    text.slice(0, place) +
    (kind === 'delete' ? '' : String.fromCharCode(char)) +
    text.slice(place + (kind === 'insert' ? 0 : 1))
  );
}

/** The beginning of one text and the end of another, in which some bytes are others. */
export const mangled = fc
  .tuple(
    fc.constantFrom(...examples, ...wrong),
    fc.constantFrom(...examples, ...wrong),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.boolean(),
    fc.array(byteEdit, { minLength: 1, maxLength: 8 }),
  )
  .map(([text, other, at, isSpliced, edits]) => {
    const spliced = text.slice(0, at * text.length) + other.slice(at * other.length);
    return edits.reduce(changeByte, isSpliced ? spliced : text);
  });

export function expectInside({ start, end }: { start: number; end: number }, length: number) {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(length);
}
