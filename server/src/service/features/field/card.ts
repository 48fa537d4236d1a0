import * as l10n from '@vscode/l10n';
import { shown } from '../../rules/describe.ts';
import { fieldOf } from '../../schema/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { describeField, describeType, describeValue, pageOf } from '../../schema/prose.ts';
import { bullets, code, limited, paragraphs } from '../markdown.ts';
import { defaultOf, type FieldPlace, factsOfField, takenValues, typeText } from './facts.ts';

/** A field of an object; undefined where no version has one of this name. */
export function fieldPlace(object: ApiObject, name: string): FieldPlace | undefined {
  const known = object.facts.fields.get(name);
  const field = known?.field ?? fieldOf(object.type, name);
  return field && { object, name, field, limits: known?.limits };
}

/** Everything about a field: type, purpose, what the API server asks of it, its values, the page that explains it. */
export function fieldCard(place: FieldPlace): string {
  return paragraphs(
    heading(place),
    withoutDefault(purpose(place), defaultOf(place)),
    factsOfField(place).join(' '),
    valuesText(place),
    pageLink(place.object.type, place.name),
  );
}

/** A field's type, and its purpose in a sentence or two. */
export function shortCard(place: FieldPlace): string {
  const [first] = purpose(place)?.split('\n\n') ?? [];
  return paragraphs(heading(place), first);
}

function heading({ name, field }: FieldPlace): string {
  return `**\`${name}\`**: ${typeText(field)}`;
}

/** What a field is for, in Markdown: what is said of it, else what is said of its type. */
export function purpose({ object, name, field }: FieldPlace): string | undefined {
  return describeField(object.type, name) ?? describeType(field.type);
}

/** A description without the sentence that tells the default, which stands in the facts. */
function withoutDefault(description: string | undefined, value: string | undefined): string | undefined {
  if (value === undefined) return description;
  return description
    ?.replace(defaultSentence, (sentence, ...told: unknown[]) => (told.slice(0, 2).includes(value) ? '' : sentence))
    .replace(/^ +| +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** `Defaults to 30 seconds.`, ``Defaults to `false` (read/write).`` */
const defaultSentence =
  /(?:If unspecified, d|D)efaults to `?([^\s`]+?)`?(?: seconds?|s| \([^)]*\))?\.(?= |$)|The default value is (\S+)\.(?= |$)/gm;

/** The values that a field takes, with their meaning where it is known. */
function valuesText(place: FieldPlace): string | undefined {
  const values = takenValues(place);
  if (values.length === 0) return undefined;
  const meanings = values.map((value) => describeValue(place.object.type, place.name, value));
  const shownValues = values.map((value) => code(shown(value)));
  if (meanings.every((meaning) => meaning === undefined))
    return l10n.t('Values: {0}.', limited(shownValues).join(', '));
  return bullets(shownValues.map((value, index) => (meanings[index] ? `${value}: ${meanings[index]}` : value)));
}

/** The section of the documentation that explains a field, or a type. */
export function pageLink(type: string, name?: string): string | undefined {
  const page = pageOf(type, name);
  return page && `[${page.title}](${page.url})`;
}
