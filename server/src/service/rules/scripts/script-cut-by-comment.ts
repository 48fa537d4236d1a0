import * as l10n from '@vscode/l10n';
import { scriptErrorOf } from '../../model/index.ts';
import { quoted, type Span } from '../../yaml/index.ts';
import { shortened } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';
import { complaintOf, cutComment, scriptsOf } from './scripts.ts';

/** The script and what is cut off. */
export default defineRule<Span>({
  code: 'script-cut-by-comment',
  severity: 'warning',
  hides: true,
  check({ pod, workload: { chunk } }, report) {
    for (const script of pod ? scriptsOf(pod) : []) {
      const comment = cutComment(script, chunk);
      const error = scriptErrorOf(script.text);
      if (!comment || !error) continue;
      const written = chunk.text.slice(comment.start, comment.end);
      report({
        node: { start: comment.end - written.trimStart().length, end: comment.end },
        path: script.word.path,
        message: l10n.t(
          'To YAML a comment starts here, so the script is only `{0}`, at which the shell stops: {1}. Quote all of it.',
          shortened(script.word.text),
          complaintOf(script, error),
        ),
        data: { start: script.node.start, end: comment.end },
      });
    }
  },
  fix({ data }, editor) {
    const text = editor.text.slice(data.start, data.end);
    return [suggestion(l10n.t('Quote all of it'), [editor.replace(data, quoted(text, "'"))])];
  },
});
