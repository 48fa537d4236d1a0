import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { stringOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

const [orphan, foreground] = ['orphan', 'foregroundDeletion'];

/** ValidateFinalizers */
export default defineRule<ApiObject>({
  code: 'finalizer-conflict',
  severity: 'error',
  check({ objects }, report) {
    for (const metadata of objects.of('meta/v1.ObjectMeta')) {
      const [first, second] = metadata
        .values('finalizers')
        .filter(({ node }) => [orphan, foreground].includes(stringOf(node) ?? ''));
      const names = metadata.strings('finalizers');
      if (metadata.parent?.parent || !first || !names.includes(orphan) || !names.includes(foreground)) continue;
      report({
        node: second?.span ?? first.span,
        path: metadata.at('finalizers'),
        message: l10n.t(
          'When the object is deleted, `{0}` keeps the objects that it owns, while `{1}` deletes them first: the API server refuses both together. Remove one of them.',
          orphan,
          foreground,
        ),
        server: [`Invalid value: ${JSON.stringify(names)}: finalizer ${orphan} and ${foreground} cannot be both set`],
        related: [{ node: first.span, message: l10n.t('The other') }],
        data: metadata,
      });
    }
  },
  fix({ data: metadata }, editor) {
    const list = metadata.value('finalizers');
    if (list?.kind !== 'seq') return [];
    return [foreground, orphan].map((name) => {
      const index = metadata.values('finalizers').findIndex(({ node }) => stringOf(node) === name);
      return suggestion(l10n.t('Remove {0}', name), editor.removeItem(list, index));
    });
  },
});
