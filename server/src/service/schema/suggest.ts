import { distance } from 'fastest-levenshtein';

/**
 * The names that a misspelled one may have meant, nearest first; none where all are far away.
 * Upper and lower case count as equal, so that `livenessprobe` finds `livenessProbe`.
 */
export function nearest(name: string, candidates: Iterable<string>): string[] {
  const limit = Math.max(1, Math.min(3, Math.floor(name.length / 3)));
  const wanted = name.toLowerCase();
  const near: { candidate: string; far: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const far = farness(wanted, candidate.toLowerCase());
    if (far <= limit) near.push({ candidate, far });
  }
  return near.sort((a, b) => a.far - b.far).map(({ candidate }) => candidate);
}

/** Edits between two names; letters in another order (`imgae`) count as one. */
function farness(name: string, other: string): number {
  const edits = distance(name, other);
  return edits > 1 && haveSameLetters(name, other) ? 1 : edits;
}

/** Most texts are told apart by the sum of their letters, which takes less time than to sort them. */
function haveSameLetters(a: string, b: string): boolean {
  return a.length === b.length && sum(a) === sum(b) && sorted(a) === sorted(b);
}

function sum(text: string): number {
  let total = 0;
  for (let at = 0; at < text.length; at++) total += text.charCodeAt(at);
  return total;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}
