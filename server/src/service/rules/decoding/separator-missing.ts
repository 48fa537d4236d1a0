import * as l10n from '@vscode/l10n';
import { withComments } from '../../fixes/index.ts';
import type { MapNode, Pair } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<Pair>({
  code: 'separator-missing',
  severity: 'warning',
  hides: true,
  check({ workload: { root } }, report) {
    for (const pair of laterHeads(root)) {
      report({
        node: pair.key,
        path: pair.key.text,
        message: l10n.t(
          'A second manifest starts here without a `---` line before it: kubectl silently keeps only the last of each key, and the manifest above is lost. Add the `---`.',
        ),
        data: pair,
      });
    }
  },
  fix({ data: pair }, { text, style }) {
    const start = withComments(text, pair.start);
    return [suggestion(l10n.t('Add {0}', '---'), [{ start, end: start, text: `---${style.eol}` }])];
  },
});

/** What the second and each further manifest of a document starts with; none in one that stands alone. */
export function laterHeads({ parent, flow, pairs }: MapNode): Pair[] {
  if (parent || flow) return [];
  const [versions = [], kinds = []] = ['apiVersion', 'kind'].map((name) =>
    pairs.filter(({ key }) => key.text === name),
  );
  const heads = versions.map((version, index) => [version, kinds[index]]).slice(1);
  return heads.flatMap(([version, kind]) => (version && kind ? [version.start < kind.start ? version : kind] : []));
}
