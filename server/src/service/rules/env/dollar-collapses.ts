import * as l10n from '@vscode/l10n';
import { completeArgvs, isWindows } from '../../model/index.ts';
import type { Span } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { isHook, scriptIndex } from './references.ts';

/**
 * `$$` that a script uses for the number of its process. In front of a name or a bracket it is what keeps Kubernetes or
 * make from replacing something.
 * Source: k8s.io/kubernetes/third_party/forked/golang/expansion.
 */
export default defineRule<Span>({
  code: 'dollar-collapses',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    if (!pod || isWindows(pod)) return;
    for (const argv of completeArgvs(pod)) {
      if (isHook(argv.action)) continue;
      const word = argv.words[scriptIndex(argv) ?? -1];
      if (!word?.text.includes('$$')) continue;
      for (const span of processIds(chunk.text, word.node)) {
        report({
          node: span,
          path: word.path,
          message: l10n.t(
            'Kubernetes turns `$$` into a single `$` before the shell sees it, so this is not the process ID. Write `$$$$`.',
          ),
          data: span,
        });
      }
    }
  },
  fix({ data }, editor) {
    return [suggestion(l10n.t('Change to {0}', '$$$$'), [editor.replace(data, '$$$$')])];
  },
});

/** Where the shell is to see `$$`: with nothing behind it that makes it another variable, and in no pattern. */
function processIds(source: string, node: Span): Span[] {
  return [...visible(source.slice(node.start, node.end)).matchAll(/(?<!\$)\$\$(?![\w({@*#?!$])/g)].flatMap(
    ({ index, input }) => {
      const line = input.slice(input.lastIndexOf('\n', index) + 1, index);
      const start = node.start + index;
      return patterns.test(line) ? [] : [{ start, end: start + 2 }];
    },
  );
}

/** Programs to whose patterns a `$` is the end of a line. */
const patterns = /\b(?:e?grep|sed|awk|perl|expr)\b/;

/** A script as it is written, blanks in place of its comments and of what is in single quotes. */
function visible(written: string): string {
  const script = written.startsWith("'") ? ` ${written.slice(1, -1).replaceAll("''", "' ")} ` : written;
  return script.replace(/\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|(?<![^\s;])#.*/g, (piece) =>
    /^['#]/.test(piece) ? ' '.repeat(piece.length) : piece,
  );
}
