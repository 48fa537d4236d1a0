import type { Chunk, ScalarNode, Span } from '../../yaml/index.ts';

/** A character of a scalar's value that is no blank, and where it is written. */
interface Letter {
  /** Its offset in the value. */
  at: number;
  written: Span;
}

const escaped = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/y;
const blankEscape = /^\\(?:[\stnvfrLP_]|(?:x|u00|U000000)(?:0[9a-dA-D]|20|[aA]0))/;

/**
 * Where the characters of a scalar are written. Blanks and line breaks, which YAML folds and indents, are left out, so
 * that value and text are the same but for escapes.
 */
function lettersOf(node: ScalarNode, { text }: Chunk): Letter[] {
  const letters: Letter[] = [];
  const isBlock = node.style === 'literal' || node.style === 'folded';
  const isQuoted = node.style === 'single' || node.style === 'double';
  let at = isBlock ? text.indexOf('\n', node.start) : node.start + (isQuoted ? 1 : 0);
  const end = node.end - (isQuoted ? 1 : 0);
  const value = node.text.matchAll(/\S/g);
  while (at >= 0 && at < end) {
    const start = at;
    const unit = unitAt(node, text, at);
    at += unit.length;
    if (/^\s/.test(unit) || (node.style === 'double' && blankEscape.test(unit))) continue;
    const letter = value.next().value;
    if (letter) letters.push({ at: letter.index, written: { start, end: at } });
  }
  return letters;
}

function unitAt({ style }: ScalarNode, text: string, at: number): string {
  escaped.lastIndex = at;
  if (style === 'double') return escaped.exec(text)?.[0] ?? text.charAt(at);
  return style === 'single' && text.startsWith("''", at) ? "''" : text.charAt(at);
}

/** Where a part of a scalar's value is written in a chunk; the scalar where it is a part without letters. */
export function writtenSpan(node: ScalarNode, part: Span, chunk: Chunk): Span {
  const letters = lettersOf(node, chunk).filter(({ at }) => at >= part.start && at < part.end);
  const [first] = letters;
  const last = letters.at(-1);
  return first && last ? { start: first.written.start, end: last.written.end } : node;
}

/**
 * The value of a scalar with the line breaks that YAML made blanks of.
 * @returns a text as long as the value; undefined where YAML keeps all of its line breaks
 */
export function unfolded(node: ScalarNode, chunk: Chunk): string | undefined {
  if (node.style === 'literal' || !chunk.text.slice(node.start, node.end).includes('\n')) return undefined;
  const letters = lettersOf(node, chunk);
  let result = '';
  let from = 0;
  letters.forEach((letter, index) => {
    const next = letters[index + 1];
    if (!next) return;
    const isFold =
      node.text.slice(letter.at + 1, next.at) === ' ' &&
      chunk.text.slice(letter.written.end, next.written.start).includes('\n');
    if (!isFold) return;
    result += `${node.text.slice(from, letter.at + 1)}\n`;
    from = next.at;
  });
  return from > 0 ? result + node.text.slice(from) : undefined;
}
