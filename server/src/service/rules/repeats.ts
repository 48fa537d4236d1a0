import type { ApiObject } from '../schema/object.ts';

interface Repeat {
  /** What both have. */
  text: string;
  first: ApiObject;
  again: ApiObject;
}

/** The entries of a list that have the same text in a field as an earlier one; what is empty is not compared. */
export function repeats(entries: readonly ApiObject[], field: string): Repeat[] {
  const byText = new Map<string, ApiObject>();
  return entries.flatMap((again) => {
    const text = again.string(field);
    if (!text) return [];
    const first = byText.get(text);
    if (!first) byText.set(text, again);
    return first ? [{ text, first, again }] : [];
  });
}
