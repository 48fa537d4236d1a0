import type { TokenPlace } from '../../place.ts';

/** What a value means; undefined where it says all there is to say. */
export type Meaning = (place: TokenPlace, now: Date) => string | undefined;

export function meaningOf(_place: TokenPlace, _now: Date): string | undefined {
  return undefined;
}

export function readingOf(_place: TokenPlace): string | undefined {
  return undefined;
}
