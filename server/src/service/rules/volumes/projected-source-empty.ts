import * as l10n from '@vscode/l10n';
import { fieldsOf } from '../../schema/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { isNull } from '../../yaml/index.ts';
import { removeEntry } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** warningsForOverlappingVirtualPaths, since 1.32 */
export default defineRule<ApiObject>({
  code: 'projected-source-empty',
  severity: 'warning',
  whole: true,
  check({ objects, minor }, report) {
    for (const source of objects.of('core/v1.VolumeProjection')) {
      if (source.unknown.length > 0 || isWritten(source)) continue;
      const volume = source.around('core/v1.Volume')?.string('name') ?? '';
      report({
        node: source.start,
        path: source.path,
        message: l10n.t(
          'This entry of `sources` names no source, so it adds no files to the volume. Write one, such as `configMap`, or remove it.',
        ),
        server: minor >= 32 ? [`volume ${JSON.stringify(volume)} (Projected) has no sources provided`] : [],
        data: source,
      });
    }
  },
  fix({ data: source }, editor) {
    return [suggestion(l10n.t('Remove this entry'), removeEntry(source, editor))];
  },
});

/** Whether a source is written, be it one that the API server drops, which is told of by itself. */
function isWritten(source: ApiObject): boolean {
  return Object.keys(fieldsOf(source.type) ?? {}).some((name) => {
    const pair = source.pair(name);
    return pair !== undefined && !isNull(pair.value);
  });
}
