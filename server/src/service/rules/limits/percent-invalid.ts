import * as l10n from '@vscode/l10n';
import { stringOf } from '../../yaml/index.ts';
import { defineRule, type Fix, findingsOf, suggestion } from '../rule.ts';
import type { BadFormat } from './format.ts';

export default defineRule<BadFormat>({
  code: 'percent-invalid',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'bad-format')) {
      const { path, node, format, server } = finding;
      if (format.name === 'percent') report({ node, path, message: explain(finding), server, data: finding });
    }
  },
  fix({ data: { written, text, format } }, editor) {
    if (written.kind === 'pair' || stringOf(written) === undefined) return [];
    const fixes: Fix[] = [];
    const change = (value: string | number) =>
      suggestion(l10n.t('Change to {0}', value), editor.replaceNode(written, value));
    // a number in quotes
    if (/^\d{1,9}$/.test(text.trim())) fixes.push(change(Number(text)));
    const mended = format.mend?.(text);
    return mended ? [...fixes, change(mended)] : fixes;
  },
});

function explain({ text, name }: BadFormat): string {
  return /^\d+%$/.test(text)
    ? l10n.t(
        '`{0}` is `{1}`, but no more than all pods can be unavailable: the API server accepts at most `100%`. Lower it.',
        name,
        text,
      )
    : l10n.t(
        '`{0}` is `{1}`, which is not a percentage: the API server accepts a number without quotes, or digits followed by `%`, such as `25%`. Change it.',
        name,
        text,
      );
}
