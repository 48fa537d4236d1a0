import * as l10n from '@vscode/l10n';
import { scalarTypes } from '../../schema/index.ts';
import { isBelowKey, type YamlNode } from '../../yaml/index.ts';
import { actual, wanted } from '../describe.ts';
import { defineRule, findingsOf } from '../rule.ts';
import { isUnquotedString, remedyOf, type WrongType } from './remedies.ts';

export default defineRule<WrongType>({
  code: 'wrong-type',
  severity: 'error',
  hides: true,
  general: true,
  check({ findings, workload: { chunk } }, report) {
    for (const finding of findingsOf(findings, 'wrong-type')) {
      if (isUnquotedString(finding)) continue;
      const { node, path, name, field, item } = finding;
      // its key may stand before a mistake of syntax, and its value behind
      if (node.end > chunk.intact) continue;
      const key = field.map && item && node.parent?.kind === 'pair' ? node.parent.key.text : name;
      const what = item && !field.map ? l10n.t('Each entry of `{0}`', name) : `\`${key}\``;
      const word = wordBelow(finding, chunk.text);
      if (word !== undefined) {
        const message = l10n.t(
          '`{0}` must be an object. If `{1}` is meant as one of its keys, a colon is missing after it.',
          name,
          word,
        );
        report({ node, path, message, data: finding });
        continue;
      }
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

/** A word below a key that wants an object: it may be the key that somebody is typing. */
function wordBelow({ node, field, item }: WrongType, text: string): string | undefined {
  if (item || field.list || scalarTypes.has(field.type) || node.kind !== 'scalar') return undefined;
  return isBelowKey(node, text) && /^[a-zA-Z]+$/.test(node.text) ? node.text : undefined;
}

/** A long node is underlined at its key. */
function underlined(node: YamlNode): YamlNode {
  return node.parent?.kind === 'pair' ? node.parent.key : node;
}
