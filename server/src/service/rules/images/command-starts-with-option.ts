import * as l10n from '@vscode/l10n';
import { completeArgvs, hasEntrypoint, type Word } from '../../model/index.ts';
import { pairOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<Word>({
  code: 'command-starts-with-option',
  severity: 'warning',
  check({ pod }, report) {
    for (const { words, entrypoint } of pod ? completeArgvs(pod) : []) {
      const [first] = words;
      if (entrypoint || !first || !/^-{1,2}[A-Za-z]/.test(first.text)) continue;
      report({
        node: first.node,
        path: first.path,
        message:
          first.field.action === undefined
            ? l10n.t(
                '`command` replaces the ENTRYPOINT of the image, so this is taken as the program: exec: "{0}": executable file not found in $PATH. Write options for the ENTRYPOINT as `args`.',
                first.text,
              )
            : l10n.t(
                'The first item is taken as the program: exec: "{0}": executable file not found in $PATH. Name the program before its options.',
                first.text,
              ),
        data: first,
      });
    }
  },
  fix({ data: { text, field } }, editor) {
    const { pair, node, container, action } = field;
    if (/^-[a-z]*c$/.test(text)) {
      const edits = node.kind === 'seq' ? editor.insertItems(node, 0, ['sh']) : [];
      return [suggestion(l10n.t('Insert {0}', 'sh'), edits)];
    }
    const isForArgs =
      action === undefined && !pairOf(container.node, 'args') && hasEntrypoint(container.image) !== false;
    return isForArgs ? [suggestion(l10n.t('Rename to {0}', 'args'), editor.renameKey(pair, 'args'))] : [];
  },
});
