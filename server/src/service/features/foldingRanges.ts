import { type FoldingRange, FoldingRangeKind, type Position } from 'vscode-languageserver-types';
import type { PlacedChunk, Span, YamlNode } from '../yaml/index.ts';
import type { Manifest } from './manifest.ts';
import { isOurs } from './ours.ts';

/**
 * What can be folded in a file that holds a workload: its documents, the lists, maps and texts of several lines in them,
 * comments, and what stands between `# region` and `# endregion`. A list folds with its key, indented or not, and, as
 * where an editor folds by indentation, with the comments below that are deeper than the key. Empty for any other file:
 * an editor that gets null for it folds by indentation, one that gets an empty list not at all.
 */
export function foldingRanges(manifest: Manifest): FoldingRange[] {
  if (!isOurs(manifest)) return [];
  const folder = new Folder(manifest);
  for (const placed of manifest.chunks) folder.foldDocument(placed);
  folder.foldComments();
  return nested(folder.ranges);
}

class Folder {
  readonly ranges: FoldingRange[] = [];
  private readonly lines: readonly string[];
  /** Lines within a text, where a `#` starts no comment. */
  private readonly inText = new Set<number>();

  constructor(private readonly manifest: Manifest) {
    this.lines = manifest.document.getText().split(/\r\n|\n|\r/);
  }

  foldDocument(placed: PlacedChunk): void {
    const { root, text } = placed.chunk;
    if (text.startsWith('---')) this.add(this.at(placed, 0).line, this.at(placed, text.trimEnd().length).line);
    if (root) this.fold(root, root, placed);
  }

  /** @param header starts where the line is that is still to be seen when the node is folded: the key, the dash */
  private fold(node: YamlNode, header: Span, placed: PlacedChunk): void {
    const { line, character } = this.at(placed, header.start);
    const last = this.at(placed, node.end).line;
    if (node.kind === 'scalar') {
      for (let inner = this.at(placed, node.start).line + 1; inner <= last; inner++) this.inText.add(inner);
    }
    if ('flow' in node && node.flow) this.add(line, this.isBracket(last) ? last - 1 : last);
    else if (node.parent) this.add(line, this.withComments(last, character));
    if (node.kind === 'map') {
      for (const pair of node.pairs) this.fold(pair.value, pair, placed);
    } else if (node.kind === 'seq') {
      node.items.forEach((item, index) => {
        this.fold(item, { start: node.dashes[index] ?? item.start, end: item.end }, placed);
      });
    }
  }

  /** The last of the comments below a line that are indented deeper than a column, or the line itself. */
  private withComments(line: number, column: number): number {
    let last = line;
    for (let next = line + 1; next < this.lines.length; next++) {
      const text = this.lines[next] ?? '';
      if (text.trim() === '') continue;
      if (!isComment(text) || indentOf(text) <= column) break;
      last = next;
    }
    return last;
  }

  /** Comments of several lines that are indented alike, and regions. */
  foldComments(): void {
    const notes = this.lines.map((text, line) => (isComment(text) && !this.inText.has(line) ? text : ''));
    const regions: number[] = [];
    let start = 0;
    for (let line = 0; line <= notes.length; line++) {
      const marker = markerOf(notes[line]);
      if (marker === 'region') regions.push(line);
      if (marker === 'endregion') this.add(regions.pop() ?? line, line, FoldingRangeKind.Region);
      if (line > start && isLike(notes[line], notes[start])) continue;
      if (notes[start]) this.add(start, line - 1, FoldingRangeKind.Comment);
      start = line;
    }
  }

  private isBracket(line: number): boolean {
    return /^\s*[\]}]/.test(this.lines[line] ?? '');
  }

  private at({ offset }: PlacedChunk, within: number): Position {
    return this.manifest.document.positionAt(offset + within);
  }

  private add(startLine: number, endLine: number, kind?: FoldingRangeKind): void {
    if (endLine > startLine) this.ranges.push({ startLine, endLine, ...(kind && { kind }) });
  }
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

/** `region` or `endregion` of a comment that VS Code folds by. */
function markerOf(note = ''): string | undefined {
  return /^\s*#\s*((?:end)?region)\b/.exec(note)?.[1];
}

/** Whether two comments belong together. */
function isLike(a = '', b = ''): boolean {
  return a !== '' && b !== '' && !markerOf(a) && !markerOf(b) && indentOf(a) === indentOf(b);
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}

/** Of ranges that start on the same line the longest, and none that ends behind the end of one around it. */
function nested(ranges: FoldingRange[]): FoldingRange[] {
  const open: FoldingRange[] = [];
  return ranges
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
    .filter((range) => {
      while ((open.at(-1)?.endLine ?? Number.POSITIVE_INFINITY) < range.startLine) open.pop();
      const around = open.at(-1);
      if (around && (around.startLine === range.startLine || around.endLine < range.endLine)) return false;
      open.push(range);
      return true;
    });
}
