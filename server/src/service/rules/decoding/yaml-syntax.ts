import * as l10n from '@vscode/l10n';
import type { SyntaxProblem } from '../../yaml/index.ts';
import { defineRule, safe } from '../rule.ts';

export default defineRule<SyntaxProblem>({
  code: 'yaml-syntax',
  severity: 'error',
  check({ workload }, report) {
    // the first mistake is the one to mend: what follows it is often its consequence
    const [first] = [...workload.chunk.problems].sort((a, b) => a.start - b.start);
    if (!first || workload.item) return;
    const node = { start: first.start, end: Math.max(first.end, first.start + 1) };
    report({ node, path: '', message: explain(first), data: first });
  },
  fix({ data }, editor) {
    if (data.code !== 'TAB_AS_INDENT') return [];
    const edits = [...editor.text.matchAll(/^[^\S\n]*\t[^\S\n]*/gm)].map(({ index, 0: indent }) =>
      editor.replace({ start: index, end: index + indent.length }, indent.replaceAll('\t', ' '.repeat(editor.style.indent))),
    );
    return [safe(l10n.t('Indent with spaces'), edits)];
  },
});

function explain({ code, message }: SyntaxProblem): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return l10n.t('This line is indented with a tab, which YAML does not allow: kubectl cannot read the file. Use spaces.');
    case 'BAD_SCALAR_START':
      return l10n.t('A value cannot start with this character unless it is quoted: kubectl cannot read the file. Quote the value.');
    case 'BLOCK_AS_IMPLICIT_KEY':
      return l10n.t('A second `: ` on one line makes no sense to YAML: kubectl cannot read the file. Quote the value, or put it on a line of its own.');
    case 'UNKNOWN_ANCHOR':
      return l10n.t('No anchor of this name comes before it: kubectl cannot read the file. Define it with `&`, or quote the value if it is no alias.');
    case 'NOT_JSON':
      return l10n.t('JSON has no infinity and no NaN, so kubectl cannot send this value. Quote it if it is a text.');
    case 'NULL_KEY':
      return l10n.t('A key must be a text: kubectl cannot turn this into JSON. Quote the key if it is one.');
    case 'MISSING_CHAR':
      return l10n.t('Something is missing here: kubectl cannot read the file ({0}). A key needs a colon after it; a quote or bracket must be closed.', message);
    default:
      return l10n.t('kubectl cannot read the file: this is no YAML ({0}).', message);
  }
}
