import { parseScript } from '../../model/index.ts';

/** Words that open a body, which goes to the lines below them. */
const openers = new Set(['do', 'then', 'else']);
/** Words that end a body and stand on a line of their own. */
const closers = new Set(['done', 'fi', 'else', 'elif']);

const inseparable = String.raw`'[^']*'|"(?:\\.|[^"\\])*"|\\.|\$\(\([^()]*\)\)|\$\([^()]*\)|\$\{[^{}]*\}`;
const token = new RegExp(String.raw`${inseparable}|&&|\|\||;|\n|[\w.-]+|[^\S\n]+|.`, 'gs');
/** What cannot be put on other lines without looking closer. */
const unmovable = /#|<<|`|;;|[(){}'"]|\b(?:case|select|function)\b/;

/** The commands of a script one below the other, bodies of loops and conditions indented; as it is where it is not understood. */
export function scriptLines(script: string, indent: string): string {
  const text = script.trim();
  if (text.includes('\n')) return `${text}\n`;
  const lines = broken(text, indent).join('\n');
  return `${isSame(text, lines) ? lines : text}\n`;
}

/** A script on one line; undefined where that may change what it does. */
export function scriptLine(script: string): string | undefined {
  const text = script.trim();
  if (!text.includes('\n')) return text;
  if (!isMovable(text)) return undefined;
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const line = lines.reduce((before, next) => before + (continues(before) ? ' ' : '; ') + next);
  return isSame(text, line) ? line : undefined;
}

function broken(text: string, indent: string): string[] {
  if (!isMovable(text)) return [text];
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  let continued = 0;
  const end = () => {
    if (line.trim()) lines.push(indent.repeat(depth + continued) + line.trim());
    line = '';
  };
  const tokens = text.match(token) ?? [];
  tokens.forEach((piece, index) => {
    const next = tokens.slice(index + 1).find((other) => other.trim());
    const isStart = line.trim() === '';
    if (piece === ';' && next !== 'do' && next !== 'then') {
      end();
      continued = 0;
      return;
    }
    if (isStart && closers.has(piece)) depth = Math.max(0, depth - 1);
    line += piece;
    if (piece === '&&' || piece === '||') {
      end();
      continued = 1;
    } else if (openers.has(piece) && (isStart || /;\s*$/.test(line.slice(0, -piece.length)))) {
      end();
      depth++;
      continued = 0;
    }
  });
  end();
  return lines;
}

/** Whether what follows a line belongs to the same command. */
function continues(line: string): boolean {
  return /(?:&&|\|\||[|&;])$/.test(line) || /(?:^|[\s;])(?:do|then|else)$/.test(line);
}

/** Whether every line break and operator of a script is one of the script itself, not of a text or script within. */
function isMovable(text: string): boolean {
  const parts = text.match(new RegExp(inseparable, 'gs')) ?? [];
  return !parts.some((part) => part.includes('\n')) && !unmovable.test(text.replace(new RegExp(inseparable, 'gs'), ''));
}

/** Whether two scripts are the same statements, wherever in the text these are. */
function isSame(one: string, other: string): boolean {
  const [statements, others] = [parseScript(one), parseScript(other)].map((parsed) =>
    JSON.stringify(parsed, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  );
  return statements !== undefined && statements === others;
}
