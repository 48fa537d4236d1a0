import * as l10n from '@vscode/l10n';
import type { ApiObject, ApiObjects } from '../../schema/object.ts';
import { compare, type Quantity, quantityText } from '../../schema/quantity.ts';
import { isHugePages } from '../../schema/resourceNames.ts';
import { requirementsOfContainer, totalOf } from '../../schema/resources.ts';
import { titleOf } from '../containers/containers.ts';
import { defineRule, suggestion } from '../rule.ts';
import { counterpart, isSound, rewritten } from './changes.ts';
import { type Checked, checkedResources, type List, type Written, writtenIn } from './checked.ts';

interface Data {
  amount: Written;
  least: Quantity;
}

/** validatePodResourceConsistency: the containers together may not have more than the pod. */
export default defineRule<Data>({
  code: 'pod-request-too-small',
  severity: 'error',
  check({ objects }, report) {
    for (const { amount, least } of tooSmall(objects)) {
      const [text, leastText] = [quantityText(amount.quantity), quantityText(least)];
      const { name, list } = amount;
      report({
        node: amount.span,
        path: amount.path,
        message:
          list === 'requests'
            ? l10n.t(
                'The pod requests {0} `{1}`, but its containers together request {2}: the API server refuses less than that. Raise it.',
                amount.text,
                name,
                leastText,
              )
            : l10n.t(
                'The pod has a limit of {0} `{1}`, but its containers together have {2}: the API server refuses less than that. Raise it.',
                amount.text,
                name,
                leastText,
              ),
        server: [
          `Invalid value: "${text}": must be greater than or equal to aggregate container ${list} of ${leastText}`,
        ],
        related: shares(amount),
        data: { amount, least },
      });
    }
  },
  fix({ data: { amount, least } }, editor) {
    const title = l10n.t('Raise it to {0}', quantityText(least));
    const both = [amount, counterpart(amount)].filter((each) => each !== undefined);
    const below = both.filter(({ quantity }) => compare(quantity, least) < 0);
    return isSound(amount.name, least) ? [suggestion(title, rewritten(below, least, editor))] : [];
  },
});

function tooSmall(objects: ApiObjects): Data[] {
  const ofPods = checkedResources(objects).filter((checked) => checked.of === 'pod');
  return ofPods.flatMap((checked) =>
    writtenIn(checked).flatMap((amount) => {
      const least = leastOf(checked, amount.list, amount.name);
      return least && compare(least, amount.quantity) > 0 ? [{ amount, least }] : [];
    }),
  );
}

/** What the containers have together; limits are compared of huge pages only. */
function leastOf({ object: { parent: pod } }: Checked, list: List, name: string): Quantity | undefined {
  if (!pod || (list === 'limits' && !isHugePages(name))) return undefined;
  return totalOf(pod, list).get(name)?.quantity;
}

function shares({ in: checked, list, name }: Written) {
  const pod = checked.object.parent;
  const containers: ApiObject[] = pod ? [...pod.objects('containers'), ...pod.objects('initContainers')] : [];
  return containers.flatMap((container) => {
    const { quantity, written } = requirementsOfContainer(container)[list].get(name) ?? {};
    if (!quantity || !written) return [];
    return [{ node: written.span, message: l10n.t('{0} has {1}', titleOf(container), quantityText(quantity)) }];
  });
}
