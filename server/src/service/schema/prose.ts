import text from 'podsmith:prose';
import { ownWords } from './prose/index.ts';

/** What Kubernetes' documentation says, in Markdown; made by scripts/prose.mjs. */
interface Prose {
  types: Record<string, string>;
  fields: Record<string, Record<string, string>>;
}

let parsed: Prose | undefined;

function prose(): Prose {
  parsed ??= JSON.parse(text) as Prose;
  return parsed;
}

/** What a type is, in Markdown; undefined for scalars. The first paragraph stands alone, as it does everywhere here. */
export function describeType(type: string): string | undefined {
  return ownWords(type)?.type ?? prose().types[type];
}

/** What a field does, in Markdown; undefined only where there is no such field. */
export function describeField(type: string, field: string): string | undefined {
  return ownWords(type)?.fields?.[field] ?? prose().fields[type]?.[field];
}

/** What one of the values that a field takes means, or one of the usual keys of a map, in Markdown. */
export function describeValue(type: string, field: string, value: string): string | undefined {
  const meanings = ownWords(type)?.values?.[field] ?? {};
  return Object.hasOwn(meanings, value) ? meanings[value] : undefined;
}

export { pageOf } from './prose/pages.ts';
