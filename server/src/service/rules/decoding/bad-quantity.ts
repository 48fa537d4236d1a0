import * as l10n from '@vscode/l10n';
import { quantityProblem } from '../../schema/quantity.ts';
import type { YamlNode } from '../../yaml/index.ts';
import { defineRule, findingsOf, suggestion } from '../rule.ts';

export default defineRule<{ node: YamlNode; text: string }>({
  code: 'bad-quantity',
  severity: 'error',
  hides: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'bad-quantity')) {
      if (finding.node.kind !== 'scalar') continue;
      const { node, path } = finding;
      report({
        node,
        path,
        message: l10n.t(
          '`{0}` is not a valid quantity: the API server cannot read it. Write a number with a suffix such as `m`, `k`, `M`, `G`, `Ki`, `Mi` or `Gi`: `500m`, `128Mi`.',
          node.text,
        ),
        data: { node, text: node.text },
      });
    }
  },
  fix({ data: { node, text } }, editor) {
    return repairs(text).map((repaired) =>
      suggestion(l10n.t('Change to {0}', repaired), editor.replaceNode(node, repaired)),
    );
  },
});

/** `128MB` -> `128M`, `128Mi`; `1 GiB` and `1gi` -> `1Gi`. */
function repairs(text: string): string[] {
  const match = /^([\d.]+)\s*([kmgtp])(i?)(?:b|bytes?)?$/i.exec(text.trim());
  if (!match) return [];
  const [, number, letter = '', binary] = match;
  const large = letter.toUpperCase();
  const binarySuffix = `${number}${large}i`;
  const decimal = `${number}${large === 'K' ? 'k' : large}`;
  return (binary ? [binarySuffix] : [binarySuffix, decimal]).filter((repaired) => !quantityProblem(repaired));
}
