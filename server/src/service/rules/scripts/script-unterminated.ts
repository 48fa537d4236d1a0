import * as l10n from '@vscode/l10n';
import { type ScriptError, scriptErrorOf } from '../../model/index.ts';
import type { Span } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { brokenFold, complaintOf, cutComment, errorOf, type Script, scriptsOf, spanIn } from './scripts.ts';

/** Where semicolons are missing. */
export default defineRule<Span[]>({
  code: 'script-unterminated',
  severity: 'warning',
  hides: true,
  check({ pod, workload: { chunk } }, report) {
    for (const script of pod ? scriptsOf(pod) : []) {
      const error = errorOf(script);
      if (!error?.opener || brokenFold(script, chunk) !== undefined || cutComment(script, chunk)) continue;
      const separators = missingSeparators(script.text);
      report({
        node: spanIn(script, error.opener, chunk),
        path: script.word.path,
        message: explain(script, error, separators.length > 0),
        data: separators.map((at) => spanIn(script, { start: at - 1, end: at }, chunk)),
      });
    }
  },
  fix({ data }) {
    const edits = data.map(({ end }) => ({ start: end, end, text: ';' }));
    return edits.length > 0 ? [suggestion(l10n.t('Insert {0}', ';'), edits)] : [];
  },
});

function explain(script: Script, error: ScriptError, isWritten: boolean): string {
  const { opener, closer = '' } = error;
  const open = script.text.slice(opener?.start, opener?.end);
  const complaint = complaintOf(script, error);
  return isWritten
    ? l10n.t(
        '`{0}` is not closed, because the shell takes `{1}` as an argument of the command before it: {2}. Put `;` or a line break before `{1}`.',
        open,
        closer,
        complaint,
      )
    : l10n.t('`{0}` is not closed, so the shell stops: {2}. Add `{1}`.', open, closer, complaint);
}

const mostSeparators = 5;

/** The last letter of a word that another one follows, with nothing but blanks between. */
const beforeWord = /[^\s;&|({](?=[ \t]+([^\s;&|)]+))/g;

/** Where `;` has to be inserted before keywords that are written, so that the shell understands the script. */
function missingSeparators(script: string): number[] {
  const found: number[] = [];
  let text = script;
  while (found.length < mostSeparators) {
    const { opener, closer } = scriptErrorOf(text) ?? {};
    if (!opener || !closer || !/^(?:do|done|then|fi|esac|\})$/.test(closer)) return [];
    const at = [...text.matchAll(beforeWord)].find(
      ({ index, 1: word }) => index >= opener.end && word === closer,
    )?.index;
    if (at === undefined) return [];
    text = `${text.slice(0, at + 1)};${text.slice(at + 1)}`;
    found.push(at + 1 - found.filter((earlier) => earlier <= at).length);
    if (!scriptErrorOf(text)) return found;
  }
  return [];
}
