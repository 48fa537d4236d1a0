import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { allContainers } from '../containers/containers.ts';
import { removeEntry } from '../fields.ts';
import { repeats } from '../repeats.ts';
import { defineRule, suggestion } from '../rule.ts';

/** ValidateVolumeMounts. */
export default defineRule<ApiObject>({
  code: 'mount-path-duplicate',
  severity: 'error',
  check({ objects }, report) {
    const mounts = allContainers({ objects }).flatMap((container) =>
      repeats(container.objects('volumeMounts'), 'mountPath'),
    );
    for (const { again, first, text } of mounts) {
      report({
        node: again.valueOf('mountPath'),
        path: again.at('mountPath'),
        message: l10n.t(
          'Two volumes are mounted at `{0}` in this container, where only one could be seen: the API server refuses it. Give one of the mounts another path, or remove it.',
          text,
        ),
        server: [`Invalid value: ${JSON.stringify(text)}: must be unique`],
        related: [{ node: first.valueOf('mountPath'), message: l10n.t('The other mount on this path') }],
        data: again,
      });
    }
  },
  fix({ data: mount }, editor) {
    return [suggestion(l10n.t('Remove this mount'), removeEntry(mount, editor))];
  },
});
