import * as l10n from '@vscode/l10n';
import type { Format } from '../../schema/formats/index.ts';
import type { LimitFinding } from '../../schema/limits.ts';
import { stringOf } from '../../yaml/index.ts';
import { defineRule, findingsOf, type Rule, suggestion } from '../rule.ts';

export type BadFormat = Extract<LimitFinding, { kind: 'bad-format' }>;

/**
 * A rule for texts that do not have the form of some formats: it tells what the form is, and offers the text most like it.
 * @param isAbout whether it tells of a format
 * @param explain the message for one such text
 */
export function formatRule(
  code: string,
  isAbout: (format: Format) => boolean,
  explain: (finding: BadFormat) => string,
): Rule {
  return defineRule<BadFormat>({
    code,
    severity: 'error',
    general: true,
    check({ findings }, report) {
      for (const finding of findingsOf(findings, 'bad-format')) {
        if (!isAbout(finding.format)) continue;
        const { path, node, server } = finding;
        report({ node, path, message: explain(finding), server, data: finding });
      }
    },
    fix({ data: { format, text, written } }, editor) {
      const mended = format.mend?.(text);
      if (mended === undefined || mended === text || format.problems(mended).length > 0) return [];
      const title = l10n.t('Change to {0}', mended);
      if (written.kind === 'pair') return [suggestion(title, editor.renameKey(written, mended))];
      return stringOf(written) === undefined ? [] : [suggestion(title, editor.replaceNode(written, mended))];
    },
  });
}
