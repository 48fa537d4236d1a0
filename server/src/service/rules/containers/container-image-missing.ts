import * as l10n from '@vscode/l10n';
import { defineRule, findingsOf } from '../rule.ts';
import { isContainer, titleOf } from './containers.ts';

export default defineRule({
  code: 'container-image-missing',
  severity: 'error',
  whole: true,
  check({ findings }, report) {
    for (const { object, name, node, path, server } of findingsOf(findings, 'required')) {
      if (!isContainer(object) || name !== 'image') continue;
      report({
        node,
        path,
        message: l10n.t(
          'Container `{0}` has no `image`: the API server refuses it. Add one with its tag, such as `nginx:1.27`.',
          titleOf(object),
        ),
        server,
      });
    }
  },
});
