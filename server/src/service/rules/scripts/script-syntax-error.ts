import * as l10n from '@vscode/l10n';
import { scriptErrorOf } from '../../model/index.ts';
import type { Chunk, Span } from '../../yaml/index.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';
import { brokenFold, complaintOf, cutComment, errorOf, type Script, scriptsOf, spanIn } from './scripts.ts';

interface Data {
  script: Script;
  mistake: Mistake;
  chunk: Chunk;
}

interface Mistake {
  /** What cannot stand where it does, in the script. */
  at: Span;
  what: string;
  /** A change of the script that mends it. */
  change?: { title: string; at: Span; text: string };
}

/** What a shell stumbles over where nothing is left open; what is left open is script-unterminated's. */
export default defineRule<Data>({
  code: 'script-syntax-error',
  severity: 'warning',
  hides: true,
  check({ pod, workload: { chunk } }, report) {
    for (const script of pod ? scriptsOf(pod) : []) {
      const error = errorOf(script);
      if (!error || error.opener || isToBeFilledIn(script.text)) continue;
      if (brokenFold(script, chunk) !== undefined || cutComment(script, chunk)) continue;
      const mistake = mistakeAt(script.text, error.at);
      report({
        node: spanIn(script, mistake.at, chunk),
        path: script.word.path,
        message: `${mistake.what} ${l10n.t('The shell stops here: {0}.', complaintOf(script, error))}`,
        data: { script, mistake, chunk },
      });
    }
  },
  fix({ data: { script, mistake, chunk } }): Fix[] {
    const { change } = mistake;
    if (!change) return [];
    const { text } = script;
    const mended = text.slice(0, change.at.start) + change.text + text.slice(change.at.end);
    return scriptErrorOf(mended)
      ? []
      : [suggestion(change.title, [{ ...spanIn(script, change.at, chunk), text: change.text }])];
  },
});

/** `<command>` stands for what somebody has to write, though the shell takes it for redirections. */
function isToBeFilledIn(script: string): boolean {
  return /<[\w .-]+>/.test(script);
}

/** What opens that to which a word belongs. */
const openers: ReadonlyMap<string, string> = new Map([
  ['do', 'while'],
  ['done', 'do'],
  ['elif', 'if'],
  ['else', 'if'],
  ['esac', 'case'],
  ['fi', 'if'],
  ['then', 'if'],
  ['}', '{'],
  [')', '('],
]);

function mistakeAt(script: string, at: Span): Mistake {
  const found = script.slice(at.start, at.end);
  const before = script.slice(0, at.start).replace(/(?<=^|\s)#.*/g, (comment) => ' '.repeat(comment.length));
  const last = /(?:&&|\|\||[^\s;&|()]+|[;&|()])\s*$/.exec(before)?.[0].trim() ?? '';
  const start = before.lastIndexOf(last);
  const lastAt = { start, end: start + last.length };
  if (found.trim() !== '' && !/^(?:&&|\|\|?|!)$/.test(last)) return { at, ...unexpected(found, at, last, lastAt) };
  const what = /[<>]$/.test(last)
    ? l10n.t('A file name is missing after `{0}`.', last)
    : l10n.t('A command is missing after `{0}`.', last);
  return { at: lastAt, what };
}

/** What is wrong about a word or operator, by what stands before it. */
function unexpected(found: string, at: Span, last: string, lastAt: Span): Omit<Mistake, 'at'> {
  if (found === ';;') {
    const what = l10n.t('`;;` ends a branch of a `case`, but no `case` is open here.');
    return { what, change: { title: l10n.t('Change to {0}', ';'), at, text: ';' } };
  }
  if (found === ';') {
    const what = last
      ? l10n.t('A command is missing between `{0}` and `;`.', last)
      : l10n.t('A command is missing before `;`.');
    return { what, change: { title: l10n.t('Remove {0}', ';'), at, text: '' } };
  }
  const opener = openers.get(found);
  if (opener && /^(?:do|then|else|[{(])$/.test(last)) {
    const what = l10n.t('A command is missing between `{0}` and `{1}`; write `:` to do nothing.', last, found);
    return { what, change: { title: l10n.t('Insert {0}', ':'), at, text: `:; ${found}` } };
  }
  if (opener) return { what: l10n.t('`{0}` belongs to `{1}`, but no `{1}` is open here.', found, opener) };
  if (/^(?:done|fi|esac|[})])$/.test(last)) {
    const what = l10n.t('`;` or a line break is missing between `{0}` and `{1}`.', last, found);
    return { what, change: { title: l10n.t('Insert {0}', ';'), at: lastAt, text: `${last};` } };
  }
  return { what: l10n.t('`{0}` is not allowed here. Quote it if it is meant as text.', found) };
}
