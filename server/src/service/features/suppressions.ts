import type { Problem } from '../rules/index.ts';
import { type Chunk, nodesAt } from '../yaml/index.ts';

interface Suppressions {
  file: Set<string>;
  /** Codes by the start of the line they are switched off on. */
  lines: Map<number, Set<string>>;
}

const directive = /#[^\S\n]*podsmith-disable(-next-line)?[^\S\n]+([\w-]+(?:[^\S\n]*,[^\S\n]*[\w-]+)*)/g;

/** Codes that `# podsmith-disable code` switches off in the file that these documents make up. */
export function suppressedInFile(chunks: readonly Chunk[]): ReadonlySet<string> {
  return new Set(chunks.flatMap((chunk) => [...read(chunk).file]));
}

/** Whether `# podsmith-disable-next-line code` stands above a problem. */
export function isSuppressed(chunk: Chunk, { code, node }: Problem): boolean {
  const { lines } = read(chunk);
  return lines.size > 0 && (lines.get(commentableLine(chunk, node.start))?.has(code) ?? false);
}

/**
 * Start of the line above which a comment for an offset stands: the offset's own or, as a comment in a scalar of several
 * lines would be a part of its text, the line where that scalar starts.
 */
export function commentableLine(chunk: Chunk, offset: number): number {
  const line = chunk.text.lastIndexOf('\n', offset - 1) + 1;
  const scalar = scalarAt(chunk, line);
  return scalar && scalar.start < line ? commentableLine(chunk, scalar.start) : line;
}

function read(chunk: Chunk): Suppressions {
  return chunk.derive(read, () => {
    const found: Suppressions = { file: new Set(), lines: new Map() };
    if (!chunk.text.includes('podsmith-disable')) return found;
    for (const { index, 1: nextLine, 2: list } of chunk.text.matchAll(directive)) {
      if (!isComment(chunk, index)) continue;
      const codes = (list ?? '').split(/\s*,\s*/);
      const line = lineBelow(chunk.text, index);
      const target = nextLine ? (found.lines.get(line) ?? new Set()) : found.file;
      for (const code of codes) target.add(code);
      if (nextLine) found.lines.set(line, target);
    }
    return found;
  });
}

/** Start of the next line that is more than a comment: several comments may switch off something on one line. */
function lineBelow(text: string, offset: number): number {
  const rest = /^[^\n]*(?:\n[^\S\n]*#[^\n]*)*\n?/.exec(text.slice(offset))?.[0] ?? '';
  return offset + rest.length;
}

/** A `#` starts a comment everywhere but in a scalar; the line of `|` and `>` is not yet the scalar's text. */
export function isComment(chunk: Chunk, offset: number): boolean {
  const scalar = scalarAt(chunk, offset);
  if (!scalar || offset === scalar.end) return true;
  return /^[|>].*$/.test(chunk.text.slice(scalar.start, offset));
}

function scalarAt({ root }: Chunk, offset: number) {
  const [innermost] = root ? nodesAt(root, offset) : [];
  return innermost?.kind === 'scalar' ? innermost : undefined;
}
