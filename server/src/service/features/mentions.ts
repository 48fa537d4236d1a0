import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Position, Range } from 'vscode-languageserver-types';
import { inFlow } from '../fixes/index.ts';
import { type LabelledPod, type Name, type NamedObject, namesOf, type PodSelector } from '../model/names/index.ts';
import { type Chunk, once, type Span } from '../yaml/index.ts';
import type { Manifest } from './manifest.ts';

/** A part of a line; lines count from the start of the document in its file. */
export interface LineSpan {
  line: number;
  start: number;
  end: number;
}

/** A name without the syntax tree it comes from, so that it can be kept when that is gone. */
export interface Mention extends Pick<Name, 'kind' | 'role' | 'name' | 'scope' | 'namespace' | 'label'> {
  at: LineSpan;
  /** Where an alias gets the name from. */
  source?: LineSpan;
  /** How a new name is to be written; `part` where it is within a longer text. */
  style: 'block' | 'flow' | 'single' | 'double' | 'part';
}

/** An object of a document, without its syntax tree. */
export interface ObjectFact extends Pick<NamedObject, 'kind' | 'name' | 'namespace'> {
  range: Range;
  nameAt: LineSpan;
  containers: { name: string; at: LineSpan }[];
}

/** The names of a document, without its text. */
export interface Facts {
  mentions: readonly Mention[];
  pods: readonly LabelledPod[];
  selectors: readonly PodSelector[];
  objects: readonly ObjectFact[];
  /** Whether the document can be read to its end: there may be more in it where it cannot. */
  isWhole: boolean;
}

/** The names of a document at its place in a file. */
export interface PlacedFacts {
  uri: string;
  origin: Position;
  facts: Facts;
}

/** A name at its place. */
export interface PlacedMention {
  doc: PlacedFacts;
  mention: Mention;
}

/** The names of every document of a file; none of a template. */
export const placedFacts = once(({ document, chunks, isTemplate }: Manifest): readonly PlacedFacts[] => {
  if (isTemplate) return [];
  return chunks.map(({ chunk, offset }) => ({
    uri: document.uri,
    origin: document.positionAt(offset),
    facts: factsOf(chunk),
  }));
});

/** The names of a document. */
export function factsOf(chunk: Chunk): Facts {
  return chunk.derive(factsOf, () => {
    const { names, pods, selectors, objects } = namesOf(chunk);
    const text = TextDocument.create('', '', 0, chunk.text);
    return {
      mentions: [...names].sort((a, b) => a.span.start - b.span.start).map((name) => mentionOf(name, text)),
      pods,
      selectors,
      objects: objects.map((object) => objectFact(object, text)),
      isWhole: chunk.intact === Number.POSITIVE_INFINITY,
    };
  });
}

function mentionOf(written: Name, text: TextDocument): Mention {
  const { kind, role, name, scope, namespace, label, span, source, node, isPart } = written;
  const quotes = node.style === 'single' || node.style === 'double' ? node.style : undefined;
  const style = isPart ? 'part' : (quotes ?? (inFlow(node) ? 'flow' : 'block'));
  const mention: Mention = { kind, role, name, scope, at: lineSpan(span, text), style };
  if (namespace !== undefined) mention.namespace = namespace;
  if (label !== undefined) mention.label = label;
  if (span.start !== source.start) mention.source = lineSpan(source, text);
  return mention;
}

function objectFact(
  { kind, name, namespace, span, nameSpan, containers }: NamedObject,
  text: TextDocument,
): ObjectFact {
  return {
    kind,
    name,
    namespace,
    range: rangeIn(span, text),
    nameAt: lineSpan(nameSpan, text),
    containers: containers.map((container) => ({ name: container.name, at: lineSpan(container.span, text) })),
  };
}

function rangeIn({ start, end }: Span, text: TextDocument): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

function lineSpan({ start, end }: Span, text: TextDocument): LineSpan {
  const { line, character } = text.positionAt(start);
  return { line, start: character, end: character + end - start };
}

/** A place of a document as one of its file. */
export function placed({ origin }: PlacedFacts, { start, end }: Range): Range {
  const at = ({ line, character }: Position) => ({
    line: origin.line + line,
    character: line === 0 ? origin.character + character : character,
  });
  return { start: at(start), end: at(end) };
}

export function rangeOfMention({ doc, mention: { at } }: PlacedMention): Range {
  return rangeOfSpan(doc, at);
}

/** Where the name itself is written, be it behind an alias. */
export function sourceOfMention({ doc, mention: { at, source = at } }: PlacedMention): Range {
  return rangeOfSpan(doc, source);
}

/** A part of a line of a document as a range of its file. */
export function rangeOfSpan(doc: PlacedFacts, { line, start, end }: LineSpan): Range {
  return placed(doc, { start: { line, character: start }, end: { line, character: end } });
}

/** The names at a position: several where an anchored text is used as more than one. */
export function mentionsAt(manifest: Manifest, position: Position): PlacedMention[] {
  return placedFacts(manifest).flatMap((doc) => {
    const line = position.line - doc.origin.line;
    const character = position.character - (line === 0 ? doc.origin.character : 0);
    return mentionsOf([doc], ({ at }) => at.line === line && at.start <= character && character <= at.end);
  });
}

/** The names in some documents that fulfil a condition. */
export function mentionsOf(
  docs: readonly PlacedFacts[],
  accept: (mention: Mention, doc: PlacedFacts) => boolean,
): PlacedMention[] {
  const found: PlacedMention[] = [];
  for (const doc of docs) {
    for (const mention of doc.facts.mentions) if (accept(mention, doc)) found.push({ doc, mention });
  }
  return found;
}

/** The places of names, each once. */
export function locationsOf(found: readonly PlacedMention[]): Location[] {
  return distinct(found).map((one) => ({ uri: one.doc.uri, range: rangeOfMention(one) }));
}

/**
 * Of the names at one place the first: what is written once may be used as several.
 * @param rangeOf what counts as the place of a name
 */
export function distinct(found: readonly PlacedMention[], rangeOf = rangeOfMention): PlacedMention[] {
  const places = new Map<string, PlacedMention>();
  for (const one of found) {
    const { line, character } = rangeOf(one).start;
    const place = `${one.doc.uri} ${line}:${character}`;
    if (!places.has(place)) places.set(place, one);
  }
  return [...places.values()];
}
