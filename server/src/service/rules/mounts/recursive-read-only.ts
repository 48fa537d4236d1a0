import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix, setFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Data {
  mount: ApiObject;
  isWritable: boolean;
  propagates: boolean;
}

/** validateMountRecursiveReadOnly. */
export default defineRule<Data>({
  code: 'recursive-read-only',
  severity: 'error',
  check({ objects }, report) {
    for (const mount of objects.of('core/v1.VolumeMount')) {
      if (!['Enabled', 'IfPossible'].includes(mount.string('recursiveReadOnly') ?? '')) continue;
      const isWritable = !mount.boolean('readOnly');
      const propagates = mount.has('mountPropagation') && mount.string('mountPropagation') !== 'None';
      if (!isWritable && !propagates) continue;
      report({
        node: mount.valueOf('recursiveReadOnly'),
        path: mount.at('recursiveReadOnly'),
        message: isWritable
          ? l10n.t(
              '`recursiveReadOnly` also makes everything mounted below read-only, but the mount itself is not: the API server refuses it. Add `readOnly: true`.',
            )
          : l10n.t(
              'A mount that is recursively read-only cannot propagate mounts: the API server refuses `recursiveReadOnly` with `mountPropagation`. Remove one of them.',
            ),
        server: [
          ...(isWritable ? ['Forbidden: may only be specified when readOnly is true'] : []),
          ...(propagates ? ['Forbidden: may only be specified when mountPropagation is None or not specified'] : []),
        ],
        data: { mount, isWritable, propagates },
      });
    }
  },
  fix({ data: { mount, isWritable, propagates } }, editor) {
    const fields = ['recursiveReadOnly', ...(isWritable ? [] : ['mountPropagation'])];
    const removals = fields.flatMap((field) => removeFix(mount.pair(field), editor));
    if (!isWritable || propagates) return removals;
    return [setFix(mount, 'readOnly', true, editor, ['name', 'mountPath']), ...removals];
  },
});
