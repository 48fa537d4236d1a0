import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** ValidatePodCreate, ValidatePodTemplateSpec. */
export default defineRule<ApiObject>({
  code: 'ephemeral-containers-in-manifest',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      if (!spec.has('ephemeralContainers') || spec.isEmpty('ephemeralContainers')) continue;
      report({
        node: spec.keyOf('ephemeralContainers'),
        path: spec.at('ephemeralContainers'),
        message: l10n.t(
          'Ephemeral containers can only be added to a pod that already runs: the API server refuses them in a manifest. Remove them, and use `kubectl debug`.',
        ),
        server: [
          spec.root.type === 'core/v1.Pod'
            ? 'Forbidden: cannot be set on create'
            : 'Forbidden: ephemeral containers not allowed in pod template',
        ],
        data: spec,
      });
    }
  },
  fix({ data: spec }, editor) {
    const field = 'ephemeralContainers';
    return removeFix(spec.pair(field), editor);
  },
});
