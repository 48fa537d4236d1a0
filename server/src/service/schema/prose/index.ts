import { containers } from './containers.ts';
import { env } from './env.ts';
import { jobs } from './jobs.ts';
import { metadata } from './metadata.ts';
import { pod } from './pod.ts';
import { scheduling } from './scheduling.ts';
import { security } from './security.ts';
import { volumes } from './volumes.ts';
import type { Words, WordsOfTypes } from './words.ts';
import { workloads } from './workloads.ts';

/** Each type is in one of them; they are functions, as the language of the texts is set later. */
const parts: readonly (() => WordsOfTypes)[] = [
  containers,
  env,
  jobs,
  metadata,
  pod,
  scheduling,
  security,
  volumes,
  workloads,
];

let words: ReadonlyMap<string, Words> | undefined;

/** What we say of a type ourselves. */
export function ownWords(type: string): Words | undefined {
  words ??= new Map(parts.flatMap((part) => Object.entries(part())));
  return words.get(type);
}
