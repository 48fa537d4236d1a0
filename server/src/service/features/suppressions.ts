import type { Problem } from '../rules/index.ts';
import type { Chunk } from '../yaml/index.ts';

interface Suppressions {
  file: Set<string>;
  /** Codes by the number of the line they are switched off on. */
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
  return lines.size > 0 && (lines.get(lineOf(chunk.text, node.start))?.has(code) ?? false);
}

function read(chunk: Chunk): Suppressions {
  return chunk.derive(read, () => {
    const found: Suppressions = { file: new Set(), lines: new Map() };
    if (!chunk.text.includes('podsmith-disable')) return found;
    for (const { index, 1: nextLine, 2: list } of chunk.text.matchAll(directive)) {
      const codes = (list ?? '').split(/\s*,\s*/);
      const line = lineOf(chunk.text, index) + 1;
      const target = nextLine ? (found.lines.get(line) ?? new Set()) : found.file;
      for (const code of codes) target.add(code);
      if (nextLine) found.lines.set(line, target);
    }
    return found;
  });
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
