import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import {
  type Container,
  commandFields,
  containersOf,
  environmentOf,
  resolutionOf,
  workloadsOf,
} from '../../model/index.ts';
import { mapsOf, type PlacedChunk, type ScalarNode, type Span, stringOf, valueAt } from '../../yaml/index.ts';
import { type Manifest, rangeOf } from '../manifest.ts';
import type { Cursor } from './cursor.ts';

/** `$(` that is no escaped `$$(`, with the name that has been typed. */
const opened = /(?<!\$)(?:\$\$)*\$\(([-.\w]*)$/;

/** The environment variables of a container, in a text where the kubelet resolves `$(NAME)`. */
export function variables(cursor: Cursor, manifest: Manifest, placed: PlacedChunk): CompletionItem[] {
  const { typed, rest, replaced, token, chunk } = cursor;
  const name = opened.exec(typed)?.[1];
  if (name === undefined) return [];
  const pods = workloadsOf(chunk).flatMap(({ pod }) => pod ?? []);
  const container = pods.flatMap(containersOf).find(({ node }) => holds(node, token));
  if (!container) return [];
  const offset = replaced.start + typed.length;
  const behind = /^[-.\w]*/.exec(rest)?.[0] ?? '';
  const close = rest[behind.length] === ')' ? '' : ')';
  const range = rangeOf(manifest, placed, { start: offset - name.length, end: offset + behind.length });
  return [...namesFor(token, container)].map(([label, value]) => ({
    label,
    kind: CompletionItemKind.Variable,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: label + close },
    ...(value ? { detail: value } : {}),
  }));
}

function holds({ start, end }: Span, token: ScalarNode): boolean {
  return start <= token.start && token.end <= end;
}

/** The variables that are resolved in a text, with their values where these are known. */
function namesFor(token: ScalarNode, container: Container): ReadonlyMap<string, string | undefined> {
  const all = environmentOf(container);
  const field = commandFields(container).find(({ node }) => holds(node, token));
  if (field) {
    const resolved = (name: string) => ['value', 'at-start'].includes(resolutionOf(container, field.action, name).kind);
    return new Map([...all].filter(([name]) => resolved(name)));
  }
  if (token.parent?.kind !== 'pair') return new Map();
  const { key, parent } = token.parent;
  if (key.text === 'subPathExpr') return all;
  const variables = mapsOf(valueAt(container.node, 'env'));
  const own = variables.find(({ node }) => node === parent)?.index ?? 0;
  // of the variables only those in front are resolved
  const names = variables.slice(0, key.text === 'value' ? own : 0).map(({ node }) => stringOf(valueAt(node, 'name')));
  return new Map(names.flatMap((name) => (name === undefined ? [] : [[name, all.get(name)]])));
}
