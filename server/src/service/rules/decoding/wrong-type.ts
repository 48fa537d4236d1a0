import * as l10n from '@vscode/l10n';
import type { YamlNode } from '../../yaml/index.ts';
import { actual, wanted } from '../describe.ts';
import { defineRule, findingsOf } from '../rule.ts';
import { isUnquotedString, remedyOf, type WrongType } from './remedies.ts';

export default defineRule<WrongType>({
  code: 'wrong-type',
  severity: 'error',
  general: true,
  check({ findings, workload: { chunk } }, report) {
    for (const finding of findingsOf(findings, 'wrong-type')) {
      if (isUnquotedString(finding)) continue;
      const { node, path, name, field, item } = finding;
      // its key may stand before a mistake of syntax, and its value behind
      if (node.end > chunk.intact) continue;
      const key = field.map && item && node.parent?.kind === 'pair' ? node.parent.key.text : name;
      const what = item && !field.map ? l10n.t('Each entry of `{0}`', name) : `\`${key}\``;
      const is = l10n.t(
        '{0} must be {1}, but this is {2}: the API server refuses it.',
        what,
        wanted(field, item),
        actual(node),
      );
      report({
        node: node.kind === 'scalar' ? node : underlined(node),
        path,
        message: `${is} ${remedyOf(finding).advice}`,
        data: finding,
      });
    }
  },
  fix({ data }, editor) {
    return remedyOf(data).fixes(editor);
  },
});

/** A long node is underlined at its key. */
function underlined(node: YamlNode): YamlNode {
  return node.parent?.kind === 'pair' ? node.parent.key : node;
}
