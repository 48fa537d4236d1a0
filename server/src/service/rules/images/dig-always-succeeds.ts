import * as l10n from '@vscode/l10n';
import { completeArgvs } from '../../model/index.ts';
import type { Span } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { awaitedIn, spanOf } from './programs.ts';

interface Data {
  span: Span;
  /** The name, where there is nothing else but `+short`. */
  name: string | undefined;
}

/** Exit codes of dig: "0: Everything went well, including things like NXDOMAIN" (its manual). */
export default defineRule<Data>({
  code: 'dig-always-succeeds',
  severity: 'warning',
  check({ pod, workload: { chunk } }, report) {
    for (const argv of pod ? completeArgvs(pod) : []) {
      const word = argv.words.find(({ text }) => text.includes('dig'));
      if (!word) continue;
      for (const { words } of awaitedIn(argv)) {
        const span = spanOf(word, words.join(' '), chunk) ?? spanOf(word, 'dig', chunk);
        if (words[0] !== 'dig' || !span) continue;
        const names = words.slice(1).filter((each) => each !== '+short');
        const isWhole = chunk.text.slice(span.start, span.end) !== 'dig';
        report({
          node: span,
          path: word.path,
          message: l10n.t(
            '`dig` exits with 0 even if the name does not exist, so this loop ends at the first answer and does not wait. Use `host` or `nc -z`, which fail then, or test the output: [ -n "$(dig +short …)" ].',
          ),
          data: { span, name: isWhole && names.length === 1 && /^\w/.test(names[0] ?? '') ? names[0] : undefined },
        });
      }
    }
  },
  fix({ data: { span, name } }, editor) {
    if (name === undefined) return [];
    const other = `host ${name}`;
    return [suggestion(l10n.t('Change to {0}', other), [editor.replace(span, other)])];
  },
});
