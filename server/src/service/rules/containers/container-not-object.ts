import * as l10n from '@vscode/l10n';
import { containerLists } from '../../model/index.ts';
import type { Finding } from '../../schema/decode.ts';
import { stringOf } from '../../yaml/index.ts';
import { actual } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';
import { isImage, nameFor } from './names.ts';

type Entry = Extract<Finding, { kind: 'wrong-type' | 'null-item' }>;

export default defineRule<Entry>({
  code: 'container-not-object',
  severity: 'error',
  hides: true,
  check({ findings }, report) {
    for (const finding of findings) {
      if (finding.kind !== 'null-item' && !(finding.kind === 'wrong-type' && finding.item)) continue;
      if (finding.owner !== 'core/v1.PodSpec' || !containerLists.some((list) => list === finding.name)) continue;
      const { node, path, name } = finding;
      report({
        node: node.end > node.start ? node : { start: Math.max(0, node.start - 1), end: node.start },
        path,
        message:
          finding.kind === 'null-item'
            ? l10n.t(
                'This entry of `{0}` is empty: the API server refuses a container without `name` and `image`. Fill it in, or remove it.',
                name,
              )
            : l10n.t(
                'Each entry of `{0}` must be an object, but this is {1}: the API server refuses it. Write it as `name:` and `image:`.',
                name,
                actual(node),
              ),
        data: finding,
      });
    }
  },
  fix({ data: { kind, node, name }, workload: { pod } }, editor) {
    const list = node.parent;
    if (!pod || list?.kind !== 'seq') return [];
    if (kind === 'null-item') {
      // without any entry the list would be refused again
      if (name === 'containers' && list.items.length === 1) return [];
      return [suggestion(l10n.t('Remove the empty entry'), editor.removeItem(list, list.items.indexOf(node)))];
    }
    const image = stringOf(node) ?? '';
    const own = isImage(image) ? nameFor(image, pod) : undefined;
    return own
      ? [suggestion(l10n.t('Make it a container: {0}', own), editor.replaceNode(node, { name: own, image }))]
      : [];
  },
});
