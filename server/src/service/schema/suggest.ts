import { distance } from 'fastest-levenshtein';

/**
 * The names that a misspelled one may have meant, nearest first; none where all are far away.
 * Upper and lower case count as equal, so that `livenessprobe` finds `livenessProbe`.
 */
export function nearest(name: string, candidates: Iterable<string>): string[] {
  const limit = Math.max(1, Math.min(3, Math.floor(name.length / 3)));
  return [...candidates]
    .map((candidate) => ({ candidate, far: farness(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);
}

/** Edits between two names; letters in another order (`imgae`) count as one. */
function farness(a: string, b: string): number {
  const letters = (text: string) => [...text].sort().join('');
  return a !== b && letters(a) === letters(b) ? 1 : distance(a, b);
}
