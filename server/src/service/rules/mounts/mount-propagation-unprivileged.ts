import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix, removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** validateMountPropagation. */
export default defineRule<ApiObject>({
  code: 'mount-propagation-unprivileged',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const mount of objects.of('core/v1.VolumeMount')) {
      if (mount.string('mountPropagation') !== 'Bidirectional') continue;
      if (mount.container?.object('securityContext')?.boolean('privileged')) continue;
      report({
        node: mount.valueOf('mountPropagation'),
        path: mount.at('mountPropagation'),
        message: l10n.t(
          '`Bidirectional` passes mounts from the container to its node, which only a privileged container may do: the API server refuses it. Write `HostToContainer`, or make the container privileged.',
        ),
        server: ['Forbidden: Bidirectional mount propagation is available only to privileged containers'],
        data: mount,
      });
    }
  },
  fix({ data: mount }, editor) {
    const [field, value] = ['mountPropagation', 'HostToContainer'];
    return [changeFix(mount, field, value, editor), ...removeFix(mount.pair(field), editor)];
  },
});
