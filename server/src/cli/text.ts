import { styleText } from 'node:util';
import * as l10n from '@vscode/l10n';
import type { ReportedProblem } from '../service/index.ts';
import type { Report } from './lint.ts';

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/** Colours texts, or leaves them as they are. */
export function painter(coloured: boolean): Paint {
  return (format, text) => (coloured ? styleText(format, text, { validateStream: false }) : text);
}

/** Whether standard output shows colours. */
export function hasColours(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;
}

const colours = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

/**
 * Prints a report for people: each problem with its line and a caret under what is wrong.
 * @param texts the files' texts by path
 */
export function formatText({ files, summary }: Report, texts: ReadonlyMap<string, string>, coloured: boolean): string {
  const paint = painter(coloured);
  const blocks = files.flatMap(({ path, diagnostics }) => {
    const lines = (texts.get(path) ?? '').split(/\r?\n/);
    return diagnostics.map((diagnostic) => formatDiagnostic(path, diagnostic, lines, paint));
  });
  const counts = l10n.t(
    'Errors: {0}, warnings: {1}, notes: {2}, files: {3}',
    summary.error,
    summary.warning,
    summary.information + summary.hint,
    files.length,
  );
  return [...blocks, counts, ''].join('\n');
}

function formatDiagnostic(
  path: string,
  { severity, code, message, range, fixes }: ReportedProblem,
  lines: string[],
  paint: Paint,
): string {
  const { start, end } = range;
  const line = lines[start.line] ?? '';
  const last = end.line === start.line ? end.character : line.length;
  const margin = ' '.repeat(String(start.line + 1).length);
  const place = `${path}:${start.line + 1}:${start.character + 1}`;
  const indent = blanksFor(line.slice(0, start.character));
  const carets = '^'.repeat(Math.max(1, columnsOf(line.slice(start.character, last))));
  const [fix] = fixes;
  return [
    `${paint('bold', place)} ${paint(colours[severity], severity)} ${paint('dim', code)}`,
    `  ${message}`,
    paint('dim', `${margin} |`),
    `${paint('dim', `${start.line + 1} |`)} ${line}`,
    `${paint('dim', `${margin} |`)} ${indent}${paint(colours[severity], carets)}`,
    ...(fix ? [`  ${paint('green', l10n.t('fix: {0}', fix.title))}`] : []),
    '',
  ].join('\n');
}

/** Korean, Chinese and Japanese text and emoji take two columns of a terminal. */
const wide =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff00-\uff60]/u;

/** Blanks as wide as a text, so that the caret stands under its text; tabs stay tabs. */
function blanksFor(text: string): string {
  return [...text].map((char) => (char === '\t' ? char : ' '.repeat(columnsOf(char)))).join('');
}

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  return [...text].reduce((columns, char) => columns + (wide.test(char) ? 2 : 1), 0);
}
