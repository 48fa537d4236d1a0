import * as l10n from '@vscode/l10n';
import { fieldsOf } from '../../schema/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { integerOf, type Pair, stringOf } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule } from '../rule.ts';

const allowed = new Set(['labels', 'annotations']);

/** ValidateTemplateObjectMeta */
export default defineRule<Pair | undefined>({
  code: 'claim-template-metadata',
  severity: 'error',
  check({ objects }, report) {
    for (const template of objects.of('core/v1.PersistentVolumeClaimTemplate')) {
      const metadata = template.object('metadata');
      for (const name of metadata ? forbidden(metadata) : []) {
        if (!metadata) continue;
        report({
          node: metadata.keyOf(name),
          path: metadata.at(name),
          message: l10n.t(
            '`{0}` cannot be set for the claim of an ephemeral volume, as the pod determines it: the API server accepts only `labels` and `annotations`. Remove it.',
            name,
          ),
          server: ['Forbidden: cannot be set'],
          data: metadata.pair(name),
        });
      }
    }
  },
  fix({ data: pair }, editor) {
    return removeFix(pair, editor);
  },
});

function forbidden(metadata: ApiObject): string[] {
  return Object.keys(fieldsOf(metadata.type) ?? {}).filter((name) => !allowed.has(name) && isSet(metadata, name));
}

/** Whether Go sees something: an empty text or 0 counts in a pointer only. */
function isSet(metadata: ApiObject, name: string): boolean {
  const value = metadata.value(name);
  if (!value) return false;
  return name === 'deletionGracePeriodSeconds' || (stringOf(value) !== '' && integerOf(value) !== 0);
}
