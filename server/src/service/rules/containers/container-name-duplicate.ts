import * as l10n from '@vscode/l10n';
import type { Container, PodSpec } from '../../model/index.ts';
import { pairOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { freeName } from './names.ts';

export default defineRule<{ container: Container; first: Container }>({
  code: 'container-name-duplicate',
  severity: 'error',
  check({ pod }, report) {
    for (const { container, first } of pod ? duplicates(pod) : []) {
      const { name = '', node, path } = container;
      report({
        node: pairOf(node, 'name')?.value ?? node,
        path: `${path}.name`,
        message: l10n.t(
          'Another container is also named `{0}`: the API server refuses the pod, as containers and init containers share one set of names. Rename one.',
          name,
        ),
        server: [`Duplicate value: ${JSON.stringify(name)}`],
        related: [{ node: pairOf(first.node, 'name')?.value ?? first.node, message: l10n.t('The other `{0}`', name) }],
        data: { container, first },
      });
    }
  },
  fix({ data: { container, first } }, editor) {
    const { name = '', node, pod } = container;
    const value = pairOf(node, 'name')?.value;
    // one that is an alias of the other, or merged with it, has no name of its own
    if (value?.kind !== 'scalar' || value === pairOf(first.node, 'name')?.value) return [];
    const free = freeName(name, pod);
    return [suggestion(l10n.t('Rename to {0}', free), editor.replaceNode(value, free))];
  },
});

/**
 * In the order of the API server, which takes the containers first: of an init container and a container of one name the
 * init container is refused (validateContainers, validateInitContainers, validateEphemeralContainers).
 */
function duplicates({
  containers,
  initContainers,
  ephemeralContainers,
}: PodSpec): { container: Container; first: Container }[] {
  const byName = new Map<string, Container>();
  return [...containers, ...initContainers, ...ephemeralContainers].flatMap((container) => {
    if (!container.name) return [];
    const first = byName.get(container.name);
    if (!first) byName.set(container.name, container);
    return first ? [{ container, first }] : [];
  });
}
