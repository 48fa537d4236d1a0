/** What the lines around an empty line leave open there, by their indentation alone. */
export interface OpenLines {
  /** The columns at which keys and dashes above it start that it may stand below, the nearest first. */
  lines: readonly { column: number; isDash: boolean }[];
  /** The column of the key right above whose value is to come. */
  opens: number | undefined;
  /** The column of the next line that is not empty. */
  below: number | undefined;
}

/** Where keys and items may stand on the line that an offset is in. */
export function columnsAbove(text: string, offset: number): OpenLines {
  const above = text.slice(0, text.lastIndexOf('\n', offset - 1) + 1).split(/\r?\n/);
  const lines: { column: number; isDash: boolean }[] = [];
  let opens: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  let isNearest = true;
  for (const line of above.reverse()) {
    const [, indentation = '', dashes = '', content = ''] = /^( *)((?:- +)*)(.*)$/.exec(line) ?? [];
    if (/^(?:#|$|---)/.test(content) && dashes === '') continue;
    const column = indentation.length + dashes.length;
    if (isNearest && /:\s*(?:#.*)?$/.test(content)) opens = column;
    isNearest = false;
    if (indentation.length >= least) continue;
    const found = [...dashes.matchAll(/-/g)].map(({ index }) => ({ column: indentation.length + index, isDash: true }));
    lines.push(...[...found, { column, isDash: content === '-' }].filter((each) => each.column < least).reverse());
    least = indentation.length;
    if (least === 0) break;
  }
  const below = /\n( *)[^\s#]/.exec(text.slice(offset))?.[1]?.length;
  return { lines, opens, below };
}
