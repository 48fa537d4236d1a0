import * as l10n from '@vscode/l10n';
import { isHugePages } from '../../schema/resourceNames.ts';
import { defineRule } from '../rule.ts';
import { checkedResources, writtenIn } from './checked.ts';

/** validateResourceRequirements. */
export default defineRule({
  code: 'hugepages-without-memory',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const checked of checkedResources(objects)) {
      const { limits, requests, path } = checked;
      if (['cpu', 'memory'].some((name) => limits.has(name) || requests.has(name))) continue;
      const pages = writtenIn(checked).find(({ name }) => isHugePages(name));
      if (!pages) continue;
      report({
        node: pages.pair.key,
        path,
        message: l10n.t(
          '`{0}` is set without `cpu` or `memory`: the API server accepts huge pages only together with one of them. Add one.',
          pages.name,
        ),
        server: ['Forbidden: HugePages require cpu or memory'],
      });
    }
  },
});
