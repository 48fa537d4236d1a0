import { CompletionItemKind } from 'vscode-languageserver-types';
import { type ChunkEdit, Editor, lineStart } from '../../fixes/index.ts';
import type { Container } from '../../model/index.ts';
import { patterns as all, type Pattern } from '../../patterns/index.ts';
import { pairOf, type Span } from '../../yaml/index.ts';
import { type Addition, additionOf, append } from '../addContainer.ts';
import { podsOf } from '../ours.ts';
import type { Cursor } from './cursor.ts';
import type { Expected } from './expected.ts';
import { stop } from './skeleton.ts';
import type { CompletionContext, Suggestion } from './suggestion.ts';

/** The containers of the patterns, in a list of containers, with the volume that they share with the app. */
export function patterns(cursor: Cursor, expected: Expected, { chunk }: CompletionContext): Suggestion[] {
  const list = listAt(cursor, expected);
  const app = list && appIn(chunk, cursor.replaced);
  if (!app) return [];
  return all.flatMap((pattern, index) => {
    const addition = additionOf(pattern, app);
    if (addition?.list !== list) return [];
    const also = wiring(addition, app);
    return also && isElsewhere(also, chunk.text, cursor.replaced) ? suggestion(pattern, addition, also, index) : [];
  });
}

const firstRank = 500;

function suggestion(
  { name, prefixes, description }: Pattern,
  { container }: Addition,
  also: ChunkEdit[],
  index: number,
): Suggestion[] {
  return [
    {
      label: prefixes.item,
      kind: CompletionItemKind.Snippet,
      write: { ...container, name: stop(String(container.name)) },
      detail: name,
      documentation: description,
      rank: firstRank + index,
      ...(also.length > 0 ? { also } : {}),
    },
  ];
}

/** The list of containers to which one can be added at a cursor. */
function listAt({ token }: Cursor, expected: Expected): string | undefined {
  if (expected.kind === 'item' && expected.object.type === 'core/v1.PodSpec') return expected.name;
  if (expected.kind !== 'key' || expected.object.type !== 'core/v1.Container') return undefined;
  const isNew = expected.object.node?.pairs.every(({ key }) => key === token);
  return isNew ? expected.object.field : undefined;
}

/** The first app container of the pod around a place that is not being written there. */
function appIn(chunk: CompletionContext['chunk'], { start, end }: Span): Container | undefined {
  const pod = podsOf(chunk).findLast(({ node }) => node.start <= start);
  return pod?.containers.find(({ node }) => end < node.start || node.end < start);
}

/** The volume that a container shares with the app, in the pod and in the app; undefined where it cannot be added. */
function wiring({ mount }: Addition, app: Container): ChunkEdit[] | undefined {
  if (!mount) return [];
  const { pod, node } = app;
  const editor = new Editor(pod.workload.chunk);
  const volume = { name: mount.name, emptyDir: {} };
  const mounting = append(editor, node, 'volumeMounts', mount);
  const declaring = pairOf(pod.node, 'volumes')
    ? append(editor, pod.node, 'volumes', volume)
    : editor.prependPair(pod.node, 'volumes', [volume]);
  return mounting.length > 0 && declaring.length > 0 ? [...mounting, ...declaring] : undefined;
}

/** Whether edits leave the line alone in which a container is being written. */
function isElsewhere(edits: readonly ChunkEdit[], text: string, { start, end }: Span): boolean {
  const from = lineStart(text, start);
  return edits.every((edit) => edit.end < from || edit.start > end);
}
