import * as l10n from '@vscode/l10n';
import { isNull } from '../../yaml/index.ts';
import { shown } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';
import { type Annotation, annotationsOf } from './annotations.ts';

const deletionCost = 'controller.kubernetes.io/pod-deletion-cost';

/** ValidatePodSpecificAnnotations, GetDeletionCostFromPodAnnotations */
export default defineRule<Annotation>({
  code: 'pod-deletion-cost',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const annotation of annotationsOf(spec)) {
        const { key, value, span, path } = annotation;
        if (key !== deletionCost || isCost(value)) continue;
        report({
          node: span,
          path,
          message: l10n.t(
            '`{0}` is not a valid deletion cost: the API server accepts a whole number from {1} to {2}, without `+` or leading zeros. Change it.',
            shown(value),
            -(2 ** 31),
            2 ** 31 - 1,
          ),
          server: [`Invalid value: ${JSON.stringify(value)}: must be a 32bit integer`],
          data: annotation,
        });
      }
    }
  },
  fix({ data: { value, pair } }, editor) {
    const remove = suggestion(l10n.t('Remove the annotation'), editor.removePair(pair));
    const mended = /^\s*\+?(-?)0*(\d{1,10})\s*$/.exec(value)?.slice(1).join('');
    if (!mended || !isCost(mended) || isNull(pair.value)) return [remove];
    return [suggestion(l10n.t('Change to {0}', mended), editor.replaceNode(pair.value, mended)), remove];
  },
});

function isCost(text: string): boolean {
  return /^(?:-\d+|0|[1-9]\d*)$/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31;
}
