import { isTemplate, parseYaml, type SyntaxProblem } from './parse.ts';
import type { YamlNode } from './tree.ts';

/** The text of one document, from its `---` up to the next, parsed once. Everything in it counts from its own start. */
export class Chunk {
  private parsed: ReturnType<typeof parseYaml> | undefined;
  private template: boolean | undefined;
  private readonly derived = new Map<unknown, unknown>();

  constructor(readonly text: string) {}

  get root(): YamlNode | undefined {
    return this.parse().root;
  }

  get problems(): SyntaxProblem[] {
    return this.parse().problems;
  }

  /** Whether it holds template actions, so that it is no YAML yet. */
  get isTemplate(): boolean {
    this.template ??= isTemplate(this.text);
    return this.template;
  }

  /** Something computed from this chunk, kept for as long as its text stays the same. */
  derive<T>(key: unknown, compute: () => T): T {
    if (!this.derived.has(key)) this.derived.set(key, compute());
    return this.derived.get(key) as T;
  }

  private parse(): ReturnType<typeof parseYaml> {
    this.parsed ??= parseYaml(this.text);
    return this.parsed;
  }
}

/** A chunk at its place in a file. */
export interface PlacedChunk {
  chunk: Chunk;
  /** Offset of the chunk's first character in the file. */
  offset: number;
}

const marker = /^---[^\S\n]*(?:#.*)?$/gm;

/**
 * Splits a file as kubectl does, at lines that hold only `---` and perhaps a comment.
 * @param known chunks of an earlier version of the file: those whose text is still there are used again
 */
export function splitChunks(text: string, known: readonly PlacedChunk[] = []): PlacedChunk[] {
  const byText = new Map(known.map(({ chunk }) => [chunk.text, chunk]));
  const starts = [...text.matchAll(marker)].map(({ index }) => index).filter((index) => index > 0);
  return [0, ...starts].map((offset, index) => {
    const part = text.slice(offset, starts[index]);
    return { chunk: byText.get(part) ?? new Chunk(part), offset };
  });
}
