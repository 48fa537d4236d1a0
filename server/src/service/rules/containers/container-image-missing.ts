import * as l10n from '@vscode/l10n';
import { containersOf, keyOrStart, titleOf } from '../../model/index.ts';
import { defineRule } from '../rule.ts';
import { isUnset } from './fields.ts';

export default defineRule({
  code: 'container-image-missing',
  severity: 'error',
  check({ pod }, report) {
    for (const container of pod ? containersOf(pod) : []) {
      if (!isUnset(container, 'image')) continue;
      report({
        node: keyOrStart(container.node, 'image'),
        path: `${container.path}.image`,
        message: l10n.t(
          'Container {0} has no image: the API server refuses it ("{1}.image: Required value"). Add `image` with its tag, such as nginx:1.27.',
          titleOf(container),
          container.path,
        ),
      });
    }
  },
});
