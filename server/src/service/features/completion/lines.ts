import { lineStart } from '../../fixes/index.ts';

/** Where something starts in a line. */
interface Start {
  column: number;
  isDash: boolean;
}

/** What stands around an empty line, by indentation alone. */
export interface LinesAround {
  /** The keys and dashes above that something may stand below, the nearest first. */
  above: readonly Start[];
  /** The column of the key right above whose value is to come. */
  opens: number | undefined;
  /** The next line that is not empty. */
  below: Start | undefined;
}

/** The lines around that in which an offset is. */
export function linesAround(text: string, offset: number): LinesAround {
  const lines = text.slice(0, lineStart(text, offset)).split(/\r?\n/);
  const above: Start[] = [];
  let opens: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let index = lines.length - 1; index >= 0 && least > 0; index--) {
    const [, blanks = '', dashes = '', content = ''] = /^( *)((?:- +)*)(.*)$/.exec(lines[index] ?? '') ?? [];
    if (dashes === '' && /^(?:#|$|---)/.test(content)) continue;
    const column = blanks.length + dashes.length;
    if (least === Number.POSITIVE_INFINITY && /:\s*(?:#.*)?$/.test(content)) opens = column;
    const starts = [...dashes.matchAll(/-/g)].map((dash) => ({ column: blanks.length + dash.index, isDash: true }));
    starts.push({ column, isDash: content === '-' });
    above.push(...starts.reverse().filter((start) => start.column < least));
    least = Math.min(least, blanks.length);
  }
  const next = /\n( *)([^\s#])/.exec(text.slice(offset));
  const below = next && { column: next[1]?.length ?? 0, isDash: next[2] === '-' };
  return { above, opens, below: below ?? undefined };
}
