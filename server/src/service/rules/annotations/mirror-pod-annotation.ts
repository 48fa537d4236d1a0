import * as l10n from '@vscode/l10n';
import type { Pair } from '../../yaml/index.ts';
import { defineRule, suggestion } from '../rule.ts';
import { annotationsOf } from './annotations.ts';

const mirror = 'kubernetes.io/config.mirror';

/** ValidatePodSpecificAnnotations */
export default defineRule<Pair>({
  code: 'mirror-pod-annotation',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      if (!spec.isEmpty('nodeName')) continue;
      for (const { key, value, pair, path } of annotationsOf(spec)) {
        if (key !== mirror) continue;
        report({
          node: pair.key,
          path,
          message: l10n.t(
            '`{0}` marks the copy that a kubelet makes of a static pod, so the API server refuses it in a pod without `nodeName`. Remove it.',
            mirror,
          ),
          server: [`Invalid value: ${JSON.stringify(value)}: must set spec.nodeName if mirror pod annotation is set`],
          data: pair,
        });
      }
    }
  },
  fix({ data: pair }, editor) {
    return [suggestion(l10n.t('Remove the annotation'), editor.removePair(pair))];
  },
});
