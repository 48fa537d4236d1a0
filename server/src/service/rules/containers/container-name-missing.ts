import * as l10n from '@vscode/l10n';
import { type Container, containersOf, keyOrStart } from '../../model/index.ts';
import { pairOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { isUnset } from './fields.ts';
import { nameFor } from './names.ts';

export default defineRule<Container>({
  code: 'container-name-missing',
  severity: 'error',
  check({ pod }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      if (!isUnset(container, 'name')) continue;
      report({
        node: keyOrStart(container.node, 'name'),
        path: `${container.path}.name`,
        message: l10n.t(
          'This container has no name: the API server refuses it ("{0}.name: Required value"). Add `name`, in lower case and unique in the pod.',
          container.path,
        ),
        data: container,
      });
    }
  },
  fix({ data: { node, image, pod } }, editor) {
    const name = nameFor(image, pod);
    if (!name) return [];
    const pair = pairOf(node, 'name');
    const edits = pair ? editor.replaceNode(pair.value, name) : editor.prependPair(node, 'name', name);
    return [suggestion(l10n.t('Name it {0}', name), edits)];
  },
});
