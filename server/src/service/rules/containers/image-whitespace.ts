import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { deref } from '../../yaml/index.ts';
import { defineRule, safe } from '../rule.ts';
import { allContainers, isEphemeral } from './containers.ts';

const blank = '[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const isPadded = new RegExp(`^${blank}|${blank}$`);

/** validateContainerOnlyForPod: the template of a workload may have such an image, the pods made of it may not. */
export default defineRule<ApiObject>({
  code: 'image-whitespace',
  severity: 'error',
  check({ objects }, report) {
    for (const container of allContainers({ objects })) {
      const image = container.string('image');
      if (!image || !isPadded.test(image)) continue;
      const isRefused = container.root.type === 'core/v1.Pod' || isEphemeral(container);
      report({
        node: container.valueOf('image'),
        path: container.at('image'),
        severity: isRefused ? 'error' : 'warning',
        message: isRefused
          ? l10n.t('There is whitespace before or after the image name: the API server refuses the pod. Remove it.')
          : l10n.t(
              'There is whitespace before or after the image name: the API server accepts it here, but refuses every pod made from this template. Remove it.',
            ),
        server: isRefused
          ? [`Invalid value: ${JSON.stringify(image)}: must not have leading or trailing whitespace`]
          : [],
        data: container,
      });
    }
  },
  fix({ data: container }, editor) {
    const image = container.string('image')?.trim();
    const node = deref(container.pair('image')?.value);
    return image && node ? [safe(l10n.t('Change to {0}', image), editor.replaceNode(node, image))] : [];
  },
});
