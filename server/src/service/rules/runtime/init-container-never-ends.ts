import * as l10n from '@vscode/l10n';
import { type Container, runTime, titleOf } from '../../model/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { alwaysRestarted } from './native-sidecar.ts';
import { runningField } from './running.ts';

export default defineRule<Container>({
  code: 'init-container-never-ends',
  severity: 'warning',
  whole: true,
  check({ pod }, report) {
    const inits = pod?.initContainers ?? [];
    for (const container of inits) {
      if (container.role !== 'init' || !runTime(container).endless) continue;
      report({
        node: runningField(container).node,
        path: container.path,
        message: l10n.t(
          'Init container `{0}` never ends, so no container after it starts: the pod stays in `Init:{1}/{2}`. Add `restartPolicy: Always` to make it a sidecar, or let it end.',
          titleOf(container),
          inits.filter(({ index, role }) => role === 'init' && index < container.index).length,
          inits.length,
        ),
        data: container,
      });
    }
  },
  fix({ data: container }, editor) {
    const edits = alwaysRestarted(container, editor);
    return [suggestion(l10n.t('Make it a sidecar (restartPolicy: Always)'), edits)];
  },
});
