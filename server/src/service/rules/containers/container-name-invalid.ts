import * as l10n from '@vscode/l10n';
import { type Container, containersOf } from '../../model/index.ts';
import { pairOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { freeName, labelProblem, renameReferences, toLabel } from './names.ts';

export default defineRule<Container>({
  code: 'container-name-invalid',
  severity: 'error',
  check({ pod }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      const { name, node, path } = container;
      const problem = name ? labelProblem(name) : undefined;
      if (!name || !problem) continue;
      report({
        node: pairOf(node, 'name')?.value ?? node,
        path: `${path}.name`,
        message:
          problem === 'length'
            ? l10n.t(
                'The name of a container may have 63 characters, but this has {0}: the API server refuses it. Shorten it.',
                name.length,
              )
            : l10n.t(
                '`{0}` is no name for a container: the API server refuses all but lower case letters, digits and `-`, and `-` at either end ("RFC 1123 label"). Change it.',
                name,
              ),
        data: container,
      });
    }
  },
  fix({ data: { name = '', node, pod }, workload }, editor) {
    const value = pairOf(node, 'name')?.value;
    const label = toLabel(name);
    if (!label || value?.kind !== 'scalar') return [];
    const free = freeName(label, pod);
    const edits = [...editor.replaceNode(value, free), ...renameReferences(workload.root, name, free, editor)];
    return [suggestion(l10n.t('Rename to {0}', free), edits)];
  },
});
