import { parse } from 'shell-quote';

/** Values of environment variables; undefined where one is set to what is not known here. */
export type Variables = ReadonlyMap<string, string | undefined>;

/** A word or an operator of a script. */
export type Token = { word: string } | { op: string };

/** Longer scripts are not looked into; it also bounds how deep one can be nested. */
const maximumTokens = 3000;
const heredoc = /<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1(.*)(?:\n.*)*?\n[\t ]*\2(?=\s|$)/g;
const wordStart = String.raw`(?<![^\s;&|()])`;
const pieces = new RegExp(
  String.raw`\\[^]|'[^']*'|"(?:\\[^]|[^"\\])*"|(?<comment>${wordStart}#.*)|#|(?<descriptor>${wordStart}\d+(?=[<>]))|\n`,
  'g',
);

/**
 * The words and operators of a script. shell-quote knows no lines, takes every `#` for a comment up to the end of the
 * text, and loses whether the 2 of `2>` stands alone; so these are settled first.
 * @throws where the script is too long or not one
 */
export function tokensOf(text: string, variables: Variables): Token[] {
  const joined = text.replace(heredoc, '<<$2$3').replace(pieces, (piece, ...rest) => {
    const { comment, descriptor } = rest.at(-1) as Record<string, string | undefined>;
    if (comment !== undefined || descriptor !== undefined || piece === '\\\n') return '';
    if (piece === '\n') return ' ; ';
    return piece === '#' ? '\\#' : piece;
  });
  const lookUp = (name: string) =>
    variables.get(name) ?? (/^\w+$/.test(name) || name === '' ? `$${name}` : `\${${name}}`);
  const entries = parse(joined, lookUp);
  if (entries.length > maximumTokens) throw new RangeError('script too long');
  return entries.map((entry) => {
    if (typeof entry === 'string') return { word: entry };
    if ('pattern' in entry) return { word: entry.pattern };
    if ('comment' in entry) return { op: ';' };
    return entry;
  });
}

/** Whether a word sets a variable: `A=b`. */
export function isAssignment(word: string): boolean {
  return /^[A-Za-z_]\w*\+?=/.test(word);
}
