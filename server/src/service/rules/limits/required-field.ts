import * as l10n from '@vscode/l10n';
import { fieldOf } from '../../schema/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { setField } from '../fields.ts';
import { defineRule, findingsOf, suggestion } from '../rule.ts';

interface Data {
  object: ApiObject;
  name: string;
  /** What could be written, the likeliest first. */
  values: readonly string[];
}

export default defineRule<Data>({
  code: 'required-field',
  severity: 'error',
  whole: true,
  general: true,
  check({ findings }, report) {
    for (const { path, node, object, name, values, server } of findingsOf(findings, 'required')) {
      report({
        node,
        path,
        message: explain(object, name),
        server,
        data: { object, name, values },
      });
    }
  },
  fix({ data: { object, name, values } }, editor) {
    if (object.misspelled(name)) return [];
    const isList = fieldOf(object.type, name)?.list === true;
    return values.map((value) =>
      suggestion(
        object.pair(name) ? l10n.t('Change to {0}', value) : l10n.t('Add {0}: {1}', name, value),
        setField(object, name, isList ? [value] : value, editor),
      ),
    );
  },
});

function explain(object: ApiObject, name: string): string {
  if (object.has(name)) return l10n.t('`{0}` is empty: the API server refuses the manifest. Fill it in.', name);
  const path = object.at(name);
  const misspelled = object.misspelled(name);
  return misspelled
    ? l10n.t(
        '`{0}` is missing, because it is written as `{1}`: the API server refuses the manifest. Rename it.',
        path,
        misspelled.key.text,
      )
    : l10n.t('`{0}` is missing: the API server refuses the manifest without it. Add it.', path);
}
