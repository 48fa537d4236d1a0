/** What is wrong with a list of indexes, in the server's words, or how many there are (validateIndexesFormat). */
export function readIndexes(text: string, completions: number): string | number {
  if (text === '') return 0;
  let total = 0;
  let last: number | undefined;
  for (const interval of text.split(',')) {
    const read = readInterval(interval, completions);
    if (typeof read === 'string') return read;
    const [from, to] = read;
    if (last !== undefined && last >= from) return `non-increasing order, previous: ${last}, current: ${from}`;
    total += to - from + 1;
    last = to;
  }
  return total;
}

function readInterval(interval: string, completions: number): string | [from: number, to: number] {
  const [from = '', to, ...rest] = interval.split('-');
  if (rest.length > 0) {
    return `the fragment ${JSON.stringify(interval)} violates the requirement that an index interval can have at most two parts separated by '-'`;
  }
  const start = readIndex(from, completions);
  if (typeof start === 'string' || to === undefined) return typeof start === 'string' ? start : [start, start];
  const end = readIndex(to, completions);
  if (typeof end === 'string') return end;
  return start >= end ? `non-increasing order, previous: ${start}, current: ${end}` : [start, end];
}

function readIndex(text: string, completions: number): string | number {
  if (!/^[-+]?\d+$/.test(text)) return `cannot convert string to integer for index: ${JSON.stringify(text)}`;
  const index = Number(text);
  return index >= completions ? `too large index: ${JSON.stringify(text)}` : index;
}
