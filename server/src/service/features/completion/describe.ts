import { blankObject } from '../../schema/object.ts';
import { describeValue } from '../../schema/prose.ts';
import { fieldCard, fieldPlace } from '../field/card.ts';
import { paragraphs } from '../markdown.ts';
import type { Subject } from './suggestion.ts';

/** What a field is, or one of its values, in Markdown. */
export function describe({ type, field, value, minor }: Subject): string | undefined {
  const place = fieldPlace(blankObject(type, minor), field);
  const meaning = value === undefined ? undefined : describeValue(type, field, value);
  return meaning ?? (place && paragraphs(fieldCard(place)));
}
