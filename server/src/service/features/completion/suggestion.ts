import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver-types';
import { type ChunkEdit, columnOf, inFlow, styleOf } from '../../fixes/index.ts';
import { type Chunk, indented, type PlacedChunk, type YamlStyle } from '../../yaml/index.ts';
import { placedEdits } from '../edits.ts';
import { type Manifest, rangeOf } from '../manifest.ts';
import type { Settings } from '../problems.ts';
import type { Workspace } from '../workspace.ts';
import { type Cursor, isKey } from './cursor.ts';
import type { Expected } from './expected.ts';
import { type Entry, type Fields, isCollection, isList, type Skeleton, SnippetWriter } from './skeleton.ts';

/** What is known besides the place. */
export interface CompletionContext {
  settings: Settings;
  /** Taking account of what has changed takes a while, so that it is asked for only where it matters. */
  workspace: () => Workspace;
  /** The document as it is. */
  chunk: Chunk;
}

/** Something that can be written at a cursor. */
export interface Suggestion {
  label: string;
  kind: CompletionItemKind;
  /**
   * An object at the place of a key: its fields. A scalar in quotes is written without any of its own, and what is no text
   * not at all.
   */
  write: Skeleton | SnippetLines;
  detail?: string;
  /** Its place among the others, the lowest first; of equal ones the order in which they are given counts. */
  rank?: number;
  /** What has to be typed for it, where that is not the label. */
  filter?: string;
  /** Whether values are offered at once where it ends. */
  continues?: boolean;
  /** What its documentation is about. */
  about?: Subject;
  /** Its documentation, where it is short. */
  documentation?: string;
  /** Edits elsewhere in the document, on other lines: the volume that a container mounts. */
  also?: readonly ChunkEdit[];
}

/** Lines of a snippet, tab stops and all, for the top of a document. */
export class SnippetLines {
  constructor(readonly lines: readonly string[]) {}
}

/** A field, or one of its values, that is described when the user looks at it. */
export interface Subject {
  type: string;
  field: string;
  value?: string;
  minor: number;
}

/** Says what can be written at a cursor where something is expected. */
export type Provider = (cursor: Cursor, expected: Expected, context: CompletionContext) => Suggestion[];

/** As if it opened by itself: then Enter ends the line once all of a value is typed. */
const suggestAgain = { title: '', command: 'editor.action.triggerSuggest', arguments: [{ auto: true }] };

/**
 * Suggestions as what an editor inserts. As in VS Code's own JSON all of the word is replaced, no character accepts an
 * item, and values are offered at once behind a key that has some.
 */
export function itemOf(
  { label, kind, write, detail, rank = 0, filter, continues, about, documentation, also }: Suggestion,
  cursor: Cursor,
  manifest: Manifest,
  placed: PlacedChunk,
): CompletionItem | undefined {
  const insertion = insertionOf(write, cursor);
  if (!insertion) return undefined;
  const { replaced, text, isSnippet, quote } = insertion;
  return {
    label,
    kind,
    sortText: String(rank).padStart(4, '0'),
    filterText: quote + (filter ?? label) + quote,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: rangeOf(manifest, placed, replaced), newText: text },
    ...(detail ? { detail } : {}),
    ...(about ? { data: about } : {}),
    ...(documentation ? { documentation: { kind: MarkupKind.Markdown, value: documentation } } : {}),
    ...(also ? { additionalTextEdits: placedEdits(manifest, placed, also) } : {}),
    ...(continues ? { command: suggestAgain } : {}),
  };
}

interface Insertion {
  replaced: { start: number; end: number };
  text: string;
  isSnippet: boolean;
  /** The quotes that are replaced as well. */
  quote: string;
}

/** @returns undefined where it cannot stand in the quotes that are there */
function insertionOf(write: Suggestion['write'], cursor: Cursor): Insertion | undefined {
  const { chunk, token, replaced, before, behind } = cursor;
  const style = styleOf(chunk);
  if (write instanceof SnippetLines) {
    return { replaced, text: write.lines.join(style.eol), isSnippet: true, quote: '' };
  }
  const writer = new SnippetWriter(style, isJson(cursor));
  const quote = token.style === 'single' ? "'" : token.style === 'double' ? '"' : '';
  if (quote === '' || (isKey(token) && !cursor.hasColon)) {
    const { gap, lines } = layOut(write, cursor, writer, style);
    const start = gap && quote === '' ? gap.start : replaced.start - quote.length;
    const { text, isSnippet } = writer.finish((gap?.text ?? before) + lines.join(style.eol) + behind);
    return { replaced: { start, end: replaced.end + quote.length }, text, isSnippet, quote };
  }
  if (typeof write !== 'string') return undefined;
  const text = quote === '"' ? JSON.stringify(write).slice(1, -1) : write.replaceAll("'", "''");
  return { replaced, text, isSnippet: false, quote: '' };
}

/** Lines one below the other, all but the first indented; and what stands between a key and the first. */
interface Layout {
  gap?: { start: number; text: string };
  lines: string[];
}

function layOut(
  write: Skeleton,
  cursor: Cursor,
  writer: SnippetWriter,
  { eol, indent, indentLists }: YamlStyle,
): Layout {
  const { token, column, startsLine } = cursor;
  if (!isCollection(write) || inFlow(token)) return { lines: [onOneLine(write, token, writer)] };
  const { parent } = token;
  const lines = writer.block(write);
  if (parent?.kind !== 'pair' || parent.key === token || startsLine || Object.keys(write).length === 0) {
    return { lines: lines.map((line, index) => (index ? indented(line, column) : line)) };
  }
  // below the key of which it is the value
  const { text } = cursor.chunk;
  const depth = columnOf(text, parent.start) + (isList(write) && !indentLists ? 0 : indent);
  const isNext = text.slice(parent.colonEnd, token.start).trim() === '';
  const start = isNext ? parent.colonEnd : cursor.replaced.start;
  return { gap: { start, text: eol }, lines: lines.map((line) => indented(line, depth)) };
}

function onOneLine(write: Skeleton, token: Cursor['token'], writer: SnippetWriter): string {
  return isKey(token) && isFields(write) ? writer.entries(write) : writer.flow(write);
}

function isFields(write: Skeleton): write is Fields | Entry {
  return isCollection(write) && !isList(write);
}

/** Whether the document is JSON, apart from what is being typed. */
export function isJson({ chunk: { root }, token }: Cursor): boolean {
  if (root?.kind !== 'map' || !root.flow) return false;
  const keys = root.pairs.map(({ key }) => key).filter((key) => key !== token);
  return keys.length > 0 && keys.every(({ style }) => style === 'double');
}
