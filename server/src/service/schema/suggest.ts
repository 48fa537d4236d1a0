import { distance } from 'fastest-levenshtein';

/**
 * The names that a misspelled one may have meant, nearest first; none where all are far away.
 * Upper and lower case count as equal, so that `livenessprobe` finds `livenessProbe`.
 */
export function nearest(name: string, candidates: Iterable<string>): string[] {
  const limit = Math.max(1, Math.min(3, Math.floor(name.length / 3)));
  const wanted = name.toLowerCase();
  const letters = sorted(wanted);
  const near: { candidate: string; far: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const far = farness(wanted, letters, candidate.toLowerCase());
    if (far <= limit) near.push({ candidate, far });
  }
  return near.sort((a, b) => a.far - b.far).map(({ candidate }) => candidate);
}

/** Edits between two names; letters in another order (`imgae`) count as one. */
function farness(name: string, letters: string, other: string): number {
  const edits = distance(name, other);
  return edits > 1 && name.length === other.length && sorted(other) === letters ? 1 : edits;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}
