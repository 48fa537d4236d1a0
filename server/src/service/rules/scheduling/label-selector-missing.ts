import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { stringOf } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';

/** warningsForPodSpecAndMeta, warningsForPodAffinityTerms and warningsForWeightedPodAffinityTerms */
export default defineRule<ApiObject>({
  code: 'label-selector-missing',
  severity: 'warning',
  whole: true,
  check({ objects }, report) {
    for (const object of objects.of('core/v1.TopologySpreadConstraint', 'core/v1.PodAffinityTerm')) {
      // a misspelled one is told as an unknown field
      const isMisspelled = object.unknown.some((key) => nearest(key, ['labelSelector']).length > 0);
      if (isMisspelled || object.has('labelSelector')) continue;
      report({
        node: object.keyOf('labelSelector'),
        path: object.at('labelSelector'),
        message: explain(object),
        server: ['a null labelSelector results in matching no pod'],
        data: object,
      });
    }
  },
  fix({ data: object }, editor) {
    const matchLabels = object.around('core/v1.PodAffinity') ? undefined : ownLabels(object);
    if (!object.node || !matchLabels) return [];
    const pair = object.pair('labelSelector');
    const after = ['topologyKey', 'whenUnsatisfiable'];
    const edits = pair
      ? editor.replaceNode(pair.value, { matchLabels })
      : editor.insertPair(object.node, 'labelSelector', { matchLabels }, after);
    return [suggestion(l10n.t('Select the pods with the labels of this one'), edits)];
  },
});

function explain(object: ApiObject): string {
  if (object.type === 'core/v1.TopologySpreadConstraint') {
    return l10n.t(
      'Without `labelSelector` this constraint counts no pods, so it spreads nothing. Add a `labelSelector` for the pods to spread, such as the labels of this pod.',
    );
  }
  const isRequired = object.field === 'requiredDuringSchedulingIgnoredDuringExecution';
  return isRequired && object.around('core/v1.PodAffinity')
    ? l10n.t(
        'Without `labelSelector` this term matches no pod, so no node satisfies it and the pod stays `Pending`. Add a `labelSelector` for the pods to be near.',
      )
    : l10n.t(
        'Without `labelSelector` this term matches no pod, so it has no effect. Add a `labelSelector` for the pods that you mean.',
      );
}

/** The labels of the pods themselves; undefined where they have none. */
function ownLabels(object: ApiObject): Record<string, string> | undefined {
  const metadata = object.around('core/v1.PodSpec')?.parent?.object('metadata');
  const labels = (metadata?.values('labels') ?? []).flatMap(({ key, node }) => {
    const value = stringOf(node);
    return value === undefined ? [] : [[key, value]];
  });
  return labels.length > 0 ? Object.fromEntries(labels) : undefined;
}
