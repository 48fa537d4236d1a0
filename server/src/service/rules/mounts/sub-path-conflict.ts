import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

/** ValidateVolumeMounts. */
export default defineRule<ApiObject>({
  code: 'sub-path-conflict',
  severity: 'error',
  check({ objects }, report) {
    for (const mount of objects.of('core/v1.VolumeMount')) {
      const [path, expression] = [mount.string('subPath'), mount.string('subPathExpr')];
      if (!path || !expression) continue;
      report({
        node: mount.keyOf('subPathExpr'),
        path: mount.at('subPathExpr'),
        message: l10n.t(
          'A mount shows one part of its volume, given by `subPath` or by `subPathExpr`: the API server refuses both together. Remove one of them.',
        ),
        server: [`Invalid value: ${JSON.stringify(expression)}: subPathExpr and subPath are mutually exclusive`],
        related: [{ node: mount.keyOf('subPath'), message: l10n.t('The `subPath`') }],
        data: mount,
      });
    }
  },
  fix({ data: mount }, editor) {
    return ['subPathExpr', 'subPath'].flatMap((field) => removeFix(mount.pair(field), editor));
  },
});
