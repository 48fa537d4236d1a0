import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import type { ApiObject } from '../../schema/object.ts';
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
  general: true,
  check({ findings }, report) {
    for (const { path, node, object, name, values, server } of findingsOf(findings, 'required')) {
      // it is there, but misspelled
      if (object.unknown.some((key) => nearest(key, [name]).length > 0)) continue;
      report({
        node,
        path,
        message: object.has(name)
          ? l10n.t('`{0}` is empty: the API server refuses that. Fill it in.', name)
          : l10n.t('`{0}` is missing: the API server refuses the manifest without it. Add it.', path),
        server,
        data: { object, name, values },
      });
    }
  },
  fix({ data: { object, name, values } }, editor) {
    const { node } = object;
    if (!node) return [];
    const pair = object.pair(name);
    return values.map((value) =>
      suggestion(
        pair ? l10n.t('Change to {0}', value) : l10n.t('Add {0}: {1}', name, value),
        pair ? editor.replaceNode(pair.value, value) : editor.insertPair(node, name, value),
      ),
    );
  },
});
