import * as l10n from '@vscode/l10n';
import { labelValue } from '../../schema/formats/index.ts';
import { isNull, stringOf, type YamlNode } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

interface Data {
  written: YamlNode;
  text: string;
}

/** GetWarningsForNodeSelectorTerm, since 1.33; in a required term the value is refused (ValidateNodeSelectorRequirement). */
export default defineRule<Data>({
  code: 'node-label-value-invalid',
  severity: 'warning',
  check({ objects, minor }, report) {
    for (const requirement of objects.of('core/v1.NodeSelectorRequirement')) {
      if (requirement.field !== 'matchExpressions') continue;
      if (!requirement.around('core/v1.PreferredSchedulingTerm')) continue;
      for (const { node, span, path } of requirement.values('values')) {
        const text = isNull(node) ? '' : (stringOf(node) ?? '');
        const problems = labelValue.problems(text);
        if (problems.length === 0) continue;
        report({
          node: span,
          path,
          message: l10n.t(
            'No node can have the label value `{0}`, so this preference has no effect. A label value has at most 63 letters, digits, `-`, `_` and `.`, and starts and ends with a letter or digit. Write it as the nodes have it.',
            text,
          ),
          server: minor >= 33 ? problems.map((words) => `${text} is invalid, ${words}`) : [],
          data: { written: node, text },
        });
      }
    }
  },
  fix({ data: { written, text } }, editor) {
    const mended = labelValue.mend?.(text);
    return mended ? [suggestion(l10n.t('Change to {0}', mended), editor.replaceNode(written, mended))] : [];
  },
});
