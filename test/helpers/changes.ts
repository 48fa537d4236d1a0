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

export function expectInside({ start, end }: { start: number; end: number }, length: number) {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(length);
}
