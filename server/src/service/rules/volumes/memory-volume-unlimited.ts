import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { setField } from '../fields.ts';
import { defineRule, suggestion } from '../rule.ts';

/** A beginning: what fits, only the author knows. */
const usualLimit = '64Mi';

/** Memory-backed volumes without a limit get the size of the memory that pods may take of the node (calculateEmptyDirMemorySize). */
export default defineRule<ApiObject>({
  code: 'memory-volume-unlimited',
  severity: 'hint',
  whole: true,
  check({ objects }, report) {
    for (const source of objects.of('core/v1.EmptyDirVolumeSource')) {
      if (source.string('medium') !== 'Memory' || source.has('sizeLimit')) continue;
      report({
        node: source.valueOf('medium'),
        path: source.at('sizeLimit'),
        message: l10n.t(
          'Files in this volume count as memory of the containers that write them, and nothing limits them: the container is killed (`OOMKilled`) when it reaches its memory limit. Add a `sizeLimit`.',
        ),
        data: source,
      });
    }
  },
  fix: ({ data: source }, editor) => [
    suggestion(
      l10n.t('Add {0}: {1}', 'sizeLimit', usualLimit),
      setField(source, 'sizeLimit', usualLimit, editor, ['medium']),
    ),
  ],
});
