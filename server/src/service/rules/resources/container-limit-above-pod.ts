import * as l10n from '@vscode/l10n';
import { compare, quantityText } from '../../schema/quantity.ts';
import { defineRule } from '../rule.ts';
import { changeTo } from './changes.ts';
import { type Checked, checkedResources, type Written, writtenIn, writtenOf } from './checked.ts';

interface Data {
  limit: Written;
  /** The limit of the pod. */
  most: Written;
}

/** validatePodResourceConsistency; init containers are not compared. */
export default defineRule<Data>({
  code: 'container-limit-above-pod',
  severity: 'error',
  check({ objects }, report) {
    const all = checkedResources(objects);
    for (const checked of all) {
      const container = checked.object.parent;
      if (checked.of !== 'container' || container?.field !== 'containers') continue;
      const pod = all.find(({ of, object }) => of === 'pod' && object.parent === container.parent);
      for (const { limit, most } of pod ? above(checked, pod) : []) {
        const [text, mostText] = [quantityText(limit.quantity), quantityText(most.quantity)];
        report({
          node: limit.span,
          path: `${pod?.path}.${container.path.slice(container.path.lastIndexOf('.') + 1)}[${limit.name}].limits`,
          message: l10n.t(
            'The `{1}` limit of {0} is above the limit of the whole pod, {2}: the API server refuses it. Lower it, or raise the limit of the pod.',
            limit.text,
            limit.name,
            most.text,
          ),
          server: [`Invalid value: "${text}": must be less than or equal to pod limits of ${mostText}`],
          related: [{ node: most.span, message: l10n.t('The limit of the pod: {0}', most.text) }],
          data: { limit, most },
        });
      }
    }
  },
  fix({ data: { limit, most } }, editor) {
    const [text, mostText] = [quantityText(limit.quantity), quantityText(most.quantity)];
    return [
      ...changeTo(limit, most.quantity, editor, l10n.t('Lower it to {0}', mostText)),
      ...changeTo(most, limit.quantity, editor, l10n.t('Raise the limit of the pod to {0}', text)),
    ];
  },
});

function above(container: Checked, pod: Checked): Data[] {
  return writtenIn(container).flatMap((limit) => {
    const most = limit.list === 'limits' ? writtenOf(pod, 'limits', pod.limits.get(limit.name)) : undefined;
    return most && compare(limit.quantity, most.quantity) > 0 ? [{ limit, most }] : [];
  });
}
