import { distance } from 'fastest-levenshtein';

/**
 * The names that a misspelled one may have meant, nearest first; none where all are far away.
 * Upper and lower case count as equal, so that `livenessprobe` finds `livenessProbe`.
 */
export function nearest(name: string, candidates: Iterable<string>): string[] {
  const limit = Math.max(1, Math.min(3, Math.floor(name.length / 3)));
  return [...candidates]
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);
}
