import type { Chunk, Span, YamlNode } from '../../yaml/index.ts';

/** Whether the comments of a document are all still there, wherever they stand. */
export function keepsComments(before: Chunk, after: readonly Chunk[]): boolean {
  return areAllIn(commentsOf(before), after.flatMap(commentsOf));
}

/** Whether texts are in a list, each as often as it is among them. */
export function areAllIn(texts: readonly string[], list: readonly string[]): boolean {
  const left = [...list];
  return texts.every((text) => {
    const at = left.indexOf(text);
    return at >= 0 && left.splice(at, 1).length > 0;
  });
}

/** The comments of a document, in the order of the text. */
export function commentsOf({ root, text }: Chunk): string[] {
  let at = 0;
  let rest = '';
  for (const { start, end } of root ? scalarsIn(root, text) : []) {
    rest += `${text.slice(at, start)}x`;
    at = end;
  }
  rest += text.slice(at);
  return (rest.match(/(?<=^|\s)#[^\r\n]*/gm) ?? []).map((comment) => comment.trimEnd());
}

/** Where texts stand in which a `#` starts no comment: of a block scalar the lines below its header. */
function scalarsIn(node: YamlNode, text: string): Span[] {
  if (node.kind === 'seq') return node.items.flatMap((item) => scalarsIn(item, text));
  if (node.kind === 'map') {
    return node.pairs.flatMap(({ key, value }) => [...scalarsIn(key, text), ...scalarsIn(value, text)]);
  }
  if (node.kind === 'alias' || (node.style !== 'literal' && node.style !== 'folded')) return [node];
  const header = /^[^\n]*/.exec(text.slice(node.start, node.end))?.[0].length ?? 0;
  return [{ start: node.start + header, end: node.end }];
}
