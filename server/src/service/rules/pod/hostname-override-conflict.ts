import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

interface Data {
  spec: ApiObject;
  other: string;
}

/** validatePodHostName */
export default defineRule<Data>({
  code: 'hostname-override-conflict',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      if (!spec.has('hostnameOverride')) continue;
      for (const other of ['setHostnameAsFQDN', 'hostNetwork'].filter((name) => spec.boolean(name))) {
        report({
          node: spec.keyOf('hostnameOverride'),
          path: spec.at('hostnameOverride'),
          message: explain(other),
          server: [`Forbidden: may not be specified when ${other} is true`],
          related: [{ node: spec.keyOf(other), message: l10n.t('`{0}` is set here', other) }],
          data: { spec, other },
        });
      }
    }
  },
  fix({ data: { spec, other } }, editor) {
    return ['hostnameOverride', other].flatMap((name) => {
      return removeFix(spec.pair(name), editor);
    });
  },
});

function explain(other: string): string {
  return other === 'hostNetwork'
    ? l10n.t(
        'With `hostNetwork` the pod has the hostname of its node, which `hostnameOverride` cannot change: the API server refuses both together. Remove one of them.',
      )
    : l10n.t(
        'Both `hostnameOverride` and `setHostnameAsFQDN` set the hostname of the pod: the API server refuses both together. Remove one of them.',
      );
}
