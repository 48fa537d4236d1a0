import * as l10n from '@vscode/l10n';
import { apply, type ChunkEdit, type Editor, lineEnd, lineStart } from '../../fixes/index.ts';
import { withoutTabs } from '../../fixes/tabs.ts';
import { workloadsOf } from '../../model/index.ts';
import { Chunk, quoted, type SyntaxProblem } from '../../yaml/index.ts';
import { defineRule, type Fix, safe, suggestion } from '../rule.ts';

type Kind =
  | Exclude<SyntaxProblem['code'], Uppercase<string>>
  | 'missing-space'
  | 'tab'
  | 'open-quote'
  | 'open-bracket'
  | 'second-colon'
  | 'missing-colon'
  | 'missing-comma'
  | 'indentation'
  | 'value-start'
  | 'escape'
  | 'other';

/** What is wrong, and the place to mend: the parser often speaks of another. */
interface Mistake {
  kind: Kind;
  start: number;
  end: number;
  problem: SyntaxProblem;
}

export default defineRule<Mistake>({
  code: 'yaml-syntax',
  severity: 'error',
  hides: true,
  check({ workload }, report) {
    const { chunk } = workload;
    const [problem] = chunk.problems;
    if (!problem || workloadsOf(chunk)[0] !== workload) return;
    const mistake = mistakeOf(problem, chunk.text);
    report({ node: mistake, path: '', message: explain(mistake, chunk.text), data: mistake });
  },
  fix({ data: mistake }, editor) {
    return repairs(mistake, editor).filter((fix) => mends(fix.edits, editor.text));
  },
});

/** The `*` at the start of a value that YAML takes for an alias, and that is none: a schedule every five minutes. */
function starBefore({ start, message }: SyntaxProblem, text: string): number | undefined {
  if (!/^Unexpected alias|^Alias cannot be an empty/.test(message)) return undefined;
  const from = lineStart(text, start);
  const head = /^\s*(?:- +)*(?:[\w./-]+:[ \t]+)?(?=\*)/.exec(text.slice(from, start + 1))?.[0];
  return head === undefined ? undefined : from + head.length;
}

function mistakeOf(problem: SyntaxProblem, text: string): Mistake {
  const { code, message, start } = problem;
  const at = (kind: Kind, from: number, to = from + 1): Mistake => ({ kind, start: from, end: to, problem });
  const space = missingSpace(problem, text);
  if (space !== undefined) return at('missing-space', space - 1);
  const tab = tabAt(problem, text);
  if (tab !== undefined) return at('tab', tab);
  if (code === 'unknown-anchor' && /[^*\w-]/.test(text.slice(start, problem.end))) return at('value-start', start);
  const star = starBefore(problem, text);
  if (star !== undefined) return at('value-start', star);
  if (code === code.toLowerCase()) return at(code as Kind, start, problem.end);
  if (code === 'BAD_DQ_ESCAPE') return at('escape', start, start + 2);
  if (code === 'BAD_SCALAR_START') return at('value-start', start);
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  if (quote) return at('open-quote', openQuote(text, start, quote));
  if (/end with a? ?[\]}]/.test(message)) return at('open-bracket', text.slice(0, start).trimEnd().length - 1);
  if (/^Missing , |^Block collections are not allowed within flow/.test(message)) return at('missing-comma', start);
  if (/^Nested mappings/.test(message))
    return at('second-colon', start + Math.max(text.slice(start).search(/:(?=\s|$)/), 0));
  if (/^Implicit (?:map )?keys need/.test(message))
    return at('missing-colon', start, start + restOfLine(text, start).length);
  if (code === 'BAD_INDENT' || /without - indicator|may not be used as an implicit/.test(message)) {
    return at('indentation', start + Math.max(text.slice(start).search(/\S/), 0));
  }
  return at('other', Math.min(start, text.trimEnd().length - 1));
}

/** The tab in the indentation of the line of a problem; behind a block scalar the parser speaks of the indentation. */
function tabAt({ code, start }: SyntaxProblem, text: string): number | undefined {
  if (code === 'TAB_AS_INDENT') return start;
  if (code !== 'BAD_INDENT') return undefined;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const blanks = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  return blanks.includes('\t') ? lineStart + blanks.indexOf('\t') : undefined;
}

/** Where a space is missing behind a dash or colon: `-name: app`, `name:app`. */
function missingSpace({ code, start }: SyntaxProblem, text: string): number | undefined {
  if (!['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'BLOCK_AS_IMPLICIT_KEY'].includes(code)) return undefined;
  const from = lineStart(text, start);
  const line = text.slice(from).split('\n', 1)[0] ?? '';
  const joined = /^(?:\s*-(?=[a-zA-Z]\w*:(?:\s|$))|\s*(?:- +)?[a-zA-Z]\w*:(?=[^\s:/]))/.exec(line)?.[0];
  return joined === undefined ? undefined : from + joined.length;
}

/** The quote that is not closed on its line: on the line of an offset, or on the nearest above it. */
function openQuote(text: string, offset: number, quote: string): number {
  for (let stop = lineEnd(text, offset); stop > 0; ) {
    const start = text.lastIndexOf('\n', stop - 1) + 1;
    const open = [...text.slice(start, stop).matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\s#.*|["']/g)].find(
      ([match]) => match === quote,
    );
    if (open) return start + open.index;
    stop = start - 1;
  }
  return offset;
}

function explain({ kind, start, end, problem }: Mistake, text: string): string {
  const shown = text.slice(start, end);
  switch (kind) {
    case 'missing-space':
      return l10n.t(
        'A space is missing after `{0}`, so YAML reads this as one long string: kubectl cannot read the file. Add the space.',
        shown,
      );
    case 'tab':
      return l10n.t(
        'This line is indented with a tab, which YAML does not allow: kubectl cannot read the file. Use spaces.',
      );
    case 'open-quote':
      return l10n.t('This quote is never closed: kubectl cannot read the file. Close it.');
    case 'open-bracket':
      return l10n.t('The bracket before this is never closed: kubectl cannot read the file. Close it.');
    case 'second-colon':
      return l10n.t(
        'A second `: ` is not allowed here: kubectl cannot read the file ("mapping values are not allowed in this context"). Quote the value if the colon is part of it; otherwise correct the indentation of this line.',
      );
    case 'missing-colon':
      return l10n.t(
        'A colon is missing after this key: kubectl cannot read the file ("could not find expected \':\'"). Write `key: value`, or indent the line if it continues the value above.',
      );
    case 'missing-comma':
      return l10n.t(
        'Inside brackets a comma must separate the entries, and there is none before this: kubectl cannot read the file ("did not find expected \',\'"). Add the comma, or quote the value if this is part of it.',
      );
    case 'indentation':
      return l10n.t(
        'This line does not fit the lines above: kubectl cannot read the file ("did not find expected key"). Indent it like the other keys or items.',
      );
    case 'value-start':
      return l10n.t(
        'A value cannot start with `{0}` unless it is quoted: kubectl cannot read the file. Quote the value.',
        text[start] ?? '',
      );
    case 'escape':
      return l10n.t(
        '`{0}` is not a valid escape in double quotes: kubectl cannot read the file ("found unknown escape character"). Use single quotes, or write the backslash twice.',
        shown,
      );
    case 'control-character':
      return l10n.t(
        'There is an invisible control character here: kubectl cannot read the file ("control characters are not allowed"). Remove it.',
      );
    case 'separator':
      return l10n.t('There is text on the line of the `---`: kubectl cannot read the file. Put it on the next line.');
    case 'unknown-anchor':
      return l10n.t(
        'There is no anchor of this name above: kubectl cannot read the file. Define it with `&`, or quote the value if it is not meant as an alias.',
      );
    case 'alias-loop':
      return l10n.t(
        'This alias is inside the value that it stands for: kubectl cannot read the file. Write the value out.',
      );
    case 'too-many-aliases':
      return l10n.t(
        'Nearly all of this document comes from aliases of aliases, which kubectl takes for an attack and refuses to read. Write the values out.',
      );
    case 'bad-key':
      return l10n.t('A key must be a string: kubectl cannot turn this into JSON. Quote it if it is meant as a key.');
    case 'bad-merge':
      return l10n.t(
        '`<<` can only merge maps: kubectl cannot read the file. Give it an alias of a map, or a list of such aliases.',
      );
    case 'bad-tag':
      return l10n.t(
        'This value does not fit its tag: kubectl cannot read the file. Change the value, or remove the tag.',
      );
    case 'not-json':
      return l10n.t(
        'JSON has no infinity and no NaN, so kubectl cannot send this value. Quote it if it is meant as a string.',
      );
    case 'other':
      return l10n.t('This is not valid YAML, so kubectl cannot read the file ({0}).', problem.message);
  }
}

function repairs({ kind, start, end, problem }: Mistake, editor: Editor): Fix[] {
  const { text, style } = editor;
  const insert = (at: number, inserted: string): ChunkEdit[] => [{ start: at, end: at, text: inserted }];
  const quote = (from: number, to: number) => [
    editor.replace({ start: from, end: to }, quoted(text.slice(from, to), style.quote)),
  ];
  const line = restOfLine(text, start);
  switch (kind) {
    case 'missing-space':
      return [safe(l10n.t('Add the space'), insert(end, ' '))];
    case 'tab': {
      const edits = withoutTabs(text, style.indent);
      return [(isAllTabs(text) ? safe : suggestion)(l10n.t('Indent with spaces'), edits)];
    }
    case 'value-start':
      return [safe(l10n.t('Quote the value'), quote(start, start + line.length))];
    case 'open-quote': {
      const inside = line.replace(/[\]}, ]+$/, '').length;
      const ends = [...new Set([start + inside, start + line.length])];
      return ends.map((at) => suggestion(l10n.t('Close the quote'), insert(at, text[start] ?? '')));
    }
    case 'open-bracket': {
      const close = /[\]}]/.exec(problem.message)?.[0] ?? '';
      return [suggestion(l10n.t('Add `{0}`', close), insert(end, close))];
    }
    case 'missing-comma': {
      const before = text.slice(0, start).trimEnd();
      return /["'\]}]$/.test(before) ? [suggestion(l10n.t('Add the comma'), insert(before.length, ','))] : [];
    }
    case 'second-colon':
      return secondColon(text, start, editor);
    case 'escape':
      return singleQuotes(text, start, editor);
    case 'control-character':
      return [safe(l10n.t('Remove it'), [editor.replace({ start, end }, '')])];
    case 'separator': {
      const blanks = line.slice(3).search(/\S/);
      const gap = { start: start + 3, end: start + 3 + blanks };
      return [suggestion(l10n.t('Put it on the next line'), [editor.replace(gap, style.eol)])];
    }
    case 'unknown-anchor':
    case 'bad-key':
    case 'not-json':
      return [suggestion(l10n.t('Quote it'), quote(start, end))];
    default:
      return [];
  }
}

/** `value: a: b` and `- echo a: b` get quotes; `image: nginx: 1.27` may have a space too many. */
function secondColon(text: string, colon: number, editor: Editor): Fix[] {
  const from = lineStart(text, colon);
  const before = text.slice(from, colon);
  const head = /^\s*(?:- +)*(?:[\w./-]+:[ \t]+)?/.exec(before)?.[0] ?? '';
  const start = from + head.length;
  const value = restOfLine(text, start);
  if (head.trim() === '' || value === '') return [];
  const edit = editor.replace({ start, end: start + value.length }, quoted(value, editor.style.quote));
  const fixes = [suggestion(l10n.t('Quote the value'), [edit])];
  const blanks = /^[ \t]*/.exec(text.slice(colon + 1))?.[0] ?? '';
  if (/image:[ \t]+\S+$/.test(before)) {
    const space = { start: colon + 1, end: colon + 1 + blanks.length };
    fixes.unshift(suggestion(l10n.t('Remove the space'), [editor.replace(space, '')]));
  }
  return fixes;
}

/** Single instead of double quotes, where no other escape would lose its meaning. */
function singleQuotes(text: string, offset: number, editor: Editor): Fix[] {
  const from = lineStart(text, offset);
  const line = text.slice(from, lineEnd(text, offset));
  for (const { index, 0: whole, 1: inner = '' } of line.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
    const start = from + index;
    const holds = start < offset && offset < start + whole.length;
    if (!holds || /\\[0abtnvfre "/\\N_LPxuU]/.test(inner)) continue;
    const edit = editor.replace({ start, end: start + whole.length }, `'${inner.replaceAll("'", "''")}'`);
    return [safe(l10n.t('Use single quotes'), [edit])];
  }
  return [];
}

/** The rest of a line, without the blanks and the comment at its end. */
function restOfLine(text: string, start: number): string {
  return text.slice(start, lineEnd(text, start)).replace(/(?:\s+#.*|\s+)$/, '');
}

/** Whether only tabs are used for indentation, so that their width makes no difference. */
function isAllTabs(text: string): boolean {
  return [...text.matchAll(/^[ \t]+(?=[^ \t\r\n#])/gm)].every(([blanks]) => /^\t+$/.test(blanks));
}

/** Whether a text can be read after edits. */
function mends(edits: readonly ChunkEdit[], text: string): boolean {
  return new Chunk(apply(text, edits)).problems.length === 0;
}
