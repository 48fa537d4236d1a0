import * as l10n from '@vscode/l10n';
import { type Editor, withComments } from '../../fixes/index.ts';
import type { MapNode, Pair } from '../../yaml/index.ts';
import { defineRule, type Fix, findingsOf, suggestion } from '../rule.ts';

export default defineRule<{ pair: Pair; kept: Pair }>({
  code: 'duplicate-key',
  severity: 'warning',
  hides: true,
  check({ findings }, report) {
    for (const finding of findingsOf(findings, 'duplicate-key')) {
      const { pair, kept, path } = finding;
      report({
        node: pair.key,
        path,
        message: secondStart(pair.parent) === undefined ? repeated(pair) : unseparated(pair),
        related: [{ node: kept.key, message: l10n.t('This one is kept') }],
        data: { pair, kept },
      });
    }
  },
  fix({ data: { pair, kept } }, editor) {
    const fixes: Fix[] = separatorFix(pair, editor);
    const merged = editor.mergePair(pair, kept);
    if (merged) fixes.push(suggestion(l10n.t('Merge both into one'), merged));
    fixes.push(suggestion(l10n.t('Remove this one'), editor.removePair(pair)));
    return fixes;
  },
});

function repeated({ key }: Pair): string {
  return l10n.t(
    '`{0}` is written twice here: kubectl silently keeps the last one and this one is lost. Merge them, or remove one.',
    key.text,
  );
}

function unseparated({ key }: Pair): string {
  return l10n.t(
    '`{0}` is written twice here, as a `---` is missing between two manifests: kubectl silently keeps the last of each key and the first manifest is lost. Add the `---`.',
    key.text,
  );
}

/** Where the last of several manifests in one document starts; undefined where there is but one. */
function secondStart({ parent, flow, pairs }: MapNode): number | undefined {
  if (parent || flow) return undefined;
  const heads = ['apiVersion', 'kind'].map((name) => pairs.filter(({ key }) => key.text === name));
  return heads.every(({ length }) => length > 1)
    ? Math.min(...heads.flatMap((head) => head.at(-1)?.start ?? []))
    : undefined;
}

function separatorFix({ parent }: Pair, { text, style }: Editor): Fix[] {
  const second = secondStart(parent);
  if (second === undefined) return [];
  const start = withComments(text, second);
  return [suggestion(l10n.t('Add {0}', '---'), [{ start, end: start, text: `---${style.eol}` }])];
}
