import { type Chunk, isBlock, type YamlNode, type YamlStyle } from '../yaml/index.ts';
import { columnOf } from './lines.ts';

/** How a document is written: taken from its first examples, the usual style where it has none. */
export function styleOf(chunk: Chunk): YamlStyle {
  return chunk.derive(styleOf, () => {
    const { text } = chunk;
    const found: Partial<YamlStyle> = {};
    if (chunk.root) inspect(chunk.root, text, found);
    return {
      indent: found.indent ?? 2,
      indentLists: found.indentLists ?? true,
      quote: found.quote ?? '"',
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    };
  });
}

function inspect(node: YamlNode, text: string, found: Partial<YamlStyle>): void {
  if (node.kind === 'scalar' && (node.style === 'single' || node.style === 'double')) {
    found.quote ??= node.style === 'single' ? "'" : '"';
  }
  if (node.kind === 'map') {
    for (const { key, value } of node.pairs) {
      if (!node.flow) noteDepth(value, columnOf(text, key.start), text, found);
      inspect(key, text, found);
      inspect(value, text, found);
    }
  } else if (node.kind === 'seq') {
    for (const item of node.items) inspect(item, text, found);
  }
}

function noteDepth(value: YamlNode, column: number, text: string, found: Partial<YamlStyle>): void {
  if (!isBlock(value)) return;
  const depth = columnOf(text, value.start) - column;
  if (value.kind === 'seq') found.indentLists ??= depth > 0;
  else if (depth > 0) found.indent ??= depth;
}
