import * as l10n from '@vscode/l10n';
import type { Editor, TextEdit } from '../../fixes/index.ts';
import { withoutTabs } from '../../fixes/tabs.ts';
import { workloadsOf } from '../../model/index.ts';
import { Chunk, quoted, type SyntaxProblem } from '../../yaml/index.ts';
import { defineRule, type Fix, safe, suggestion } from '../rule.ts';

interface Mistake {
  start: number;
  end: number;
  problem: SyntaxProblem;
  /** `name:app` and `-name: app`, at the place where the space is missing. */
  missingSpace: boolean;
}

export default defineRule<Mistake>({
  code: 'yaml-syntax',
  severity: 'error',
  check({ workload }, report) {
    const { chunk } = workload;
    const [problem] = chunk.problems;
    if (!problem || workloadsOf(chunk)[0] !== workload) return;
    const mistake = locate(problem, chunk.text);
    report({ node: mistake, path: '', message: explain(mistake, chunk.text), data: mistake });
  },
  fix({ data: mistake }, editor) {
    return repairs(mistake, editor).filter((fix) => mends(fix.edits, editor.text, mistake.problem));
  },
});

function locate(problem: SyntaxProblem, text: string): Mistake {
  const missing = missingSpace(problem, text);
  if (missing !== undefined) return { start: missing - 1, end: missing, problem, missingSpace: true };
  return { start: problem.start, end: problem.end, problem, missingSpace: false };
}

/** Where a space is missing behind a colon or dash: on the line of the problem, or on that before it, which it continues. */
function missingSpace({ start, code }: SyntaxProblem, text: string): number | undefined {
  if (!['MULTILINE_IMPLICIT_KEY', 'BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR', 'BAD_INDENT'].includes(code))
    return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(0, lineStart).trimEnd();
  for (const from of [lineStart, before.lastIndexOf('\n') + 1]) {
    const [line = ''] = /^[^\n]*/.exec(text.slice(from)) ?? [];
    const joined = /^(?:\s*-(?=[a-zA-Z]\w*:(?:\s|$))|\s*(?:- +)?[a-zA-Z]\w*:(?=[^\s:/]))/.exec(line)?.[0];
    if (joined) return from + joined.length;
  }
  return undefined;
}

function explain({ start, problem: { code, message }, missingSpace }: Mistake, text: string): string {
  const char = text[start] ?? '';
  if (missingSpace) {
    return l10n.t(
      'A space is missing after `{0}`, so that this is one long text to YAML: kubectl cannot read the file. Add the space.',
      char,
    );
  }
  switch (code) {
    case 'TAB_AS_INDENT':
      return l10n.t(
        'This line is indented with a tab, which YAML does not allow: kubectl cannot read the file. Use spaces.',
      );
    case 'MISSING_CHAR':
      return message.startsWith('Missing closing')
        ? l10n.t('This quote is never closed: kubectl cannot read the file. Close it.')
        : l10n.t(
            'A key without a colon: kubectl cannot read the file. Write `key: value`, or indent the line if it goes on with the value above.',
          );
    case 'MULTILINE_IMPLICIT_KEY':
      return l10n.t(
        'A key without a colon: kubectl cannot read the file. Write `key: value`, or indent the line if it goes on with the value above.',
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
      return l10n.t(
        'There can be no second `: ` here: kubectl cannot read the file ("mapping values are not allowed in this context"). Quote the value if the colon is part of it; otherwise mend the indentation.',
      );
    case 'BAD_INDENT':
      return unclosed(message)
        ? l10n.t('A comma or `{0}` is missing before this: kubectl cannot read the file.', unclosed(message) ?? '')
        : l10n.t(
            'This does not go with the lines above: kubectl cannot read the file ("did not find expected key"). Indent it like the keys or items it stands beside.',
          );
    case 'BAD_SCALAR_START':
      return l10n.t(
        'A value cannot start with `{0}` unless it is quoted: kubectl cannot read the file. Quote the value.',
        char,
      );
    case 'BAD_DQ_ESCAPE':
      return l10n.t(
        'YAML knows no such escape in double quotes: kubectl cannot read the file. Write `\\\\`, or use single quotes.',
      );
    case 'separator':
      return l10n.t(
        'Text stands on the line of `---`: kubectl cannot read the file ({0}). Put it on the next line.',
        message,
      );
    case 'control-character':
      return l10n.t('An invisible control character stands here: kubectl cannot read the file. Remove it.');
    case 'unknown-anchor':
      return l10n.t(
        'No anchor of this name stands before it: kubectl cannot read the file. Define it with `&`, or quote the value if it is no alias.',
      );
    case 'alias-loop':
      return l10n.t(
        'This alias stands inside of what it is an alias for: kubectl cannot read the file. Write the value out.',
      );
    case 'too-many-aliases':
      return l10n.t(
        'Nearly all of this document comes from aliases of aliases, which kubectl takes for an attack: it cannot read the file. Write the values out.',
      );
    case 'bad-key':
      return l10n.t('A key must be a text: kubectl cannot turn this into JSON. Quote it if it is meant as a key.');
    case 'bad-merge':
      return l10n.t(
        '`<<` merges maps only: kubectl cannot read the file. Give it an alias of a map, or a list of such.',
      );
    case 'bad-tag':
      return l10n.t(
        'This value does not go with its tag: kubectl cannot read the file ({0}). Change the value, or remove the tag.',
        message,
      );
    case 'not-json':
      return l10n.t('JSON has no infinity and no NaN, so kubectl cannot send this value. Quote it if it is a text.');
    default:
      return l10n.t('kubectl cannot read the file: this is no YAML ({0}).', message);
  }
}

/** The bracket that a message of the parser misses. */
function unclosed(message: string): string | undefined {
  return /end with an? ([\]}])/.exec(message)?.[1];
}

function repairs({ start, end, problem: { code, message }, missingSpace }: Mistake, editor: Editor): Fix[] {
  const { text } = editor;
  const insert = (at: number, inserted: string): TextEdit[] => [{ start: at, end: at, text: inserted }];
  if (missingSpace) return [safe(l10n.t('Add the space'), insert(end, ' '))];
  const line = restOfLine(text, start);
  const quote = (to: number) => [editor.replace({ start, end: to }, quoted(text.slice(start, to), editor.style.quote))];
  switch (code) {
    case 'TAB_AS_INDENT':
      return [
        (isAllTabs(text) ? safe : suggestion)(l10n.t('Indent with spaces'), withoutTabs(text, editor.style.indent)),
      ];
    case 'MISSING_CHAR':
      return message.startsWith('Missing closing')
        ? [suggestion(l10n.t('Close the quote'), insert(start + line.length, text[start] ?? ''))]
        : [];
    case 'BLOCK_AS_IMPLICIT_KEY':
      return quoteValue(text, colonBehind(text, start), editor);
    case 'BAD_INDENT': {
      const bracket = unclosed(message);
      const before = text.slice(0, start).trimEnd().length;
      return bracket ? [suggestion(l10n.t('Add `{0}`', bracket), insert(before, bracket))] : [];
    }
    case 'BAD_SCALAR_START':
      return [safe(l10n.t('Quote the value'), quote(start + line.length))];
    case 'BAD_DQ_ESCAPE':
      return singleQuotes(text, start, editor);
    case 'separator': {
      const gap = { start: start + 3, end: start + 3 + line.slice(3).search(/\S/) };
      return [suggestion(l10n.t('Put it on the next line'), [editor.replace(gap, editor.style.eol)])];
    }
    case 'control-character':
      return [safe(l10n.t('Remove it'), [editor.replace({ start, end }, '')])];
    case 'bad-key':
    case 'not-json':
    case 'unknown-anchor':
      return [suggestion(l10n.t('Quote it'), quote(end))];
    default:
      return [];
  }
}

/** The second colon of a line whose value starts at an offset. */
function colonBehind(text: string, offset: number): number {
  const colon = /:(?=\s|$)/m.exec(text.slice(offset));
  return offset + (colon?.index ?? 0);
}

/** Quotes what stands behind the first `: ` or `- ` of the line: `value: a: b`, `- echo a: b`. */
function quoteValue(text: string, offset: number, editor: Editor): Fix[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const head = /^\s*(?:- +)*(?:[\w./-]+:[ \t]+)?/.exec(text.slice(lineStart, offset))?.[0] ?? '';
  const start = lineStart + head.length;
  const value = restOfLine(text, start);
  if (head.trim() === '' || value === '') return [];
  const fixes = [
    suggestion(l10n.t('Quote the value'), [
      editor.replace({ start, end: start + value.length }, quoted(value, editor.style.quote)),
    ]),
  ];
  const blanks = /^[ \t]*/.exec(text.slice(offset + 1))?.[0] ?? '';
  if (/image:[ \t]+\S+$/.test(text.slice(lineStart, offset))) {
    const space = { start: offset + 1, end: offset + 1 + blanks.length };
    fixes.unshift(suggestion(l10n.t('Remove the space'), [editor.replace(space, '')]));
  }
  return fixes;
}

/** `"\\d"` becomes `'\\d'`, where no other escape would lose its meaning. */
function singleQuotes(text: string, offset: number, editor: Editor): Fix[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  for (const { index, 0: whole, 1: inner = '' } of restOfLine(text, lineStart).matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
    const start = lineStart + index;
    if (offset < start || offset > start + whole.length || /\\[0abtnvfre "/\\N_LPxuU]/.test(inner)) continue;
    const edit = editor.replace({ start, end: start + whole.length }, `'${inner.replaceAll("'", "''")}'`);
    return [safe(l10n.t('Use single quotes'), [edit])];
  }
  return [];
}

/** The rest of a line without the comment behind it. */
function restOfLine(text: string, start: number): string {
  return /^(?:(?!\s+#|\s*$)[^\n])*/m.exec(text.slice(start))?.[0].trimEnd() ?? '';
}

function isAllTabs(text: string): boolean {
  return [...text.matchAll(/^[ \t]+(?=[^ \t\r\n#])/gm)].every(([blanks]) => /^\t+(?: {1,2})?$/.test(blanks));
}

/** Whether edits of a text take a mistake away; another may follow further down. */
function mends(edits: readonly TextEdit[], text: string, { start }: SyntaxProblem): boolean {
  let mended = text;
  for (const edit of [...edits].sort((a, b) => b.start - a.start))
    mended = mended.slice(0, edit.start) + edit.text + mended.slice(edit.end);
  const [next] = new Chunk(mended).problems;
  const shift = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const line = mended.indexOf('\n', start + Math.max(shift, 0));
  return !next || (line >= 0 && next.start > line && next.start < mended.trimEnd().length);
}
