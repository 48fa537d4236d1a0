import * as l10n from '@vscode/l10n';
import { type Argv, completeArgvs, scriptErrorOf, shellCall, type Word } from '../../model/index.ts';
import type { Chunk, Span } from '../../yaml/index.ts';
import { shortened } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';
import { commentBehind, complaintOf, cutComment, scriptsOf } from './scripts.ts';

interface Data {
  /** Where the item starts, and where its comment ends. */
  item: Span;
  /** Where the comment starts. */
  cut: number;
}

export default defineRule<Data>({
  code: 'script-cut-by-comment',
  severity: 'warning',
  hides: true,
  check({ pod, workload: { chunk } }, report) {
    const tell = ({ node, path }: Word, comment: Span, message: string) => {
      const { end } = comment;
      const cut = end - chunk.text.slice(comment.start, end).trimStart().length;
      report({ node: { start: cut, end }, path, message, data: { item: { start: node.start, end }, cut } });
    };
    for (const script of pod ? scriptsOf(pod) : []) {
      const comment = cutComment(script, chunk);
      const error = scriptErrorOf(script.text);
      if (!comment || !error) continue;
      const message = l10n.t(
        'YAML takes this `#` as the start of a comment, so the script is only `{0}`, and the shell stops: {1}. Quote the whole script.',
        shortened(script.word.text),
        complaintOf(script, error),
      );
      tell(script.word, comment, message);
    }
    for (const argv of pod ? completeArgvs(pod) : []) {
      const cut = cutWord(argv, chunk);
      if (!cut) continue;
      const message = l10n.t(
        'YAML takes this `#` as the start of a comment, so this item is only `{0}`. Quote the whole item.',
        shortened(cut.word.text),
      );
      tell(cut.word, cut.comment, message);
    }
  },
  fix({ data: { item, cut } }, editor) {
    const { start, end } = item;
    const text = editor.text.slice(start, end);
    const quote = text.includes("'") && !/["\\]/.test(text) ? '"' : "'";
    const before = editor.text.slice(start, cut);
    const inside = quote === "'" ? [...text.matchAll(/'/g)].filter(({ index }) => index >= before.length) : [];
    return [
      suggestion(l10n.t('Quote all of it'), [
        { start, end: cut, text: quote + (quote === "'" ? before.replaceAll("'", "''") : before) },
        ...[...inside.map(({ index }) => start + index), end].map((at) => ({ start: at, end: at, text: quote })),
      ]),
    ];
  },
});

/** The first word, scripts aside, that a comment has cut: within quotes, or behind a `sh -c` that nothing follows. */
function cutWord({ words }: Argv, chunk: Chunk): { word: Word; comment: Span } | undefined {
  for (const word of words) {
    const comment = commentBehind(word.node, chunk);
    const call = comment && shellCall(words.map(({ text }) => text));
    if (!comment || (call?.flag !== undefined && word === words[call.script ?? -1])) continue;
    const line = shellCall(word.text.split(/\s+/));
    const wantsScript = line?.flag !== undefined && line.script === undefined;
    const whole = chunk.text.slice(word.node.start, comment.end);
    if (isCutInQuotes(word.text, whole) || (wantsScript && words.length === 1)) return { word, comment };
  }
  return undefined;
}

const quotedPart = /(?<!\w)(["'])(?:\\.|(?!\1).)*\1(?!\w)/g;

/** Whether a quote opens in a word, in front of a letter at least, and the whole ends with the one that closes it. */
function isCutInQuotes(word: string, whole: string): boolean {
  const opens = (text: string) => /(?<!\w)["']\S/.test(text.replace(quotedPart, ''));
  return opens(word) && /["'][\])}]*$/.test(whole) && !opens(whole);
}
