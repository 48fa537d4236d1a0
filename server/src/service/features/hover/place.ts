import { fieldCard, fieldPlace, shortCard } from '../field/card.ts';
import { paragraphs } from '../markdown.ts';
import type { TokenPlace } from '../place.ts';
import { meaningOf, readingOf } from './values/index.ts';

/** The field that a token is the key of, or what its value means; undefined where there is nothing to say. */
export function describeAt(place: TokenPlace, now: Date): string | undefined {
  const field = fieldPlace(place.object, place.name);
  if (!field) return undefined;
  if (place.part === 'key') return paragraphs(readingOf(place), fieldCard(field));
  const meaning = meaningOf(place, now);
  const isEntry = place.entry !== undefined;
  return paragraphs(readingOf(place), meaning, isEntry ? undefined : shortCard(field));
}
