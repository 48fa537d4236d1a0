import type { Words, WordsOfTypes } from './words.ts';

const parts: readonly (() => WordsOfTypes)[] = [];

let words: ReadonlyMap<string, Words> | undefined;

/** What we say of a type ourselves. */
export function ownWords(type: string): Words | undefined {
  words ??= new Map(parts.flatMap((part) => Object.entries(part())));
  return words.get(type);
}
