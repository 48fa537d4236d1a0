import { isTemplate, parseYaml, type SyntaxProblem } from './parse.ts';
import type { YamlNode } from './tree.ts';

/** The paths of pod templates in custom resources, by their `apiVersion kind`: `spec.template` in `argoproj.io/v1alpha1 Rollout`. */
export type PodTemplates = Readonly<Record<string, string>>;

export const noPodTemplates: PodTemplates = {};

/** The text of one document, from its `---` up to the next, parsed once. Everything in it counts from its own start. */
export class Chunk {
  private parsed: ReturnType<typeof parseYaml> | undefined;
  private template: boolean | undefined;
  private readonly derived = new Map<unknown, unknown>();

  /** @param podTemplates what is a workload besides those of Kubernetes */
  constructor(
    readonly text: string,
    readonly podTemplates: PodTemplates = noPodTemplates,
  ) {}

  get root(): YamlNode | undefined {
    return this.parse().root;
  }

  get problems(): SyntaxProblem[] {
    return this.parse().problems;
  }

  /** Offset of the first mistake in the syntax: the tree is sure to be what is written up to here. */
  get intact(): number {
    return this.parse().intact;
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

const restOfMarker = /---[^\S\n]*(?:#[^\n]*)?(?![^\n])/y;

/**
 * Splits a file as kubectl does, at lines that hold only `---` and perhaps a comment, and between JSON objects that
 * follow each other.
 * @param known chunks of an earlier version of the file: those before and behind what has changed are used again
 */
export function splitChunks(
  text: string,
  known: readonly PlacedChunk[] = [],
  podTemplates: PodTemplates = noPodTemplates,
): PlacedChunk[] {
  const starts = chunkStarts(text);
  const shift = known.length - starts.length;
  return starts.map((offset, index) => {
    const part = text.slice(offset, starts[index + 1]);
    const same = [known[index], known[index + shift]].find(
      (placed) => placed?.chunk.text === part && placed.chunk.podTemplates === podTemplates,
    );
    return { chunk: same?.chunk ?? new Chunk(part, podTemplates), offset };
  });
}

function chunkStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n---'); at >= 0; at = text.indexOf('\n---', at + 1)) {
    restOfMarker.lastIndex = at + 1;
    if (restOfMarker.test(text)) starts.push(at + 1);
  }
  return starts.length === 1 && /^\s*\{/.test(text) ? jsonStarts(text) : starts;
}

function jsonStarts(text: string): number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/(?<=\}\s*)\{/g)) {
    try {
      JSON.parse(text.slice(starts.at(-1), index));
      starts.push(index);
    } catch {
      break;
    }
  }
  return starts;
}
