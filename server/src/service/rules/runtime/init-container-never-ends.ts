import * as l10n from '@vscode/l10n';
import { type Container, commandFields, keyOrStart, runTime, titleOf } from '../../model/index.ts';
import { pairOf, valueAt } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

export default defineRule<Container>({
  code: 'init-container-never-ends',
  severity: 'warning',
  check({ pod }, report) {
    const inits = pod?.initContainers ?? [];
    for (const container of inits) {
      if (container.role !== 'init' || !runTime(container).endless) continue;
      report({
        node: underlined(container),
        path: container.path,
        message: l10n.t(
          'Init container `{0}` never ends, so nothing after it starts: the pod stays in `Init:{1}/{2}` and the app in `PodInitializing`. Add `restartPolicy: Always` to run it beside the app, or let it end.',
          titleOf(container),
          inits.filter(({ index, role }) => role === 'init' && index < container.index).length,
          inits.length,
        ),
        data: container,
      });
    }
  },
  fix({ data: { node } }, editor) {
    const policy = pairOf(node, 'restartPolicy');
    const edits = policy
      ? editor.replaceNode(policy.value, 'Always')
      : editor.insertPair(node, 'restartPolicy', 'Always', ['name', 'image']);
    return [suggestion(l10n.t('Make it a sidecar (restartPolicy: Always)'), edits)];
  },
});

/** The key of the command that does not end; the image where it is that of a server. */
function underlined(container: Container) {
  const own = commandFields(container).filter(({ action }) => action === undefined);
  return own.at(-1)?.pair.key ?? valueAt(container.node, 'image') ?? keyOrStart(container.node, 'image');
}
