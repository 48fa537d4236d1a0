import * as l10n from '@vscode/l10n';
import type { LimitFinding } from '../../schema/limits.ts';
import { listed, shown } from '../describe.ts';
import { defineRule, findingsOf, safe } from '../rule.ts';
import { valueFixes } from '../values.ts';

type Unsupported = Extract<LimitFinding, { kind: 'unsupported-value' }>;

export default defineRule<Unsupported>({
  code: 'unsupported-value',
  severity: 'error',
  general: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'unsupported-value')) {
      const { path, node, name, value, values, server } = finding;
      const list = listed(values);
      report({
        node,
        path,
        message: sameLetters(finding)
          ? l10n.t(
              '`{0}` is not a valid `{1}`, which is case-sensitive: the API server refuses it. Write one of {2}.',
              shown(value),
              name,
              list,
            )
          : l10n.t(
              '`{0}` is not a valid `{1}`: the API server refuses it. Write one of {2}.',
              shown(value),
              name,
              list,
            ),
        server,
        data: finding,
      });
    }
  },
  fix({ data }, editor) {
    const { written, value, values } = data;
    if (!written) return [];
    const same = sameLetters(data);
    if (same) return [safe(l10n.t('Change to {0}', same), editor.replaceNode(written, same))];
    return valueFixes(written, value, values, editor);
  },
});

/** The value that differs only in upper and lower case. */
function sameLetters({ value, values }: Unsupported): string | undefined {
  return values.find((each) => each !== '' && each.toLowerCase() === value.trim().toLowerCase());
}
