import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { lineStart } from '../../fixes/index.ts';
import { type Container, commandFields, containersOf, environmentOf, resolutionOf } from '../../model/index.ts';
import {
  type Chunk,
  mapsOf,
  nodesAt,
  type PlacedChunk,
  type ScalarNode,
  type Span,
  stringOf,
  valueAt,
} from '../../yaml/index.ts';
import { type Manifest, rangeOf } from '../manifest.ts';
import { podsOf } from '../ours.ts';

/** `$(` that is no escaped `$$(`, with the name that has been typed. */
const opened = /(?<!\$)(?:\$\$)*\$\(([-.\w]*)$/;

/** The environment variables of a container, behind a `$(` in a text where the kubelet resolves `$(NAME)`. */
export function variables(manifest: Manifest, placed: PlacedChunk, offset: number): CompletionItem[] {
  const { chunk } = placed;
  const { text } = chunk;
  const typed = opened.exec(text.slice(lineStart(text, offset), offset))?.[1];
  // most often there is none, and nothing has to be parsed
  if (typed === undefined) return [];
  const [token] = chunk.root ? nodesAt(chunk.root, offset) : [];
  const container = token?.kind === 'scalar' ? containerAround(token, chunk) : undefined;
  if (token?.kind !== 'scalar' || !container) return [];
  const behind = /^[-.\w]*/.exec(text.slice(offset))?.[0] ?? '';
  const close = text[offset + behind.length] === ')' ? '' : ')';
  const range = rangeOf(manifest, placed, { start: offset - typed.length, end: offset + behind.length });
  return [...namesFor(token, container)].map(([label, value]) => ({
    label,
    kind: CompletionItemKind.Variable,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: label + close },
    ...(value ? { detail: value } : {}),
  }));
}

function containerAround(token: ScalarNode, chunk: Chunk): Container | undefined {
  return podsOf(chunk)
    .flatMap(containersOf)
    .find(({ node }) => holds(node, token));
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
