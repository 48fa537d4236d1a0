import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule, findingsOf, suggestion } from '../rule.ts';
import { isContainer } from './containers.ts';
import { nameFor } from './names.ts';

export default defineRule<ApiObject>({
  code: 'container-name-missing',
  severity: 'error',
  whole: true,
  check({ findings }, report) {
    for (const { object, name, node, path, server } of findingsOf(findings, 'required')) {
      if (!isContainer(object) || name !== 'name') continue;
      report({
        node,
        path,
        message: l10n.t(
          'This container has no name: the API server refuses it. Add a `name` in lowercase that no other container of the pod has.',
        ),
        server,
        data: object,
      });
    }
  },
  fix({ data: object, workload: { pod } }, editor) {
    const { node } = object;
    const name = pod && nameFor(object.string('image'), pod);
    if (!name || !node) return [];
    const pair = object.pair('name');
    const edits = pair ? editor.replaceNode(pair.value, name) : editor.prependPair(node, 'name', name);
    return [suggestion(l10n.t('Name it {0}', name), edits)];
  },
});
