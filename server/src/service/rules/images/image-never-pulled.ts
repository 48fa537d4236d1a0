import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** The kubelet's own words: ErrImageNeverPull (pkg/kubelet/images). */
export default defineRule<ApiObject>({
  code: 'image-never-pulled',
  severity: 'hint',
  check({ objects }, report) {
    for (const container of objects.of('core/v1.Container')) {
      const image = container.string('image');
      if (!image || container.string('imagePullPolicy') !== 'Never') continue;
      report({
        node: container.valueOf('imagePullPolicy'),
        path: container.at('imagePullPolicy'),
        message: l10n.t(
          'The image is never pulled, so the container starts only on nodes that already have it: "Container image "{0}" is not present with pull policy of Never". Use `IfNotPresent` to pull it where it is missing.',
          image,
        ),
        data: container,
      });
    }
  },
  fix: ({ data: container }, editor) => [changeFix(container, 'imagePullPolicy', 'IfNotPresent', editor)],
});
